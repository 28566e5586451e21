"""An article and its script in, findings about its words out: links, addresses and abbreviations."""

import re
from collections.abc import Iterator

from postaloud.model.article import DefinitionList, Figure, Paragraph, Run, Table
from postaloud.scripting.check_rules import Draft, Found, shortened
from postaloud.scripting.english.common import SHOUTED, SPOKEN
from postaloud.scripting.words import words

_VAGUE = re.compile(
    r"(?:click |tap |see |read )?(?:here|this|more|link|this (?:link|page|post|article))"
    r"|(?:read|learn|find out|see) more"
    r"|continue reading|details|hier|mehr|weiterlesen|ici|plus|lire la suite|aquí|más|leer más",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_INITIALS = re.compile(r"\b[A-Z]{2,6}s?\b")
_KNOWN = frozenset(
    words("AM PM TV UK US USA EU UN ID OK DVD CD PDF URL WWW HTML USB PC IT FAQ DIY CEO GPS SMS BBC CNN FBI CIA AD BC")
)


def vague_links(draft: Draft) -> Found:
    """Links whose text does not say where they lead."""
    for text, anchor in _links(draft):
        if _VAGUE.fullmatch(text.strip(" .…→»>")):
            yield f'A link is called "{text}": name where it leads.', anchor


def bare_links(draft: Draft) -> Found:
    """Links whose text is an address."""
    for text, anchor in _links(draft):
        if _ADDRESS.fullmatch(text):
            yield f"A link shows the address {shortened(text)}: give it words, since only its host is said.", anchor


def _links(draft: Draft) -> Iterator[tuple[str, str]]:
    for run, anchor in _runs(draft):
        if run.href and run.text.strip():
            yield run.text.strip(), anchor


def bare_addresses(draft: Draft) -> Found:
    """Addresses in the text."""
    for run, anchor in _runs(draft):
        if not run.href:
            for address in _ADDRESS.findall(run.text):
                yield f"The address {shortened(address)} stands in the text: only its host is said.", anchor


def unexplained_abbreviations(draft: Draft) -> Found:
    """Initialisms that the text never spells out, each once; "National Trust (NT)" explains, and so does abbr."""
    text = " ".join(run.text for run, _ in _runs(draft))
    seen = set(_KNOWN | SPOKEN | SHOUTED)
    for run, anchor in _runs(draft):
        for written in _INITIALS.findall("" if run.text.isupper() and " " in run.text else run.text):
            name = written.removesuffix("s")
            if name not in seen and not run.title and not _is_explained(name, text):
                yield f"The abbreviation {name} is never explained: write it out where it first stands.", anchor
            seen.add(name)


def _is_explained(name: str, text: str) -> bool:
    initials = r"[\w'’-]*\W+(?:(?:of|the|and|for|de|du|des|la|und|der)\W+)*".join(map(re.escape, name))
    return bool(
        re.search(
            rf"\b{initials}[\w'’-]*,?\s*(?:\(|or|aka)\s*{name}\b|\b{name}s?\s*\([^)]{{4,}}\)", text, re.IGNORECASE
        )
    )


def _runs(draft: Draft) -> Iterator[tuple[Run, str]]:
    for block in draft.blocks:
        match block:
            case Paragraph():
                yield from ((run, block.anchor) for run in block.runs)
            case DefinitionList():
                yield from ((run, entry.anchor) for entry in block.entries for term in entry.terms for run in term)
            case Figure():
                yield from ((run, block.anchor) for run in block.caption)
            case Table():
                yield from (
                    (run, cell.anchor or block.anchor)
                    for cell in (cell for row in block.rows for cell in row.cells)
                    for run in cell.runs
                )
            case _:
                pass
