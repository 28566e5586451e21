"""A tree goes in, what it says of the article as a whole comes out: title, byline, date, language, address, picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from postaloud.reading import jsonld
from postaloud.reading.dates import day_of, visible_day
from postaloud.reading.inline import language_of
from postaloud.reading.phrases import is_byline
from postaloud.reading.titles import normal, vote
from postaloud.reading.tree import attr, children, elements, is_hidden, names, squeeze, visible_text

_BYLINE = re.compile(
    r"(?<![a-z])(?:byline|author-name|authors?|p-author)(?![a-z]|-(?:bio|desc|title|image|avatar|photo|box|job|role))"
)
_PROFILE = re.compile(r"/(?:authors?|contributors?|profile|people|staff|writers?|by)/[\w.%@-]+/?(?:[?#].*)?$")
_BY = re.compile(r"^(?:(?:written|posted|published|text|words)? ?by|von|par|por|author)[: ]+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:[|•·,–—]|\bon\b|\d|published|updated|posted).*$", re.IGNORECASE)
_DATED = re.compile(r"(?<![a-z])(?:date|published|posted|time|meta|byline|dateline)(?![a-z])")
_TOLD = re.compile(r"^\s*(?:last )?(?:published|updated|posted|reviewed|modified)\b.*\d{4}", re.IGNORECASE)
_LONGEST_NAME = 100
_WORDS_OF_A_DATE_LINE = 8
_OFFICES = frozenset(("admin", "administrator", "author", "contributor", "editor", "editors", "guest", "staff", "team"))
_NAME = re.compile(r"(?!More |About |View |See |All |Read |Posts )[A-ZÀ-Þ][^\s\d]*(?: [^\s\d→»]+){1,3}")
_FIRST_DATES = ("article:published_time", "article:published", "datepublished", "og:published_time")
_DATES = [
    "published",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "citation_publication_date",
    "article.published",
    "ms.date",
]
_CHANGES = ["last-modified", "article:modified_time", "og:updated_time"]
_AUTHORS = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "twitter:creator",
]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article as a whole; "" where it says nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    lang: str = ""
    lang_origin: str = ""
    address: str = ""
    site: str = ""
    description: str = ""
    picture: str = ""


def read_metadata(soup: BeautifulSoup, root: Tag) -> Metadata:
    """Read a page's metadata; `root` is the element that holds its article."""
    meta = _meta(soup)
    entry = jsonld.article_of(soup)
    site = _first(meta.get("og:site_name"), meta.get("application-name"), jsonld.text(entry, "publisher"))
    titles = (_first(meta.get("og:title"), meta.get("twitter:title")), jsonld.text(entry, "headline"))
    lang, origin = _lang(soup, root, meta, entry)
    return Metadata(
        title=vote(soup, root, titles, site),
        byline=_byline(soup, root, meta, entry, site),
        date=_date(soup, root, meta, entry),
        lang=lang,
        lang_origin=origin,
        address=_address(soup, meta),
        site=site,
        description=_first(meta.get("og:description"), meta.get("description"), jsonld.text(entry, "description")),
        picture=_first(meta.get("og:image"), jsonld.text(entry, "image")),
    )


def _first(*candidates: str | None) -> str:
    return next((said for said in candidates if said), "")


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in soup.find_all("meta"):
        name = attr(tag, "property") or attr(tag, "name") or attr(tag, "itemprop") or attr(tag, "http-equiv")
        if said := squeeze(unescape(attr(tag, "content"))):  # some sites escape twice
            found.setdefault(name.lower(), said)
    return found


def _lang(soup: BeautifulSoup, root: Tag, meta: dict[str, str], entry: jsonld.Json) -> tuple[str, str]:
    for tag in (root, *root.parents):
        if lang := language_of(tag):
            return lang, "page"
    declared = (meta.get("content-language", ""), meta.get("og:locale", ""), meta.get("language", ""))
    for written in (*declared, meta.get("dc.language", ""), jsonld.text(entry, "inLanguage")):
        shape = soup.new_tag("i", attrs={"lang": written.split(",")[0].strip()})
        if lang := language_of(shape):
            return lang, "metadata"
    return "", ""


def _byline(soup: BeautifulSoup, root: Tag, meta: dict[str, str], entry: jsonld.Json, site: str) -> str:
    candidates = (
        ", ".join(jsonld.people(entry, "author")),
        meta.get("twitter:data1", "") if meta.get("twitter:label1", "").lower() == "written by" else "",
        *(meta.get(name, "") for name in _AUTHORS),
        *_shown_names(soup, root),
    )
    found = [name for said in candidates if (name := _name(said))]
    return next((name for name in found if _is_of_a_person(name, site)), found[0] if found else "")


