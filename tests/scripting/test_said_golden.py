"""Phrases as blogs write them, each beside what is said: to be read aloud in review."""

from collections.abc import Callable
from pathlib import Path

import pytest

from postaloud.scripting import as_said

GOLDEN = Path(__file__).parents[1] / "golden"
ARROW = " ⇒ "


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_the_phrases_of_blogs_are_said_as_a_reader_would(lang: str, golden: Callable[[str, str], None]) -> None:
    name = f"said/{lang}.txt"
    phrases = [line.partition(ARROW)[0] for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()]

    golden("".join(f"{shown}{ARROW}{as_said(shown, lang).text}\n" for shown in phrases), name)
