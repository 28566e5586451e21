"""A script and a studio in, a tape out that grows while somebody listens, where he is and ahead of him."""

import shutil
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Condition, Thread

from postaloud import studio
from postaloud.errors import EngineError, OutputError, PostaloudError
from postaloud.listening.course import Course
from postaloud.listening.events import Broke, Made, Post
from postaloud.listening.tape import Piece
from postaloud.model.recording import Take
from postaloud.model.script import Part

AHEAD = 40
"""How many parts are made before they are needed: about half an hour."""


def to_make(made: Collection[int], wanted: int, count: int) -> int | None:
    """Return the part to be made next: the first missing one where the listener is or ahead, else one behind him."""
    ahead, behind = range(wanted, min(wanted + AHEAD, count)), range(max(wanted - AHEAD, 0), wanted)
    return next((part for part in (*ahead, *behind) if part not in made), None)


class GrowingTape:
    """The parts of a script, recorded by a thread that is ahead of the listener and goes where he goes."""

    def __init__(self, parts: Sequence[Part], course: Course, desk: studio.Studio, guesses_ms: Sequence[int]) -> None:
        self.guesses_ms = guesses_ms
        self._parts = parts
        self._course = course
        self._studio = desk
        self._pieces: dict[int, Piece] = {}
        self._wanted = 0
        self._is_closed = False
        self._changed = Condition()
        self._folder = Path()
        self._post: Post = lambda _: None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self, post: Post) -> "GrowingTape":
        """Begin to make parts, and tell of each."""
        self._post = post
        self._folder = Path(tempfile.mkdtemp(prefix="postaloud-listen-"))
        self._thread.start()
        return self

    def piece(self, part: int) -> Piece | None:
        """Return a part, or None where it is not made yet."""
        return self._pieces.get(part)

    def want(self, part: int) -> None:
        """Let the parts from this one on be made first."""
        with self._changed:
            self._wanted = part
            self._changed.notify()

    def close(self, patience: float | None = None) -> None:
        """Make no more, and take the files away; the part under way is waited for, at most so many seconds."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join(patience)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        error: PostaloudError | None = EngineError("The recording failed. Please report this, with its last lines.")
        try:
            while (part := self._next()) is not None:
                self._make_from(part)
            error = None
        except PostaloudError as met:
            error = met
        except OSError as met:
            error = OutputError(f"Cannot keep sound in {self._folder}: {met.strerror}. Make room there.")
        finally:
            if error is not None and not self._is_closed:
                self._post(Broke(error))

    def _next(self) -> int | None:
        """Return the part to be made, waiting until there is one, or None where no more is wanted."""
        with self._changed:
            while not self._is_closed:
                part = to_make(self._pieces, self._wanted, len(self._parts))
                if part is not None:
                    return part
                self._changed.wait()
        return None

    def _make_from(self, part: int) -> None:
        """Make parts one after the other, until another is wanted first."""
        for (take,) in studio.record(self._parts[part:], self._studio):
            if self._is_closed:
                return
            self._keep(part, take)
            part += 1
            if to_make(self._pieces, self._wanted, len(self._parts)) != part:
                return

    def _keep(self, part: int, take: Take) -> None:
        rate = self._studio.speaker.rate
        path = self._folder / f"{part:05}.mp3"
        with path.open("wb") as file:
            file.writelines(studio.to_file(take, rate))
        starts = (each.utterance for each in self._course.sentences if each.part == part)
        starts_ms = tuple(take.spoken[utterance].start * 1000 // rate for utterance in starts)
        self._pieces[part] = Piece(path, take.samples * 1000 // rate, starts_ms)
        self._post(Made(part))