def _is_of_a_person(name: str, site: str) -> bool:
    """Whether a name is no login ("jmiller2") and not the site's own."""
    is_login = " " not in name and (name.islower() or name.lower() in _OFFICES or any(map(str.isdigit, name)))
    return not is_login and normal(name) != normal(site)


def _name(said: str) -> str:
    name = _BY.sub("", squeeze(said))
    is_address = "://" in name or name.startswith(("@", "/")) or "@" in name
    return "" if is_address or not re.search(r"[^\W\d]", name) or len(name) > _LONGEST_NAME else name


def _shown_names(soup: BeautifulSoup, root: Tag) -> Iterator[str]:
    for place in (root, soup):
        for tag in elements(place):
            is_name = "author" in attr(tag, "rel").split() or "author" in attr(tag, "itemprop").split()
            if (is_name or _BYLINE.search(names(tag))) and not is_hidden(tag):
                yield _AFTER_NAME.sub("", _BY.sub("", visible_text(_name_inside(tag))[:_LONGEST_NAME]))
        for tag in place.find_all("p", limit=6):
            if is_byline(said := visible_text(tag)):
                yield _AFTER_NAME.sub("", _BY.sub("", said))
        links = (tag for tag in place.find_all("a") if _PROFILE.search(attr(tag, "href")))
        yield from (said for tag in links if _NAME.fullmatch(said := visible_text(tag)))


def _name_inside(tag: Tag) -> Tag:
    """Return the first link of a line about the author, else its first part with words of its own."""
    if link := next((child for child in elements(tag) if child.name == "a" and visible_text(child)), None):
        return link
    while not any(squeeze(child) for child in tag.contents if isinstance(child, NavigableString)):
        inner = next((child for child in children(tag) if visible_text(child)), None)
        if inner is None:
            break
        tag = inner
    return tag


def _date(soup: BeautifulSoup, root: Tag, meta: dict[str, str], entry: jsonld.Json) -> str:
    first = (*(meta.get(name, "") for name in _FIRST_DATES), jsonld.text(entry, "datePublished", "dateCreated"))
    rest = (meta.get(name, "") for name in _DATES)
    changes = (*(meta.get(name, "") for name in _CHANGES), jsonld.text(entry, "dateModified"))
    for said in (*first, *rest, *_marked_dates(root), *changes, *_marked_dates(soup)):
        if day := day_of(said):
            return day
    shown = (*_shown_dates(soup, root), *_told_dates(soup))
    return next((day for said in shown if (day := visible_day(said))), "")


def _told_dates(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the lines anywhere on the page that say when it was published or updated."""
    texts = (squeeze(text) for text in soup.find_all(string=_TOLD))
    yield from (said for said in texts if len(said) <= _LONGEST_NAME)


def _marked_dates(place: Tag) -> Iterator[str]:
    for tag in place.find_all(["time", "span", "meta", "abbr", "div", "p"]):
        if tag.name == "time" or "datepublished" in attr(tag, "itemprop").lower():
            yield attr(tag, "datetime") or attr(tag, "content") or visible_text(tag)


def _shown_dates(soup: BeautifulSoup, root: Tag) -> Iterator[str]:
    """Yield short texts that may hold the date: those whose class says so, then the first lines of the article."""
    for place in (root, soup):
        dated = (
            tag for tag in elements(place) if "class" in tag.attrs and _DATED.search(names(tag)) and not is_hidden(tag)
        )
        yield from (said for tag in dated if len(said := visible_text(tag)) <= _LONGEST_NAME * 3)
    first = root.find_all(["p", "div", "span", "h6", "em", "small"], limit=40)
    lines = (said for tag in first if len(said := visible_text(tag)) <= _LONGEST_NAME)
    yield from (line for line in lines if not _is_sentence(line))


def _is_sentence(line: str) -> bool:
    """Whether a line is prose, which may tell of any day: it has many words, and ends as sentences do."""
    return len(line.split()) > _WORDS_OF_A_DATE_LINE and line.rstrip("”\"'’»)").endswith((".", "!", "?", "…"))


def _address(soup: BeautifulSoup, meta: dict[str, str]) -> str:
    links = (attr(tag, "href") for tag in soup.find_all("link") if "canonical" in attr(tag, "rel").lower().split())
    found = (*links, meta.get("og:url", ""))
    return next((address for address in found if address.lower().startswith(("http://", "https://"))), "")
