"""An element's class and id go in, the rules that its name calls up come out: a table of what web sites call things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ALL = 10**9
_UNTRUE = re.compile(
    r"(?:^|(?<=\s))(?:has|no|not|without|with|hide|show|is|js|wp-singular|single|type|postid|theme)-\S+"
)


@dataclass(frozen=True, slots=True)
class NameRule:
    """A row: a reason, the names that give it, and how much an element may hold to be dropped so."""

    reason: str
    pattern: re.Pattern[str]
    share: float
    """The greatest part of the page's prose, 0 to 1."""
    chars: int = _ALL
    density: float = 0.0
    """The smallest part of the text that is linked, 0 to 1."""


def rules_for(names: str) -> Iterator[NameRule]:
    """Yield the rules that speak of an element with these names, the most telling first."""
    written = _UNTRUE.sub("", names)
    if written:
        yield from (rule for rule in NAME_RULES if rule.pattern.search(written))


def _row(reason: str, share: float, *names: str, chars: int = _ALL, density: float = 0.0) -> NameRule:
    return NameRule(
        reason,
        re.compile(rf"(?<![a-z0-9-])(?:[a-z]{{1,4}}-)?(?:{'|'.join(names)})(?![a-z0-9-])"),
        share,
        chars,
        density,
    )


