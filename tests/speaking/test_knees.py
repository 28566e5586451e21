"""Texts at which libespeak-ng drops words, hangs or crashes: spoken whole, they last as long as in small pieces.

Each piece is short enough for the bare library; the whole lies far beyond the length at which it starts to drop.
"""

import pytest

from postaloud.errors import EngineError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import open_engine
from speaking.forks import spoken

DIGITS = "31415926535897932384626433832795028841971693993751058209749445923078164062862089"
THAI = ("ภาษาไทย", "เป็นภาษา", "ที่มีระดับ", "เสียงของคำ", "แน่นอน", "หรือวรรณยุกต์")
CHINESE = ("中文字符", "没有空格", "很长的句子", "也要读完")
JAPANESE = ("日本語は", "空白を", "書きません", "とても長い文")
EMOJI = ("😀", "🎉", "🚀", "🐢", "🌧", "🍋")
CLAUSE = ("and the river bends", "but nobody minds", "while the ferry waits", "so the children sing")


def in_groups(digits: str, size: int) -> list[str]:
    return [digits[at : at + size] for at in range(0, len(digits), size)]


KNEES = {
    "digits in a row": ("en", DIGITS, in_groups(DIGITS, 4)),
    "digits beyond memory": ("en", DIGITS * 6, in_groups(DIGITS * 6, 4)),
    "decimals": ("en", f"3.{DIGITS}", ["3", *in_groups(DIGITS, 4)]),
    "years": ("en", "1977 " * 90, ["1977 1977 1977"] * 30),
    "grouped digits": ("en", ",".join(in_groups(DIGITS[:60], 3)), in_groups(DIGITS[:60], 3)),
    "a long word": ("en", "pneumonoultra" * 20, ["pneumonoultra"] * 20),
    "a long word of two bytes a letter": ("ru", "переподготовка" * 12, ["переподготовка"] * 12),
    "joined by hyphens": ("en", "-".join(["mother", "in", "law"] * 40), ["-".join(["mother", "in", "law"] * 4)] * 10),
    "joined by underscores": ("en", "_".join(["snake", "case"] * 60), ["snake_case_snake_case"] * 30),
    "joined by slashes": ("en", "/".join(CLAUSE * 40), list(CLAUSE * 40)),
    "joined by no-break spaces": ("en", "\u00a0".join(CLAUSE * 40).replace(" ", "\u00a0"), list(CLAUSE * 40)),
    "joined by zero-width spaces": ("en", " \u200b".join(CLAUSE * 40), list(CLAUSE * 40)),
    "joined by commas": ("en", ", ".join(CLAUSE * 40), list(CLAUSE * 40)),
    "no punctuation at all": ("en", " ".join(CLAUSE * 100), list(CLAUSE * 100)),
    "dotted letters": ("en", ".".join("abcdefgh" * 30), [".".join("abcdefgh")] * 30),
    "dotted letters with spaces": ("en", ". ".join("abcdefgh" * 30), [". ".join("abcdefgh")] * 30),
    "the dotted accents that crash": ("en", "é . " * 126, ["é . é . é ."] * 42),
    "the dotted letters that crash": ("en", "a.b.c." * 70, ["a.b.c.a.b.c."] * 35),
    "a run of emoji": ("en", "".join(EMOJI * 20), ["".join(EMOJI)] * 20),
    "emoji behind words": ("en", "word" + "".join(EMOJI * 20), ["word", *["".join(EMOJI)] * 20]),
    "Chinese": ("zh", "".join(CHINESE * 30), list(CHINESE * 30)),
    "Chinese in an English sentence": ("en", "so: " + "".join(CHINESE * 30), ["so", *CHINESE * 30]),
    "Japanese": ("ja", "".join(JAPANESE * 20), list(JAPANESE * 20)),
    "Thai": ("th", "".join(THAI * 12), list(THAI * 12)),
    "everything after NUL": ("en", "\0 ".join(CLAUSE * 5), list(CLAUSE * 5)),
    "commands behind U+0001": ("en", " \x01100p".join(CLAUSE * 5), [f"{words} 100 p" for words in CLAUSE * 5]),
}


def seconds(answer: Clip | EngineError) -> float:
    assert isinstance(answer, Clip), answer
    return len(answer.pcm) / 2 / answer.rate


@pytest.mark.parametrize("knee", KNEES)
def test_a_text_lasts_as_long_as_the_same_text_in_small_pieces(knee: str) -> None:
    lang, said, pieces = KNEES[knee]

    whole, *parts = spoken(open_engine(lang=lang), [Utterance(text, text, lang=lang) for text in (said, *pieces)])

    assert 0.9 * sum(map(seconds, parts)) <= seconds(whole) <= 2 * sum(map(seconds, parts)) + 2
