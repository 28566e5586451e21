"""SubRip, read again by pysrt."""

from collections.abc import Sequence

import pysrt
import pytest

from episodes import say
from postaloud import publishing
from postaloud.model.recording import Cue
from postaloud.model.timing import packed

LONG = "It sat on the left elbow of my grey jumper, the one I wear on every train and in every hall until April."


def to_srt(cues: Sequence[Cue]) -> str:
    return "".join(publishing.to_srt(cues))


def _read(text: str) -> list[tuple[int, int, str]]:
    return [(item.start.ordinal, item.end.ordinal, item.text) for item in pysrt.from_string(text)]


def test_a_short_sentence_is_one_subtitle() -> None:
    assert to_srt([Cue(1500, 62_500, say("Warm the pot."))]) == "1\n00:00:01,500 --> 00:01:02,500\nWarm the pot.\n"


def test_a_long_sentence_is_cut_where_a_word_starts_to_sound() -> None:
    words = packed((at, 1000 + 50 * at) for at in range(len(LONG)) if at == 0 or LONG[at - 1] == " ")

    read = _read(to_srt([Cue(1000, 8000, say(LONG), words=words)]))

    second = LONG.index(read[1][2].split()[0], 50)
    assert [(start, end) for start, end, _ in read] == [(1000, 1000 + 50 * second), (1000 + 50 * second, 8000)]
    assert " ".join(text.replace("\n", " ") for _, _, text in read) == LONG


def test_without_word_times_a_sentence_is_cut_by_its_letters() -> None:
    (_, end, _), (start, _, _) = _read(to_srt([Cue(0, 8000, say(LONG))]))

    assert end == start
    assert 3000 < start < 5000


@pytest.mark.parametrize(
    "shown", [LONG * 3, "a" * 150, "word " * 60, f"See https://tea.example/{'x' * 80} for more.", "茶を淹れます。" * 20]
)
def test_a_subtitle_has_two_lines_of_42_characters_at_most(shown: str) -> None:
    texts = [text.split("\n") for _, _, text in _read(to_srt([Cue(0, 9000, say(shown))]))]

    assert max(map(len, texts)) <= 2
    assert max(len(line) for lines in texts for line in lines) <= 42
    assert "".join("".join(line.split()) for lines in texts for line in lines) == "".join(shown.split())


@pytest.mark.parametrize("shown", ["<b>bold</b>", "a --> b", r"{\an8}up", "&lt;i&gt;", "<font color=red>"])
def test_markup_in_a_text_stays_text(shown: str) -> None:
    ((_, _, text),) = _read(to_srt([Cue(0, 1000, say(shown))]))

    assert text.replace("\u2060", "") == shown
    assert not {"<b", "</", "<f", "{\\", "&l", "-->"} & {
        text[at : at + size] for at in range(len(text)) for size in (2, 3)
    }