NAME_RULES = (
    _row("control", 0.05, r"skip-?(?:link|to|nav)[a-z-]*", chars=200),
    _row("cookie notice", 0.4, r"[a-z-]*cookies?(?:-[a-z]+)*", r"gdpr[a-z-]*", r"consent(?:-[a-z]+)*",
         r"cmp-?(?:banner|box|consent|modal|overlay)", chars=6000),
    _row("comments", 0.9, r"comments?", r"comment-?list", r"disqus[a-z-]*", r"respond", r"fb-comments",
         r"comments?-(?:list|area|section|wrapper|form|container|block|thread|respond)"),
    _row("breadcrumbs", 0.05, r"[a-z-]*breadcrumbs?(?:-[a-z]+)*", r"crumbs?", chars=600),
    _row("contents", 0.3, r"(?:[a-z]+-)?toc", r"toc-[a-z]+", r"ez-toc[a-z-]*", r"table-of-contents(?:-[a-z]+)*",
         r"lwptoc[a-z-]*", density=0.4),
    _row("navigation", 0.15, r"pagination", r"pager", r"page-links", r"nav-?links", r"nav-(?:previous|next)",
         r"(?:post|posts|entry|article|comment)-nav(?:igation)?", r"prev-next", r"nav-?bar", r"nav-menu", r"menu",
         r"nav", r"(?:main|site|top|primary|secondary|footer|mobile|side|sub)-?(?:nav|menu)[a-z-]*", r"mega-?menu",
         r"off-?canvas[a-z-]*"),
    _row("share", 0.05, r"(?:[a-z-]*-)?shar(?:e|ing)(?:-[a-z]+)*", r"share-?(?:bar|box|buttons?|links?|icons?|tools?)",
         r"(?:[a-z]+-)?social", r"(?:social|follow)-[a-z-]+", r"sharedaddy", r"sd-sharing[a-z-]*", r"addtoany[a-z-]*",
         r"a2a-kit", r"addthis[a-z-]*", r"sharethis[a-z-]*", r"tweet-?this", r"click-to-tweet", r"jp-post-flair",
         chars=500),
    _row("newsletter", 0.2, r"[a-z-]*newsletters?(?:-[a-z]+)*", r"[a-z-]*subscri(?:be|ption)(?:-[a-z]+)*",
         r"sign-?up(?:-[a-z]+)*", r"opt-?in(?:-[a-z]+)*", r"mailchimp", r"mc-?embed[a-z-]*", r"mailing-?list",
         r"email-?capture", r"lead-?magnet", chars=1200),
    _row("related", 0.25, r"[a-z-]*related(?:-[a-z]+)*", r"[a-z-]*recommend(?:ed|ations?)(?:-[a-z]+)*",
         r"more-(?:stories|posts|articles|from|on|like-this)", r"you-may-[a-z-]+", r"also-like", r"trending",
         r"read-?(?:next|more|also)", r"most-(?:read|popular)", r"popular-[a-z]+",
         r"latest-(?:posts?|news|articles|updates?|stories)", r"recent-(?:posts?|articles|stories)",
         r"next-(?:article|post|story)", r"recirc[a-z-]*", r"up-?next", r"outbrain", r"ob-widget", r"taboola[a-z-]*",
         r"zergnet", r"suggested(?:-[a-z]+)*", r"see-also-box", r"article-list", r"posts?-list", r"teasers?",
         r"onward[a-z-]*"),
    _row("advertisement", 0.1, r"ads?", r"ad-[a-z-]+", r"[a-z-]+-ads?", r"adverts?", r"advert-[a-z-]+",
         r"advertisement", r"advertising", r"adsense", r"adsbygoogle", r"sponsor(?:ed|s)?(?:-[a-z]+)*",
         r"promo(?:s|tion)?", r"promo-[a-z-]+", r"[a-z-]+-promo(?:-[a-z-]+)?", r"dfp[a-z-]*",
         r"(?:[a-z]+-)*cta(?:-[a-z0-9]+)*", r"(?:[a-z]+-)*call-?to-?action(?:-[a-z]+)*",
         r"affiliate-[a-z-]+", chars=1500),
    _row("author box", 0.12, r"about-(?:the-)?author", r"abh-box", r"saboxplugin-wrap", r"bio-box", r"contributors?",
         r"(?:about-(?:the-)?)?(?:post-|entry-|article-|wp-block-post-)?author-?(?:s|box|bio|info|card|profile|block"
         r"|description|details|about|section|area|wrap|wrapper|biography|meta)?(?:-[a-z]+)?", chars=1500),
    _row("reading time", 0.02, r"(?:[a-z]+-)*read(?:ing)?-?time", r"time-to-read", r"rt-[a-z]+-?time", chars=80),
    _row("byline", 0.05, r"by-?line(?:-[a-z]+)*", r"meta", r"meta-?(?:data|info|bar)", r"posted-(?:on|by|in)",
         r"(?:entry|post|article|page|story|blog|content)-?(?:meta|info|details|byline|dates?|data|published|author)"
         r"(?:-[a-z]+)*", r"date-?line", r"publish(?:ed)?-?(?:date|on|time)?", r"pub-?date", r"timestamp",
         r"(?:post-?)?date", r"updated?-?(?:date|time)?", r"last-(?:updated|modified)", chars=320),
    _row("tags", 0.03, r"tags?", r"tags?-(?:list|links|cloud|wrap|wrapper|container|section)", r"[a-z]+-tags?",
         r"tag-?cloud", r"tagged(?:-[a-z]+)*", r"categor(?:y|ies)", r"cat-links", r"[a-z]+-categor(?:y|ies)",
         r"topics?(?:-[a-z]+)?", r"post-terms", r"taxonomy[a-z-]*", r"keywords?", chars=500),
    _row("control", 0.05, r"print(?:-[a-z]+)?", r"toolbar(?:-[a-z]+)*", r"actions?", r"[a-z]+-actions", r"controls",
         r"audio-?player[a-z-]*", r"listen(?:-[a-z]+)*", r"speechify[a-z-]*", r"trinity[a-z-]*", r"kk-star-ratings",
         r"post-ratings?", r"rating-[a-z]+", r"feedback(?:-[a-z]+)*", r"was-this-helpful", r"helpful(?:-[a-z]+)*",
         r"post-views", r"back-?to-?top", r"scroll-?(?:to-?)?top", r"login(?:-[a-z]+)*", r"paywall(?:-[a-z]+)*",
         r"search-?(?:form|box|bar|widget)?", r"lang(?:uage)?-?(?:switch[a-z]*|select[a-z]*|menu|picker)",
         r"copy-?(?:btn|button|code)", r"edit-(?:page|this)[a-z-]*", r"view-source", r"theme-edit[a-z-]*", chars=800),
    _row("control", 0.1, r"pop-?up(?:-[a-z]+)*", r"modal(?:-[a-z]+)*", r"overlay(?:-[a-z]+)*", r"light-?box",
         r"drawer", r"toast", r"(?:[a-z]+-)*tool-?tip(?:-[a-z]+)*", r"snackbar", chars=2500),
    _row("control", 0.02, r"(?:[a-z]+-)*ratings?(?:-[a-z]+)?", chars=80),
    _row("navigation", 0.25, r"(?:[a-z]+-)*side-?bar(?:-[a-z0-9]+)*", density=0.7),
    _row("related", 0.25, r"(?:[a-z]+-)?side-?bar(?:-[a-z0-9]+)*", r"widget-area", r"widgets?", r"right-rail",
         r"left-rail", r"rail"),
    _row("site header", 0.05, r"(?:site|page|global|main|top)-?(?:header|banner|masthead)", r"masthead", r"top-?bar",
         r"site-?(?:logo|title|branding|description|sub|notice)", r"logo", r"announcement(?:-[a-z]+)*",
         r"header-(?:top|bottom|inner)", chars=1500),
    _row("site footer", 0.08, r"(?:(?:site|page|global|main|post|entry|article|bottom|blog)-?)?footer(?:-[a-z]+)*",
         r"copyright", r"colophon", r"legal", r"printfooter", r"catlinks", chars=4000),
)  # fmt: skip
