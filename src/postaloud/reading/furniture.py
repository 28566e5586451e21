"""An element goes in, the reason why it is not read comes out ("navigation", "share", …), or "" where it is content."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bs4 import Tag

from postaloud.reading.naming import rules_for
from postaloud.reading.phrases import reason_of_phrase
from postaloud.reading.tree import attr, children, elements, heading_level, is_inline, names, squeeze, visible_text
from postaloud.reading.weights import Weight, Weights

HIDDEN = "hidden"
SKIP_MARK = "data-postaloud"
"""The attribute with which a page says what of it is not read."""
SKIPPED_BY_OPTION = "skipped by option"
_SHORT = 90
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know of the page around an element."""

    weights: Weights
    total: Weight
    """What the whole body holds, or the chosen root once it is known."""
    keep: frozenset[int] = frozenset()
    """The `id()` of elements that no rule may drop: the root and what it stands in."""
    decks: frozenset[int] = frozenset()
    """The `id()` of elements that hold teasers of other pages."""

    def of(self, tag: Tag) -> Weight:
        """Return what an element holds."""
        return self.weights.get(id(tag)) or Weight()

    def share(self, tag: Tag) -> float:
        """Return the element's part of the page's prose, 0 to 1."""
        return self.of(tag).prose / self.total.prose if self.total.prose else 0.0


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
    "footer": ("site footer", 0.1),
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
_GUTTER = re.compile(r"(?<![a-z0-9])(?:line-?nos?|line-?numbers?|gutter|ln-numbers?|crayon-nums?|nums|ln)(?![a-z0-9])")
_NOTE = re.compile(
    r"\b(?:(?:foot|end)?-?notes?|tips?|callouts?|admonition|warning|info|important|caution|alert|pull-?quote|example|definition"
    r"|key-?(?:points|takeaways?)|takeaways?|summary|highlights?|infobox|box|fact)\b"
)
_MARKS = {"skip": "skipped by the page", SKIPPED_BY_OPTION: SKIPPED_BY_OPTION}
_BUTTON = re.compile(r"(?<![a-z0-9])(?:btn|button|cta)(?![a-z0-9])")
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


def _by_author(tag: Tag, scene: Scene) -> str:  # noqa: ARG001 - every rule is called so
    """What the page's author, or who narrates it, wants to leave out."""
    return _MARKS.get(attr(tag, SKIP_MARK).lower(), "")


def _by_gutter(tag: Tag, scene: Scene) -> str:
    """The numbers beside lines of code are not part of the code."""
    if not scene.of(tag).chars > 0 or not _GUTTER.search(names(tag)):
        return ""
    return "line numbers" if re.fullmatch(r"[\d\s.]*", visible_text(tag)) else ""


def _by_tag(tag: Tag, scene: Scene) -> str:
    reason, share = _TAGS.get(tag.name, ("", 0.0))
    if tag.name == "button" and _opens_text(tag):
        return ""
    if tag.name == "aside" and (_NOTE.search(names(tag)) or attr(tag, "role") in ("note", "doc-tip")):
        return ""
    if tag.name == "footer" and any(parent.name in ("blockquote", "figure") for parent in tag.parents):
        return ""
    return reason if reason and _may_go(tag, scene, share) else ""


def _opens_text(button: Tag) -> bool:
    """Whether a button is the heading of text that it unfolds: a question, or what stands in a heading."""
    is_in_heading = any(heading_level(parent) for parent in button.parents)
    is_toggle = any(name in button.attrs for name in ("aria-expanded", "aria-controls", "data-bs-toggle"))
    said = visible_text(button)
    return len(said.split()) >= _FEWEST_WORDS and (is_in_heading or (is_toggle and said.endswith("?")))


def _by_link(tag: Tag, scene: Scene) -> str:
    """A link drawn as a button calls for something to be bought, fetched or seen."""
    weight = scene.of(tag)
    if not 0 < weight.chars <= _SHORT or weight.linked < weight.chars or tag.name not in ("a", "p", "div", "span"):
        return ""
    links = [part for part in elements(tag) if part.name == "a"]
    is_alone = not is_inline(tag) or (tag.parent is not None and scene.of(tag.parent).chars == weight.chars)
    return "control" if is_alone and links and all(_BUTTON.search(names(link)) for link in links) else ""


