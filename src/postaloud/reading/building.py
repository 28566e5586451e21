"""A document goes in, its article comes out: parsed, chosen, walked and sorted into sections."""

from collections.abc import Iterator
from dataclasses import asdict, replace

from bs4 import Tag

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure, Skip
from postaloud.reading.anchors import anchors
from postaloud.reading.choices import Choices
from postaloud.reading.choosing import Choice
from postaloud.reading.content import Content, read_content
from postaloud.reading.coverage import lost_lines
from postaloud.reading.document import Document, Kind
from postaloud.reading.extracting import extract
from postaloud.reading.labels import write_labels
from postaloud.reading.links import resolve_links
from postaloud.reading.metadata import Metadata, read_metadata
from postaloud.reading.parsing import parse
from postaloud.reading.sections import Sorting
from postaloud.reading.selecting import choose_all, choose_selected, find_selected, mark_skipped


def build(document: Document, choices: Choices, name: str, base: str = "") -> Article:
    """Return the article; the tree is gone when it is there.

    `name` is the source in sentences, `base` the address from which links are counted, or "".
    """
    soup = parse(document.html)
    if base:
        resolve_links(soup, base)
    if "aria-labelledby" in document.html:
        write_labels(soup)
    body = soup.body or soup
    choice = _choose(body, document, choices, name)
    known = _with_told(read_metadata(soup, choice.root), document)
    content = read_content(body, choice, known, anchors(soup), _sorting(document, choices))
    article = _article(known, content, document.skips)
    return replace(article, lost=tuple(lost_lines(body, article)))


def _choose(body: Tag, document: Document, choices: Choices, name: str) -> Choice:
    """What the author decides comes first, then what typing a text means, then the page's own markup."""
    if choices.skip:
        mark_skipped(body, choices.skip)
    if not choices.select:
        return choose_all(body) if document.is_typed else extract(body, choices.extractor)
    selected = find_selected(body, choices.select)
    if not selected:
        raise NothingToRead(f'Nothing in {name} matches "{choices.select}": choose another selector for --select.')
    return choose_selected(body, selected)


def _sorting(document: Document, choices: Choices) -> Sorting:
    if choices.extractor == "none" and not choices.select:
        return Sorting.WHOLE
    return Sorting.TYPED if document.is_typed else Sorting.PAGE


def _with_told(known: Metadata, document: Document) -> Metadata:
    """What a source tells beside its text wins; a plain text tells author and date there or nowhere."""
    told = document.told
    texts = {field: said for field, said in asdict(told).items() if said}
    if document.kind is Kind.TEXT:
        texts |= {"byline": told.byline, "date": told.date}
    return replace(known, **texts, **({"lang_origin": "front matter"} if told.lang else {}))


def _article(known: Metadata, content: Content, skips: tuple[Skip, ...]) -> Article:
    parts = content.parts
    return Article(
        title=known.title,
        byline=known.byline,
        date=known.date,
        lang=known.lang,
        lang_origin=known.lang_origin,
        address=known.address,
        site=known.site,
        description=known.description,
        picture=known.picture or _first_picture(parts.lead, *(section.blocks for section in parts.sections)),
        lead=parts.lead,
        sections=parts.sections,
        notes=content.notes,
        skips=(*skips, *content.skips),
    )


def _first_picture(*parts: tuple[Block, ...]) -> str:
    return next((picture.source for picture in _pictures(parts) if picture.source), "")


def _pictures(parts: tuple[tuple[Block, ...], ...]) -> Iterator[Figure]:
    return (block for blocks in parts for block in blocks if isinstance(block, Figure))
