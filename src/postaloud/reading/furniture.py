"""An element goes in, the reason why it is not read comes out ("navigation", "share", …), or "" where it is content."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bs4 import Tag

from postaloud.reading.phrases import reason_of_phrase
from postaloud.reading.tree import attr, children, heading_level, is_inline, names, visible_text
from postaloud.reading.weights import Weight, Weights

HIDDEN = "hidden"
_SHORT = 90


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know of the page around an element."""

    weights: Weights
    total: Weight
    """What the whole body holds, or the chosen root once it is known."""
    keep: frozenset[int] = frozenset()
    """The `id()` of elements that no rule may drop: the root and what it stands in."""

    def of(self, tag: Tag) -> Weight:
        """Return what an element holds."""
        return self.weights.get(id(tag)) or Weight()

    def share(self, tag: Tag) -> float:
        """Return the element's part of the page's prose, 0 to 1."""
        return self.of(tag).prose / self.total.prose if self.total.prose else 0.0


@dataclass(frozen=True, slots=True)
class NameRule:
    """A row: a reason, the class or id that gives it, and how much an element may hold to be dropped so."""

    reason: str
    pattern: re.Pattern[str]
    share: float
    """The greatest part of the page's prose."""
    chars: int = 10**9


def _row(reason: str, pattern: str, share: float, chars: int = 10**9) -> NameRule:
    return NameRule(reason, re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])"), share, chars)