def _by_role(tag: Tag, scene: Scene) -> str:
    reason, share = _ROLES.get(attr(tag, "role").lower(), ("", 0.0))
    return reason if reason and _may_go(tag, scene, share) else ""


def _by_name(tag: Tag, scene: Scene) -> str:
    if tag.name in _CONTENT or heading_level(tag) or _is_inside_prose(tag):
        return ""
    weight = scene.of(tag)
    for rule in rules_for(names(tag)):
        is_small = weight.chars <= rule.chars and weight.density >= rule.density
        if is_small and _may_go(tag, scene, rule.share):
            return "" if _is_named_by_heading(tag) else rule.reason
    return ""


def _is_named_by_heading(tag: Tag) -> bool:
    """Whether an element has no name but an id made of its heading, as a section of a manual has."""
    if "class" in tag.attrs or tag.name not in ("section", "div"):
        return False
    first = next((visible_text(part) for part in elements(tag) if heading_level(part)), "")
    return bool(first) and re.findall(r"[a-z0-9]+", first.lower()) == re.findall(r"[a-z0-9]+", attr(tag, "id").lower())


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


def _by_caption(tag: Tag, scene: Scene) -> str:
    """A caption that repeats the description of its picture is said once, with the picture."""
    if tag.name != "figcaption" or tag.parent is None or scene.of(tag).links:
        return ""
    said = visible_text(tag)
    alts = (attr(picture, "alt") for picture in elements(tag.parent) if picture.name == "img")
    return "duplicate" if said and any(squeeze(alt) == said for alt in alts) else ""


def _by_phrase(tag: Tag, scene: Scene) -> str:
    weight = scene.of(tag)
    if not 0 < weight.chars <= _SHORT or _is_inside_prose(tag) or tag.name in _NAMING or heading_level(tag):
        return ""
    if tag.name == "li" and weight.linked < weight.chars:
        return ""
    if is_inline(tag) and tag.parent is not None and scene.of(tag.parent).chars != scene.of(tag).chars:
        return ""
    return reason_of_phrase(visible_text(tag))


_SIGN = re.compile(r"[#¶§🔗↩↑^⤴]\ufe0e?")
_SERVICE = re.compile(r"\[?(?:edit|link|permalink|edit source|anchor|copy link)\]?", re.IGNORECASE)
_ASIDE = re.compile(
    r"\(?opens in (?:a )?new (?:tab|window)\)?|\[(?:edit|edit source)\]|(?:permanent |direct )?link to this .*",
    re.IGNORECASE,
)
_CALL = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]|note \d+|citation needed)[\])]?", re.IGNORECASE)
_NOTES = re.compile(r"#.*(?:fn|foot|cite|note|ref|endnote)", re.IGNORECASE)


def _by_mark(tag: Tag, scene: Scene) -> str:
    """Permalink signs, "[edit]", "(opens in a new tab)" and calls of footnotes stand within lines of text."""
    if not is_inline(tag) or not 0 < scene.of(tag).chars <= _SHORT or tag.name == "code":
        return ""
    text = visible_text(tag)
    is_in_heading = any(heading_level(parent) for parent in tag.parents)
    is_jump = tag.name == "a" and attr(tag, "href").startswith("#")
    if (_SIGN.fullmatch(text) and (is_jump or is_in_heading)) or (_SERVICE.fullmatch(text) and is_in_heading):
        return "permalink" if scene.of(tag.parent or tag).chars > scene.of(tag).chars or is_jump else ""
    if _ASIDE.fullmatch(text):
        return "control"
    return "footnote call" if _is_call(tag, text) else ""


def _is_call(tag: Tag, text: str) -> bool:
    link = tag if tag.name == "a" else next((child for child in children(tag) if child.name == "a"), tag)
    return tag.name in ("a", "sup") and bool(_CALL.fullmatch(text) and _NOTES.match(attr(link, "href")))


def _by_deck(tag: Tag, scene: Scene) -> str:
    return "related" if id(tag) in scene.decks else ""


_RULES: tuple[Callable[[Tag, Scene], str], ...] = (
    _by_author,
    _by_gutter,
    _by_mark,
    _by_name,
    _by_tag,
    _by_role,
    _by_link,
    _by_deck,
    _by_caption,
    _by_silence,
    _by_phrase,
)
