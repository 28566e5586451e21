"""An article and settings in, its script out, or what its author should know of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from postaloud import reading
from postaloud.config import Settings
from postaloud.model.article import Article
from postaloud.model.lexicon import EMPTY, Lexicon
from postaloud.model.script import Script
from postaloud.pipeline.sources import choices, chosen, the_source, web
from postaloud.workers import Workers

if TYPE_CHECKING:
    from postaloud.scripting import Manner
    from postaloud.scripting.checking import Finding


def prepare_to_write(_: Workers) -> None:
    """Load what scripts are written with."""
    import postaloud.scripting.write  # noqa: F401 - takes as long as a worker needs for a page


def write(article: Article, settings: Settings, lexicon: Lexicon = EMPTY) -> Script:
    """Write what will be said of an article, or of the sections that the settings choose."""
    from postaloud import scripting

    script = scripting.write_script(article, _manner(settings, lexicon))
    return scripting.only_sections(script, settings.sections) if settings.sections else script


def check(location: str, settings: Settings, workers: Workers) -> "tuple[Finding, ...]":
    """Return what a listener would miss of a source, for its author."""
    page = reading.fetch(the_source(location, settings, workers), web(settings))
    finish = reading.begin(page, workers, choices(settings))
    from postaloud.scripting.checking import check as find

    found = finish()
    article = chosen(found, page, replace(settings, sections=""))
    return find(replace(article, title=settings.title or found.title), write(article, settings))


def _manner(settings: Settings, lexicon: Lexicon) -> "Manner":
    from postaloud import scripting

    return scripting.Manner(
        verbosity=scripting.Verbosity(settings.verbosity),
        rate_wpm=settings.rate_wpm,
        earcons=scripting.Earcons.ON if settings.earcons else scripting.Earcons.OFF,
        images=scripting.Images(settings.images or "announce"),
        links=scripting.Links(settings.links) if settings.links else None,
        code=scripting.CodeSamples(settings.code) if settings.code else None,
        footnotes=scripting.Footnotes(settings.footnotes) if settings.footnotes else None,
        tables=scripting.Tables(settings.tables or "rows"),
        lexicon=lexicon,
    )