_TAGS = {
    "nav": ("navigation", 0.4),
    "button": ("control", 0.1),
    "input": ("control", 1.0),
    "select": ("control", 1.0),
    "textarea": ("control", 1.0),
    "dialog": ("control", 0.4),
    "form": ("control", 0.3),
    "rp": ("duplicate", 1.0),
    "rt": ("duplicate", 1.0),
    "annotation": ("duplicate", 1.0),
    "annotation-xml": ("duplicate", 1.0),
    "progress": ("control", 1.0),
    "meter": ("control", 1.0),
    "aside": ("related", 0.3),
}
_ROLES = {
    "navigation": ("navigation", 0.4),
    "search": ("control", 0.3),
    "banner": ("site header", 0.2),
    "contentinfo": ("site footer", 0.2),
    "complementary": ("related", 0.3),
    "dialog": ("control", 0.4),
    "alertdialog": ("control", 0.4),
    "toolbar": ("control", 0.1),
    "menu": ("navigation", 0.2),
    "menubar": ("navigation", 0.2),
    "tablist": ("control", 0.1),
    "button": ("control", 0.1),
    "form": ("control", 0.3),
    "doc-toc": ("contents", 0.4),
}
NAME_RULES = (
    _row("line numbers", r"line-?nos?|line-?numbers?|gutter|hljs-ln-numbers|rouge-gutter|crayon-nums|code-copy", 0.3),
    _row("control", r"skip-?(?:link|to|nav)[a-z-]*", 0.05, 200),
    _row("cookie notice", r"[a-z-]*cookies?(?:-[a-z]+)*|gdpr[a-z-]*|cmp-[a-z-]+|consent(?:-[a-z]+)*", 0.4, 6000),
    _row("comments", r"comments?|comments?-(?:list|area|section|wrapper|form|container|block|thread|respond)|comment-?list"
         r"|disqus[a-z-]*|respond|fb-comments", 0.9),
    _row("breadcrumbs", r"[a-z-]*breadcrumbs?(?:-[a-z]+)*|crumbs?", 0.05, 600),
    _row("contents", r"toc|toc-[a-z]+|ez-toc[a-z-]*|table-of-contents(?:-[a-z]+)*|lwptoc[a-z-]*", 0.3),
    _row("navigation", r"pagination|pager|page-links|(?:post|posts|entry|article|comment)-nav(?:igation)?|nav-?links"
         r"|nav-(?:previous|next)|prev-next|(?:main|site|top|primary|secondary|footer|mobile|side|sub)-?(?:nav|menu)"
         r"[a-z-]*|nav-?bar|nav-menu|menu|nav|mega-?menu|off-?canvas[a-z-]*", 0.15),
    _row("share", r"[a-z-]*-?shar(?:e|ing)(?:-[a-z]+)*|share-?(?:bar|box|buttons?|links?|icons?|tools?|this)|social"
         r"|(?:social|follow)-[a-z-]+|sharedaddy|sd-sharing[a-z-]*|addtoany[a-z-]*|a2a-kit|addthis[a-z-]*|sharethis"
         r"[a-z-]*|tweet-?this|click-to-tweet|jp-post-flair", 0.05, 500),
    _row("newsletter", r"[a-z-]*newsletters?(?:-[a-z]+)*|[a-z-]*subscri(?:be|ption)(?:-[a-z]+)*|sign-?up(?:-[a-z]+)*"
         r"|opt-?in(?:-[a-z]+)*|mailchimp|mc-?embed[a-z-]*|mailing-?list|email-?capture|lead-?magnet", 0.1, 1200),
    _row("related", r"[a-z-]*related(?:-[a-z]+)*|[a-z-]*recommend(?:ed|ations?)(?:-[a-z]+)*|more-(?:stories|posts"
         r"|articles|from|on|like-this)|you-may-[a-z-]+|also-like|read-?(?:next|more|also)|trending|most-(?:read|popular)"
         r"|popular-[a-z]+|latest-(?:posts|news|articles)|recent-posts?|recirc[a-z-]*|up-?next|outbrain|ob-widget"
         r"|taboola[a-z-]*|zergnet|suggested(?:-[a-z]+)*|see-also-box|article-list|post-list|posts-list|teasers?"
         r"|onward[a-z-]*", 0.25),
    _row("advertisement", r"ads?|ad-[a-z-]+|[a-z-]+-ads?|adverts?|advert-[a-z-]+|advertisement|advertising|adsense"
         r"|adsbygoogle|sponsor(?:ed|s)?(?:-[a-z]+)*|promo(?:s|tion)?|promo-[a-z-]+|[a-z-]+-promo|dfp[a-z-]*|cta"
         r"|cta-[a-z-]+|[a-z]+-cta|call-?to-?action|affiliate-[a-z-]+|disclaimer-ad|banner-ad", 0.1, 1500),
    _row("author box", r"(?:about-(?:the-)?)?(?:post-|entry-|article-|wp-block-post-)?author-?(?:s|box|bio|info|card"
         r"|profile|block|description|details|about|section|area|wrap|wrapper|biography|meta)?(?:-[a-z]+)?"
         r"|about-(?:the-)?author|abh-box|saboxplugin-wrap|bio-box|contributors?", 0.12, 1500),
    _row("reading time", r"(?:estimated-)?read(?:ing)?-?time|time-to-read|span-reading-time|rt-[a-z]+-?time", 0.02, 80),
    _row("byline", r"by-?line(?:-[a-z]+)*|(?:entry|post|article|page|story|blog|content)-?(?:meta|info|details|byline"
         r"|dates?|data|published|author)(?:-[a-z]+)*|meta|meta-?(?:data|info|bar)|posted-(?:on|by|in)|dateline"
         r"|date-?line|publish(?:ed)?-?(?:date|on|time)?|pub-?date|timestamp|post-?date|date|update[d]?-?(?:date|time)"
         r"|last-(?:updated|modified)", 0.05, 320),
    _row("tags", r"tags?|tags?-(?:list|links|cloud|wrap|wrapper|container|section)|[a-z]+-tags?|post-tags?|tag-?cloud"
         r"|tagged(?:-[a-z]+)*|categor(?:y|ies)|cat-links|[a-z]+-categor(?:y|ies)|topics?|topic-[a-z]+|post-terms"
         r"|taxonomy[a-z-]*|keywords?", 0.03, 500),
    _row("control", r"print(?:-[a-z]+)?|toolbar(?:-[a-z]+)*|actions?|[a-z]+-actions|controls|audio-?player[a-z-]*"
         r"|listen(?:-[a-z]+)*|speechify[a-z-]*|trinity[a-z-]*|kk-star-ratings|post-ratings?|rating-[a-z]+|feedback"
         r"(?:-[a-z]+)*|was-this-helpful|helpful(?:-[a-z]+)*|post-views|back-?to-?top|scroll-?(?:to-?)?top|login"
         r"(?:-[a-z]+)*|search-?(?:form|box|bar|widget)?|lang(?:uage)?-?(?:switch[a-z]*|select[a-z]*|menu|picker)"
         r"|copy-?(?:btn|button|code)|edit-(?:page|this)[a-z-]*|view-source|theme-edit|paywall(?:-[a-z]+)*", 0.05, 800),
    _row("control", r"pop-?up(?:-[a-z]+)*|modal(?:-[a-z]+)*|overlay(?:-[a-z]+)*|light-?box|drawer|toast|tooltip"
         r"|snackbar", 0.1, 2500),
    _row("related", r"side-?bar(?:-[a-z0-9]+)*|[a-z]+-side-?bar|widget-area|widgets?|right-rail|left-rail|rail", 0.25),
    _row("site header", r"(?:site|page|global|main|top)-?(?:header|banner|masthead)|masthead|top-?bar|site-?(?:logo"
         r"|title|branding|description)|logo|announcement(?:-[a-z]+)*|header-(?:top|bottom|inner)?", 0.05, 1500),
    _row("site footer", r"(?:site|page|global|main|post|entry|article|bottom|blog)?-?footer(?:-[a-z]+)*|copyright"
         r"|colophon|legal|printfooter|catlinks", 0.08, 4000),
)  # fmt: skip
_UNTRUE = re.compile(r"(?:^|(?<=\s))(?:has|no|not|without|with|hide|show|is|js|wp-singular|single|type|postid|theme)-\S+")
_NOTE = re.compile(r"\b(?:notes?|tips?|callouts?|admonition|warning|info|important|caution|alert|pull-?quote|example"
                   r"|definition|key-?(?:points|takeaways?)|takeaways?|summary|highlights?|infobox|box|fact)\b")  # fmt: skip
