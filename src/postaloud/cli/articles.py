"""A location in, its articles out one by one; one that cannot be read is named and stops no other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from postaloud.cli.printing import complain, progress, result
from postaloud.config import Settings
from postaloud.errors import PostaloudError

if TYPE_CHECKING:
    from postaloud.model.article import Article
    from postaloud.workers import Workers

DONE_IN_PART = 3


@dataclass(slots=True)
class Articles:
    """The articles at a location: one, or those of a feed or folder; read while they are asked for."""

    location: str
    settings: Settings
    workers: "Workers"
    meanwhile: Callable[["Workers"], None] = lambda _: None
    """What is done while an article is read."""
    are_several: bool = False
    """Whether the location holds several, known once the first was asked for."""
    done: int = 0
    codes: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator["Article"]:
        """Read each; raises the error of a single one."""
        from postaloud.pipeline import find_sources, read

        sources = find_sources(self.location, self.settings, self.workers, progress)
        self.are_several = len(sources) > 1
        for source in sources:
            try:
                _, article = read(source, self.settings, self.workers, self.meanwhile)
            except PostaloudError as error:
                if not self.are_several:
                    raise
                complain(error)
                self.codes.append(error.exit_code)
            else:
                self.done += 1
                yield article

    @property
    def exit_code(self) -> int:
        """0 for all read, 3 for some, else the lowest code."""
        return 0 if not self.codes else DONE_IN_PART if self.done else min(self.codes)


def print_json(articles: Articles, describe: Callable[["Article"], object]) -> None:
    """Print what describes an article as JSON: one value for one article, a list for several."""
    import json

    described = [describe(article) for article in articles]
    if described:
        shown = described if articles.are_several else described[0]
        result(json.dumps(shown, ensure_ascii=False, indent=1))
