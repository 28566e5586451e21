"""Episodes made by hand from a few lines."""

from dataclasses import replace

from postaloud.model.episode import Enclosure, Episode, Identity
from postaloud.model.recording import Chapter, Cue, Recording
from postaloud.model.script import BlockKind, Enter, Leave, Line, Part, Role, Script, Utterance

Lines = tuple[Line, ...]


def say(shown: str, role: Role = Role.NARRATOR, anchor: str = "", lang: str = "en") -> Utterance:
    """Return an utterance that says what it shows."""
    return Utterance(shown, shown, role, lang, anchor)


def within(kind: BlockKind, *lines: Line | Lines, value: str = "", lang: str = "") -> Lines:
    """Return the lines of a block; text may stand for an utterance."""
    flat = [line for group in lines for line in (group if isinstance(group, tuple) else (group,))]
    return (Enter(kind, value, "", lang), *flat, Leave(kind))


def paragraph(*sentences: str) -> Lines:
    """Return the lines of a paragraph."""
    return within(BlockKind.PARAGRAPH, *map(say, sentences))


def items(kind: BlockKind, *values: str) -> Lines:
    """Return a list whose items show these numbers."""
    return within(kind, *(within(BlockKind.ITEM, say(f"Item {value}."), value=value) for value in values))


def cues_of(script: Script) -> tuple[Cue, ...]:
    """Return a cue of one second for each utterance, half a second apart."""
    return tuple(
        Cue(number * 1500, number * 1500 + 1000, utterance) for number, utterance in enumerate(script.utterances())
    )


def episode_of(*lines: Line | Lines, lang: str = "en-GB") -> Episode:
    """Return an episode of these lines, with a single chapter."""
    flat = tuple(line for group in lines for line in (group if isinstance(group, tuple) else (group,)))
    script = Script("Tea", lang, (Part(flat),))
    cues = cues_of(script)
    duration = cues[-1].end_ms if cues else 0
    identity = Identity("https://tea.example/pot/", "5f2c9d0e-0000-5000-8000-000000000001", "tea-0a1b2c", "2024-11-08")
    return Episode(
        identity=identity,
        title="Tea",
        lang=lang,
        script=script,
        recording=Recording(duration, (Chapter(0, duration, "Tea"),), cues),
        byline="Nora",
        site="The Pot",
        description="How to make tea.",
        address="https://tea.example/pot/",
        voice="espeak-ng en-gb",
        enclosures=(Enclosure("tea-0a1b2c.mp3", "audio/mpeg", 1234, "ab" * 32, duration),),
    )


def with_lost(episode: Episode, *numbers: int) -> Episode:
    """Return the episode with these utterances, counted from 1, not spoken."""
    cues = tuple(
        replace(cue, is_lost=True, end_ms=cue.start_ms) if number in numbers else cue
        for number, cue in enumerate(episode.recording.cues, 1)
    )
    return replace(episode, recording=replace(episode.recording, cues=cues))
