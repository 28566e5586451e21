"""Parts of a script, made by hand."""

from postaloud.model.script import ChapterMark, Earcon, EarconKind, Line, Part, Pause, Role, Utterance


def say(said: str, role: Role = Role.NARRATOR) -> Utterance:
    """Return an utterance that shows what it says."""
    return Utterance(said, said, role)


def chapter(number: int, *sentences: str, earcon: bool = False) -> Part:
    """Return a part with a marked heading and some sentences, as a section has them."""
    heading: list[Line] = [ChapterMark(f"Chapter {number}", 2, number)]
    heading += [Earcon(EarconKind.SECTION)] if earcon else []
    body = [line for sentence in sentences for line in (say(sentence), Pause(250))]
    return Part(
        (*heading, say("h" * (number + 1), Role.HEADING), Pause(600), *body, Pause(1_000 + 13 * number)), number
    )


def plain(*sentences: str) -> Part:
    """Return a part without a heading."""
    return Part(tuple(line for sentence in sentences for line in (say(sentence), Pause(400))))
