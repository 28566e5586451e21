"""An article in, what is said around it out: who wrote it, when, how long it is; and where it ends."""

from collections import Counter
from collections.abc import Iterable, Iterator

from postaloud.model.article import Article, Block, Code, Figure, FigureKind, ListBlock, Quote, Table, every_block
from postaloud.model.script import Line, Pause
from postaloud.scripting.addresses import host_of
from postaloud.scripting.leaving_out import LeftOut
from postaloud.scripting.manner import Verbosity
from postaloud.scripting.measure import duration_ms
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.scene import SENTENCE_MS, Scene

BEFORE_END_MS = 1200
MINUTE_MS = 60_000


def speak_facts(article: Article, body: Iterable[Line], scene: Scene) -> Iterator[Line]:
    """Yield author, day, number of sections and length, which the plain manner leaves out."""
    if scene.verbosity is Verbosity.PLAIN:
        return
    byline = article.byline.strip().rstrip(".")
    for phrase, value in ((Phrase.BY, byline), (Phrase.PUBLISHED, scene.phrases.day(article.date.strip()))):
        if value:
            yield Pause(SENTENCE_MS)
            yield from scene.announce(phrase, value)
    if article.sections:
        yield Pause(SENTENCE_MS)
        yield scene.announcement(scene.phrases.sentence(scene.phrases.count(len(article.sections), Noun.SECTION)))
    yield Pause(SENTENCE_MS)
    yield from _length(body, scene)


def _length(body: Iterable[Line], scene: Scene) -> Iterator[Line]:
    minutes = round(sum(duration_ms(line, scene.manner.rate_wpm) for line in body) / MINUTE_MS)
    if minutes:
        yield from scene.announce(Phrase.ABOUT, scene.phrases.count(minutes, Noun.MINUTE))
    else:
        yield from scene.announce(Phrase.SOON_OVER)


def speak_end(article: Article, pieces: Iterable[LeftOut], scene: Scene) -> Iterator[Line]:
    """Yield that the article ends, which pieces of it were left out, and, but in the plain manner, where it is from."""
    yield Pause(BEFORE_END_MS)
    yield from scene.announce(Phrase.END)
    if pieces:
        yield Pause(SENTENCE_MS)
        counted = Counter(piece.noun for piece in pieces)
        names = ", ".join(scene.phrases.count(number, noun) for noun, number in counted.items())
        yield from scene.announce(Phrase.LEFT_OUT, names)
    place, day = _source(article), scene.phrases.day(article.date.strip())
    source = ", ".join(filter(None, (place, day))) if place else ""
    if source and scene.verbosity is not Verbosity.PLAIN:
        yield Pause(SENTENCE_MS)
        yield from scene.announce(Phrase.SOURCE, source)
    if scene.verbosity is Verbosity.FULL:
        yield from _counts(article, tuple(_blocks(article)), scene)


def _source(article: Article) -> str:
    return article.site.strip().rstrip(".") or host_of(article.address)


def _counts(article: Article, blocks: tuple[Block, ...], scene: Scene) -> Iterator[Line]:
    kinds: tuple[tuple[type[Block], Noun], ...] = (
        (ListBlock, Noun.LIST),
        (Figure, Noun.IMAGE),
        (Quote, Noun.QUOTE),
        (Table, Noun.TABLE),
        (Code, Noun.CODE),
    )
    counted = [(len(article.sections), Noun.SECTION)]
    counted += [
        (sum(isinstance(block, kind) for block in blocks if not _is_media(block)), noun) for kind, noun in kinds
    ]
    words = ", ".join(scene.phrases.count(number, noun) for number, noun in counted if number)
    if words:
        yield Pause(SENTENCE_MS)
        yield scene.announcement(scene.phrases.sentence(words))


def _is_media(block: Block) -> bool:
    return isinstance(block, Figure) and block.kind is not FigureKind.IMAGE


def _blocks(article: Article) -> Iterator[Block]:
    sections, notes = (section.blocks for section in article.sections), (note.blocks for note in article.notes)
    return (block for blocks in (article.lead, *sections, *notes) for block in every_block(blocks))