_CODE = ("pre", "code")
_NAMING = frozenset(("td", "th", "tr", "dt", "caption", "figcaption", "summary"))
_CONTENT = frozenset(("html", "body", "main", "article", "tbody", "tr", "thead", "caption"))


def why_dropped(tag: Tag, scene: Scene) -> str:
    """Return the reason that the first rule to object gives, or "" for content."""
    if id(tag) in scene.keep or tag.name in ("html", "body"):
        return ""
    for rule in _RULES:
        if reason := rule(tag, scene):
            return reason
    return ""


def _by_tag(tag: Tag, scene: Scene) -> str:
    reason, share = _TAGS.get(tag.name, ("", 0.0))
    if tag.name == "aside" and (_NOTE.search(names(tag)) or attr(tag, "role") in ("note", "doc-tip")):
        return ""
    return reason if reason and _may_go(tag, scene, share) else ""


def _by_role(tag: Tag, scene: Scene) -> str:
    reason, share = _ROLES.get(attr(tag, "role").lower(), ("", 0.0))
    return reason if reason and _may_go(tag, scene, share) else ""


def _by_name(tag: Tag, scene: Scene) -> str:
    if tag.name in _CONTENT or heading_level(tag) or _is_inside_prose(tag):
        return ""
    written = _UNTRUE.sub("", names(tag))
    if not written:
        return ""
    weight = scene.of(tag)
    for rule in NAME_RULES:
        if weight.chars <= rule.chars and rule.pattern.search(written) and _may_go(tag, scene, rule.share):
            return rule.reason
    return ""


def _may_go(tag: Tag, scene: Scene, share: float) -> bool:
    """Whether little enough of the page's prose would go with an element (a form may wrap a whole page)."""
    return share >= 1.0 or scene.share(tag) <= share


def _is_inside_prose(tag: Tag) -> bool:
    """Whether an element is part of a line of text or of code, where class names speak of the words' own nature."""
    if not is_inline(tag):
        return tag.name in _CODE
    parent = tag.parent
    return parent is not None and (parent.name in ("p", *_CODE) or bool(heading_level(parent)) or is_inline(parent))


def _by_silence(tag: Tag, scene: Scene) -> str:
    """`aria-hidden` is left out, unless nothing else says what it says."""
    if attr(tag, "aria-hidden").lower() != "true":
        return ""
    if scene.share(tag) > 0.3:  # a snapshot made while a dialog was open hides the whole page so
        return ""
    block = tag
    while is_inline(block) and block.parent is not None:
        block = block.parent
    if scene.of(block).chars > scene.of(tag).chars or attr(block, "aria-label"):
        return HIDDEN
    return "" if re.search(r"\w{2}", visible_text(tag)) else HIDDEN


def _by_phrase(tag: Tag, scene: Scene) -> str:
    weight = scene.of(tag)
    if not 0 < weight.chars <= _SHORT or _is_inside_prose(tag) or tag.name in _NAMING or heading_level(tag):
        return ""
    if tag.name == "li" and weight.linked < weight.chars:
        return ""
    if is_inline(tag) and tag.parent is not None and scene.of(tag.parent).chars != scene.of(tag).chars:
        return ""
    return reason_of_phrase(visible_text(tag))


_MARKS = re.compile(r"[#¶§🔗↩↑^⤴]\ufe0e?|\[?(?:edit|link|permalink|edit source)\]?|\(?opens in (?:a )?new (?:tab|window)"
                    r"\)?|(?:permanent )?link to (?:this )?.*|direct link to .*|anchor|copy link", re.IGNORECASE)  # fmt: skip
_CALL = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]|note \d+|citation needed)[\])]?", re.IGNORECASE)
_NOTES = re.compile(r"#.*(?:fn|foot|cite|note|ref|endnote)", re.IGNORECASE)


def _by_mark(tag: Tag, scene: Scene) -> str:
    """Permalink signs, "[edit]", "(opens in a new tab)" and calls of footnotes stand within lines of text."""
    if not is_inline(tag) or not 0 < scene.of(tag).chars <= _SHORT or tag.name == "code":
        return ""
    text = visible_text(tag)
    is_apart = tag.name != "a" or attr(tag, "href").startswith("#") or "edit" in attr(tag, "href")
    if is_apart and _MARKS.fullmatch(text) and not _is_whole(tag, scene):
        return "permalink" if tag.name == "a" else "control"
    is_call = tag.name in ("a", "sup") and _CALL.fullmatch(text)
    link = tag if tag.name == "a" else next((child for child in children(tag) if child.name == "a"), tag)
    return "footnote call" if is_call and _NOTES.match(attr(link, "href")) else ""


def _is_whole(tag: Tag, scene: Scene) -> bool:
    return tag.parent is not None and scene.of(tag.parent).chars == scene.of(tag).chars and tag.name not in ("a", "span")


_RULES: tuple[Callable[[Tag, Scene], str], ...] = (_by_tag, _by_role, _by_mark, _by_name, _by_silence, _by_phrase)
