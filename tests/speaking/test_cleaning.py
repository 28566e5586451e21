"""Texts that engines stumble over, and the pieces that they get instead."""

import pytest

from postaloud.speaking.cleaning import clean

BIDI = "\u202e\u2066\u200f"


def texts(said: str, longest: int = 400) -> list[str]:
    return [piece.text for piece in clean(said, longest)]


@pytest.mark.parametrize(
    ("said", "cleaned"),
    [
        ("Plain words.", "Plain words."),
        ("cafe\u0301", "café"),
        ("before\0after", "beforeafter"),
        ("be\x01100p fore", "be100p fore"),
        ("bell\x07 and escape\x1b[0m", "bell and escape[0m"),
        ("\x85next\x85line", "next line"),
        ("c1\x9fcontrol", "c1control"),
        ("lone \ud800surrogate", "lone surrogate"),
        (f"right{BIDI} to left", "right to left"),
        ("zero\u200bwidth\u2060joined\ufeff", "zerowidthjoined"),
        ("syl\u00adla\u00adble", "syllable"),
        ("Auf\u200clage", "Auflage"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("a 👩\u200d💻 codes", "a 👩\u200d💻 codes"),
        ("no\u00a0break\u202fspaces\u3000all", "no break spaces all"),
        ("lines\r\n\r\n\tof text", "lines of text"),
        ("Z\u0316\u0317\u0318\u0319\u031c\u031dalgo", "Z\u0316\u0317\u0318algo"),
        ("Wait!!!!!!!! What?", "Wait!!! What?"),
        ("a ------- b", "a --- b"),
        ("one… two……… three", "one… two……… three"),
        ("so……………… on", "so……… on"),
        ("smile😀🎉end", "smile 😀 🎉 end"),
        ("🇩🇪🇫🇷", ""),
        ("flags 🇩🇪🇫🇷", "flags 🇩🇪 🇫🇷"),
        ("12345678901234567890", "1234 5678 9012 3456 7890"),
        ("0.12345678901234567890", "0. 1234 5678 9012 3456 7890"),
        ("1,234,567,890,123,456", "1, 234, 567, 890, 123, 456"),
        ("123456789012345", "123456789012345"),
        ("٢٠٢٤ 𝟙 ४", "2024 1 4"),
        ("a_b-c/d", "a_b-c/d"),
    ],
)
def test_what_engines_stumble_over_is_taken_out(said: str, cleaned: str) -> None:
    assert " | ".join(texts(said)) == cleaned


@pytest.mark.parametrize("said", ["", " ", "…", "!?", "\0", "—", "\u200b\u00ad"])
def test_a_text_without_a_letter_digit_or_emoji_has_no_pieces(said: str) -> None:
    assert clean(said) == ()


@pytest.mark.parametrize(
    "said",
    [
        "a" * 500,
        "/".join(["word"] * 100),
        "_".join(["word"] * 100),
        "CamelCase" * 40,
        "авторизация" * 20,
        "हिन्दीविश्व" * 30,
        "\u200b".join(["word"] * 200),
    ],
)
def test_no_word_is_longer_than_sixty_letters_or_120_bytes(said: str) -> None:
    words = [word for text in texts(said) for word in text.split()]

    assert max(len(word) for word in words) <= 60
    assert max(len(word.encode()) for word in words) <= 120


def test_a_long_word_is_parted_where_a_reader_would() -> None:
    assert texts("/".join(["department-of-health"] * 4)) == [
        "department-of-health/department-of-health/department-of- health/department-of-health"
    ]


@pytest.mark.parametrize("said", ["é . " * 126, ".".join("abcdefghij" * 20), "A. B. " * 100, "e\u0301." * 300])
def test_at_most_fifteen_dotted_letters_stand_in_a_piece(said: str) -> None:
    assert max(text.count(".") for text in texts(said)) <= 16


@pytest.mark.parametrize(
    ("said", "most"), [("1977 " * 90, 30), ("1, " * 70, 30), ("12345678" * 90, 30), ("😀" * 70, 20)]
)
def test_long_rows_of_numbers_and_emoji_are_cut(said: str, most: int) -> None:
    assert max(len(text.split()) for text in texts(f"so {said} end")) <= most + 1


@pytest.mark.parametrize("said", ["中文字符" * 60, "ภาษาไทยเป็นภาษาที่มี" * 10, "ភាសាខ្មែរ" * 20])
def test_scripts_without_spaces_are_cut_after_sixty_characters(said: str) -> None:
    assert max(map(len, texts(said))) <= 60
    assert "".join(texts(said)) == said


def test_a_chinese_sentence_with_commas_stays_whole() -> None:
    said = "，".join(["中文字符" * 5] * 6) + "。"

    assert texts(said) == [said]


@pytest.mark.parametrize("longest", [120, 400])
@pytest.mark.parametrize("said", ["word " * 300, "a, b; c. " * 90, "x" * 1000, "very long words indeed, " * 60])
def test_no_piece_is_longer_than_asked(said: str, longest: int) -> None:
    pieces = texts(said, longest)

    assert max(map(len, pieces)) <= longest
    assert max(len(piece.split()) for piece in pieces) <= 100


def test_a_long_sentence_is_cut_after_its_last_clause() -> None:
    clause = "the quick brown fox jumps over the lazy dog and runs far away"

    assert texts(f"{clause}, {clause}; {clause}", 150) == [f"{clause}, {clause};", clause]


@pytest.mark.parametrize(
    ("said", "word", "offset"),
    [
        ("plain text", "text", 6),
        ("  two  spaces", "spaces", 7),
        ("na\u0308ive cafe\u0301s", "cafés", 7),
        ("a\u00adb word", "word", 4),
        ("𝒳 is astral", "astral", 5),
        ("smile😀end here", "here", 10),
        ("word " * 100 + "last", "last", 500),
        ("12345678901234567890 grams", "grams", 21),
    ],
)
def test_each_character_knows_its_place_in_the_text(said: str, word: str, offset: int) -> None:
    places = [piece.offsets[piece.text.index(word)] for piece in clean(said) if word in piece.text]

    assert places == [offset]
