"""Numbers in words."""

import pytest

from postaloud.scripting.numbering import cardinal_words, ordinal_words, year_words
from postaloud.scripting.numbers_en import cardinal, decimal, digits, ordinal, plural, year
from postaloud.scripting.ordinals import marker_words
from postaloud.scripting.phrases import phrases_for
from postaloud.scripting.roman import roman_value


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (40, "forty"),
        (105, "one hundred five"),
        (1_000_020, "one million twenty"),
        (10**18, "one " + "zero " * 17 + "zero"),
    ],
)
def test_english_cardinals(number: int, words: str) -> None:
    assert cardinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "first"), (4, "fourth"), (12, "twelfth"), (20, "twentieth"), (23, "twenty third"), (100, "one hundredth")],
)
def test_english_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1905, "nineteen oh five"),
        (1900, "nineteen hundred"),
        (2000, "two thousand"),
        (2009, "two thousand nine"),
        (2023, "twenty twenty three"),
        (3005, "three thousand five"),
        (476, "four hundred seventy six"),
    ],
)
def test_english_years(number: int, words: str) -> None:
    assert year(number) == words


def test_english_decimals_digits_and_plurals() -> None:
    assert decimal("1,234.50") == "one thousand two hundred thirty four point five zero"
    assert decimal(".5") == "point five"
    assert digits("4-0 2") == "four zero two"
    assert [plural(word) for word in ("nineteen nineties", "six", "twenty", "half")] == [
        "nineteen ninetiess",
        "sixes",
        "twenties",
        "halfs",
    ]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "three"), ("de", "drei"), ("pt-BR", "três"), ("nb", "tre"), ("xx", "3")]
)
def test_other_languages_count_where_they_can(lang: str, words: str) -> None:
    assert cardinal_words(3, lang) == words


@pytest.mark.parametrize(
    ("number", "cardinal", "ordinal"),
    [
        (0, "null", "nullte"),
        (1, "eins", "erste"),
        (3, "drei", "dritte"),
        (7, "sieben", "siebte"),
        (21, "ein und zwanzig", "ein und zwanzigste"),
        (101, "ein hundert eins", "ein hundert erste"),
        (1000, "ein tausend", "ein tausendste"),
        (201_020, "zwei hundert ein tausend zwanzig", "zwei hundert ein tausend zwanzigste"),
        (2_000_001, "zwei Millionen eins", "zwei Millionen erste"),
    ],
)
def test_german_numbers_are_written_apart(number: int, cardinal: str, ordinal: str) -> None:
    assert (cardinal_words(number, "de"), ordinal_words(number, "de")) == (cardinal, ordinal)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "cero"),
        (2, "segundo"),
        (13, "decimotercero"),
        (20, "vigésimo"),
        (21, "vigesimoprimero"),
        (42, "cuadragésimo segundo"),
        (700, "septingentésimo"),
        (1000, "milésimo"),
        (2105, "dosmilésimo centésimo quinto"),
    ],
)
def test_spanish_ordinals(number: int, words: str) -> None:
    assert ordinal_words(number, "es") == words


def test_what_the_library_gets_wrong_is_put_right() -> None:
    assert cardinal_words(21_000, "es") == "veintiún mil"
    assert ordinal_words(80, "fr") == "quatre-vingtième"


def test_a_number_that_cannot_be_said_stays_in_digits() -> None:
    assert cardinal_words(10**18, "de") == "1000000000000000000"
    assert cardinal_words(10**9, "it") == "1000000000"
    assert ordinal_words(3, "ko") == "세 번째"
    assert ordinal_words(3, "xx") == "3"
    assert cardinal_words(1999, "am") == "1999"
    assert year_words(1999, "de") == "neunzehn hundert neun und neunzig"


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (("1", "2", "21", None), ("one", "two", "twenty one", "")),
        (("i", "ii", "iii"), ("one", "two", "three")),
        (("V", "IV"), ("five", "four")),
        (("c", "d", "e"), ("C", "D", "E")),
        (("i",), ("one",)),
        (("c",), ("C",)),
        (("aa", "1.2"), ("A.A.", "1.2")),
    ],
)
def test_the_numbers_of_a_list_are_said_by_its_kind(shown: tuple[str | None, ...], said: tuple[str, ...]) -> None:
    assert marker_words(shown, phrases_for("en"), "en-GB") == said


def test_roman_numerals_have_values_and_other_words_none() -> None:
    assert [roman_value(text) for text in ("MCMXCIX", "iv", "IIII", "mix ")] == [1999, 4, 0, 0]
