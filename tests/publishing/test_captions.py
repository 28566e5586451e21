"""WebVTT, read again by webvtt-py."""

import html
from collections.abc import Sequence

import pytest
import webvtt

from episodes import say
from postaloud import publishing
from postaloud.model.recording import Cue
from postaloud.model.script import Role, Utterance
from postaloud.model.timing import packed

SAID, MARK = Role.ANNOUNCEMENT, Role.MARKER


def to_webvtt(cues: Sequence[Cue]) -> str:
    return "".join(publishing.to_webvtt(cues))


def _cues(*utterances: Utterance) -> list[Cue]:
    return [Cue(number * 1500, number * 1500 + 1000, utterance) for number, utterance in enumerate(utterances)]


def _read(text: str) -> list[tuple[str, str, str]]:
    return [
        (cue.start, cue.end, "\n".join(cue.lines).removeprefix("<v Narrator>"))
        for cue in webvtt.from_string(text).captions
    ]


def _texts(*utterances: Utterance) -> list[str]:
    return [text for _, _, text in _read(to_webvtt(_cues(*utterances)))]


def test_each_sentence_is_a_cue_with_its_number_times_and_text() -> None:
    assert to_webvtt(_cues(say("Warm the pot."), say("It costs 5%."))) == (
        "WEBVTT\n\n"
        "s1\n00:00:00.000 --> 00:00:01.000\n<v Narrator>Warm the pot.\n\n"
        "s2\n00:00:01.500 --> 00:00:02.500\n<v Narrator>It costs 5%.\n"
    )


def test_each_word_has_a_timestamp_in_front_of_it() -> None:
    cue = Cue(0, 1000, say("It costs 5%."), words=packed([(0, 0), (3, 200), (9, 650)]))

    assert to_webvtt([cue]).splitlines()[-1] == "<v Narrator>It <00:00:00.200>costs <00:00:00.650>5%."


def test_timestamps_grow_and_stay_inside_their_cue() -> None:
    cue = Cue(100, 1000, say("One two three four."), words=packed([(0, 150), (4, 150), (8, 400), (14, 1000)]))

    assert to_webvtt([cue]).splitlines()[-1] == "<v Narrator><00:00:00.150>One two <00:00:00.400>three four."


def test_a_recording_without_words_has_no_cues() -> None:
    assert to_webvtt([]) == "WEBVTT\n"


@pytest.mark.parametrize(
    ("utterances", "texts"),
    [
        ([say("Section 2.", SAID, "#a"), say("How Massage Boosts Oxytocin:", anchor="#a")],
         ["<c.announce>Section 2.</c> How Massage Boosts Oxytocin:"]),
        ([say("End of list.", SAID, "#a"), say("Next.", anchor="#b")], ["<c.announce>End of list.</c>", "Next."]),
        ([say("3.", MARK, "#a"), say("Touch and Bonding:", Role.LABEL, "#b")], ["3. Touch and Bonding:"]),
        ([say("List of three.", SAID, "#a"), say("1.", MARK, "#b"), say("Touch.")],
         ["<c.announce>List of three.</c>", "1. Touch."]),
        ([say("Sub-list.", SAID, "#a"), say("a.", MARK, "#a"), say("Touch.")], ["<c.announce>Sub-list.</c> a. Touch."]),
        ([say("1.", MARK), say("2.", MARK), say("Two.")], ["1.", "2. Two."]),
        ([say("1.", MARK), say("Sub-list of two.", SAID)], ["1.", "<c.announce>Sub-list of two.</c>"]),
        ([say("One.", anchor="#a"), say("Two.", anchor="#a")], ["One.", "Two."]),
        ([say("\u200b"), say(" "), say("One.")], ["One."]),
    ],
)  # fmt: skip
def test_what_only_leads_to_a_sentence_shares_its_cue(utterances: list[Utterance], texts: list[str]) -> None:
    assert _texts(*utterances) == texts


def test_a_joined_cue_lasts_from_the_first_to_the_last_sound() -> None:
    cues = _cues(say("Section 1.", SAID, "#a"), say("Water", Role.HEADING, "#a"))

    assert _read(to_webvtt(cues))[0][:2] == ("00:00:00.000", "00:00:02.500")


def test_a_lost_sentence_is_left_out_and_its_marker_joins_no_other() -> None:
    marker, lost, after = _cues(say("1.", MARK), say("Lost."), say("Next."))
    lost = Cue(lost.start_ms, lost.start_ms, lost.utterance, is_lost=True)

    assert [text for _, _, text in _read(to_webvtt([marker, lost, after]))] == ["1.", "Next."]


def test_markup_in_a_text_stays_text() -> None:
    text = to_webvtt(_cues(say("<v Eve>&amp; a --> b\n\n00:00.000 --> 00:01.000\nNOTE")))

    assert "&lt;v Eve&gt;&amp;amp; a --&gt; b 00:00.000 --&gt; 00:01.000 NOTE" in text.replace("\n", " ")
    assert len(_read(text)) == 1


@pytest.mark.parametrize(
    "shown",
    [
        "word " * 60,
        "“Tom & Jerry” < > " * 20,
        "a" * 49 + " " + "b" * 60 + " c",
        "茶を淹れるには、まずお湯を沸かします。" * 8,
    ],
)
def test_lines_are_at_most_65_characters_long(shown: str) -> None:
    lines = to_webvtt(_cues(say(shown), say(shown, SAID))).replace("<v Narrator>", "").splitlines()

    assert max(map(len, lines)) <= 65


def test_a_word_that_no_line_can_hold_is_cut() -> None:
    word = "https://tea.example/" + "x" * 80

    assert _texts(say(f"See {word} for more.")) == [f"See\n{word[:65]}\n{word[65:]} for more."]


def test_no_line_of_a_cue_is_empty_or_holds_control_characters() -> None:
    (text,) = _texts(say("one\r\n\r\n\x0btwo\x07\u2028\u2028three"))

    assert text == "one two three"


def test_cues_that_rounding_made_overlap_do_not() -> None:
    cues = [Cue(0, 1001, say("One.")), Cue(1000, 2000, say("Two.")), Cue(2000, 2000, say("Nothing."))]

    assert _read(to_webvtt(cues)) == [
        ("00:00:00.000", "00:00:01.000", "One."),
        ("00:00:01.000", "00:00:02.000", "Two."),
    ]


@pytest.mark.parametrize(
    "shown",
    ["word " * 60, "a" * 200, f"See https://tea.example/{'&' * 90} for more.", "茶を淹れます。" * 30, "<" * 140],
)
def test_no_line_is_longer_than_apple_wants_and_nothing_is_lost(shown: str) -> None:
    (caption,) = webvtt.from_string(to_webvtt([Cue(0, 9000, say(shown))])).captions

    lines = [html.unescape(line).removeprefix("<v Narrator>") for line in caption.lines]
    assert max(map(len, lines)) <= 65
    assert "".join("".join(lines).split()) == "".join(shown.split())
