"""What became of each source in, lines for the listener out: calm progress, and a report at the end."""

import json
import time
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from postaloud.cli.printing import complain, progress, result, results
from postaloud.errors import PostaloudError

if TYPE_CHECKING:
    from postaloud.model.episode import Episode
    from postaloud.model.recording import Recording
    from postaloud.pipeline import Outcome

DONE_IN_PART = 3
CALM_SECONDS = 5.0
"""Where there are several sources, a line is told at most so often."""


@dataclass(slots=True)
class Report:
    """What became of the sources of one run."""

    output: Path = Path()
    is_quiet: bool = False
    as_json: bool = False
    total: int = 1
    done: int = 0
    unchanged: int = 0
    failures: list[PostaloudError] = field(default_factory=list)
    has_losses: bool = False
    rows: list[dict[str, object]] = field(default_factory=list)
    """What `--json` prints of each source."""
    _start: float = field(default_factory=time.monotonic)
    _told: float = field(default_factory=time.monotonic)

    def tell(self, line: str) -> None:
        """Tell of progress; where there are several sources with what is left, and not too often."""
        if self.is_quiet:
            return
        if self.total == 1:
            progress(line)
        elif time.monotonic() - self._told >= CALM_SECONDS:
            self._told = time.monotonic()
            progress(f"{self._what_is_left()} {line}")

    def _what_is_left(self) -> str:
        over = self.done + self.unchanged + len(self.failures)
        seconds = (self.total - over) * (time.monotonic() - self._start) / (over or 1)
        left = f", about {_roughly(seconds)}" if over else ""
        return f"{over:,} of {self.total:,} done, {self.total - over:,} left{left}."

    def failed(self, source: str, error: PostaloudError) -> None:
        """Say why a source was not done."""
        complain(error)
        self.failures.append(error)
        self.rows.append({"source": source, "outcome": "failed", "error": str(error), "exit_code": error.exit_code})

    def add(self, outcome: "Outcome") -> None:
        """Take note of what became of a source, and tell it."""
        from postaloud.pipeline.archive import Done, Failed, Twice, Unchanged

        match outcome:
            case Done(source, episode):
                self.done += 1
                self._name_losses(source, episode.recording)
                names = _names(episode)
                self._made(source, "done", (episode.identity.slug, episode.title, episode.recording.duration_ms), names)
            case Unchanged(source, made):
                self.unchanged += 1
                self._made(source, "unchanged", (made.slug, made.title, made.duration_ms), made.names)
            case Twice(source, first):
                self.unchanged += 1
                self.rows.append({"source": source, "outcome": "twice", "first": first})
                if not self.is_quiet:
                    progress(f"Passed over: {source} is the same article as {first}.")
            case Failed(source, error):
                self.failed(source, error)
            case _:
                assert_never(outcome)

    def _made(self, source: str, outcome: str, what: tuple[str, str, int], names: Mapping[str, str]) -> None:
        slug, title, duration_ms = what
        folder = self.output / slug
        files = {kind: str(folder / name) for kind, name in names.items()}
        if self.as_json:
            row = {"source": source, "outcome": outcome, "slug": slug, "title": title, "duration_ms": duration_ms}
            self.rows.append({**row, "files": files})
        elif self.total == 1:
            results(_lines(outcome, title, duration_ms, {**files, "record": str(folder / "episode.json")}))
        else:
            self.tell(f"Last: {title}.")

    def _name_losses(self, source: str, recording: "Recording") -> None:
        for loss in losses(source, recording):
            progress(loss)
            self.has_losses = True

    def wait(self, line: str) -> None:
        """Tell at once what is waited for."""
        if not self.is_quiet:
            progress(line)

    def heard(self, source: str, episode: "Episode") -> None:
        """Take note of an episode that lies in no folder."""
        self.done += 1
        self._name_losses(source, episode.recording)

    def close(self) -> int:
        """Print the report and return the exit code: 0 for all done, 3 for done in part, else the lowest code."""
        code = self.code
        if self.as_json:
            counts = {"done": self.done, "unchanged": self.unchanged, "failed": len(self.failures)}
            result(json.dumps({"version": 1, **counts, "exit_code": code, "sources": self.rows}, indent=1))
        elif self.total > 1:
            result(f"Done: {self.done:,}. Unchanged: {self.unchanged:,}. Failed: {len(self.failures):,}.")
            if self.done or self.unchanged:
                result(f"Episodes: {self.output}")
            results(f"Failed: {error}" for error in self.failures)
        return code

    @property
    def code(self) -> int:
        """0 for all done, 3 for done in part, else the lowest code."""
        if not self.failures:
            return DONE_IN_PART if self.has_losses else 0
        return DONE_IN_PART if self.done or self.unchanged else min(error.exit_code for error in self.failures)


def losses(location: str, recording: "Recording") -> Iterator[str]:
    """Yield a sentence for each piece that the voice could not speak."""
    chapters = deque(recording.chapters)
    for cue in recording.cues:
        while len(chapters) > 1 and chapters[1].start_ms <= cue.start_ms:
            chapters.popleft()
        if cue.is_lost or cue.unspoken:
            piece = f'"{cue.unspoken}" of ' if cue.unspoken else ""
            place = f'chapter "{chapters[0].title}" of {location}'
            yield f'Not spoken, because the voice failed on it: {piece}the sentence "{cue.utterance.shown}", {place}.'


def _names(episode: "Episode") -> dict[str, str]:
    from postaloud.model.episode import names_of, texts_of

    sounds = ((each.name, each.chapter) for each in episode.enclosures)
    return names_of(sounds, texts_of(episode.identity.slug, episode.playlist))


def _lines(outcome: str, title: str, duration_ms: int, files: dict[str, str]) -> Iterator[str]:
    from postaloud.publishing import in_words

    yield f"{outcome.capitalize()}. {title}: {in_words(duration_ms)}."
    for kind, path in files.items():
        yield f"{kind.capitalize()}: {path}"


def _roughly(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes > 1 else "a minute" if seconds > 30 else "half a minute"
