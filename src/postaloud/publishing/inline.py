"""A sentence and what the page sets apart in it in, markup out: links, abbreviations, languages, code, what is deleted.

Emphasis is left out: a screen reader reads a sentence in as few pieces as its meaning allows.
"""

from urllib.parse import urljoin

from postaloud.model.article import Mark
from postaloud.model.script import Inline
from postaloud.publishing.addresses import web_address
from postaloud.publishing.markup import element, escaped
from postaloud.publishing.wording import language_attributes

_ELEMENTS = ((Mark.CODE, "code"), (Mark.DELETED, "del"))


def set_apart(shown: str, inlines: tuple[Inline, ...], lang: str, base: str) -> str:
    """Return a text as markup; `lang` is the language around, `base` the address that links start from."""
    pieces, place = [], 0
    for each in inlines:
        pieces += [escaped(shown[place : each.start]), _piece(shown[each.start : each.end], each, lang, base)]
        place = each.end
    return "".join((*pieces, escaped(shown[place:])))


def _piece(text: str, inline: Inline, lang: str, base: str) -> str:
    markup = escaped(text)
    for mark, tag in _ELEMENTS:
        markup = element(tag, markup) if mark in inline.mark else markup
    language = language_attributes(inline.lang, lang)
    wrappers = (("abbr", "title", inline.title), ("a", "href", _link(inline.href, base)))
    for tag, name, value in wrappers:
        if value:
            markup, language = element(tag, markup, {name: value, **language}), {}
    return element("span", markup, language) if any(language.values()) else markup


def _link(href: str, base: str) -> str:
    """Return where a link leads on the web; a place in the page itself is none here."""
    if not href or href.startswith("#"):
        return ""
    try:
        return web_address(urljoin(base, href.strip()))
    except ValueError:
        return ""
