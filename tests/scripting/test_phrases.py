"""Announcements exist in every language that we have a table for."""

import pytest

from postaloud.scripting.phrases import TABLES, Noun, Phrase, phrases_for


@pytest.mark.parametrize("lang", TABLES)
def test_a_language_has_every_phrase_and_noun(lang: str) -> None:
    table = phrases_for(lang)

    assert set(table.texts) == set(Phrase)
    assert set(table.nouns) == set(Noun)
    assert (len(table.numbers), len(table.months)) == (21, 12)


@pytest.mark.parametrize(
    ("lang", "count", "words"),
    [
        ("en", 0, "zero sections"),
        ("en", 1, "one section"),
        ("en", 25, "25 sections"),
        ("fr", 0, "zéro sections"),
        ("fr-CA", 1, "une section"),
        ("de", 2, "zwei Abschnitte"),
        ("es_MX", 5, "cinco secciones"),
        ("it", 3, "three sections"),
    ],
)
def test_things_are_counted_by_the_plural_rules(lang: str, count: int, words: str) -> None:
    assert phrases_for(lang).count(count, Noun.SECTION) == words


@pytest.mark.parametrize(
    ("lang", "date", "day"),
    [
        ("en", "2023-10-18", "October 18, 2023"),
        ("en", "2023-10-18T09:00:00Z", "October 18, 2023"),
        ("en-US", "2023-10-18", "October 18, 2023"),
        ("en-GB", "2023-10-18", "18 October 2023"),
        ("en_AU", "2023-10-18", "18 October 2023"),
        ("it", "2023-10-18", "October 18, 2023"),
        ("de", "2023-05-01", "1. Mai 2023"),
        ("fr", "2023-05-01", "1er mai 2023"),
        ("es", "2023-05-01", "1 de mayo de 2023"),
        ("en", "spring", "spring"),
        ("en", "2023-13-01", "2023-13-01"),
        ("en", "", ""),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(lang: str, date: str, day: str) -> None:
    assert phrases_for(lang).day(date) == day
