"""Pronunciations from the command line."""

import json
from pathlib import Path

import pytest

from acceptance_types import Postaloud

LEXICON = "<lexicon xml:lang='en'><lexeme><grapheme>NIA</grapheme><alias>nee ah</alias></lexeme></lexicon>"


def test_a_word_is_added_used_listed_and_taken_out(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "postaloud.toml").write_text('[show]\nlanguage = "en-GB"\n')
    (tmp_path / "a.html").write_text("<title>A</title><h1>A</h1><p>The NIA has moved to the old mill by the river.</p>")

    added = postaloud("lexicon", "add", "NIA", "N.I.A.")
    changed = postaloud("lexicon", "add", "NIA", "nee ah")
    own = postaloud("lexicon", "add", "--user", "--lang", "de", "Tee", "tay")

    path = tmp_path / "lexicon.pls"
    assert added.stdout.decode() == f'"NIA" is said as "N.I.A." from now on. Lexicon: {path}\n'
    assert (changed.returncode, own.returncode) == (0, 0)
    assert b"The nee ah has moved" in postaloud("script", "a.html").stdout
    assert b"The NIA" in postaloud("said", "The NIA").stdout.replace(b"N.I.A.", b"NIA")
    assert postaloud("said", "--lexicon", "lexicon.pls", "The NIA").stdout == b"The nee ah\n"
    listed = postaloud("lexicon", "list").stdout.decode().splitlines()
    assert listed == [f"NIA: nee ah (en-GB, {path})", f"Tee: tay (de, {tmp_path}/config/postaloud/lexicon.pls)"]
    assert [one["alias"] for one in json.loads(postaloud("lexicon", "list", "--json").stdout)] == ["nee ah", "tay"]

    assert postaloud("lexicon", "remove", "NIA").returncode == 0
    assert postaloud("lexicon", "remove", "NIA").returncode == 2


def test_lexicons_travel_as_files(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "theirs.pls").write_text(LEXICON)

    assert postaloud("lexicon", "list").stderr == (
        b'No lexicon says anything yet: try postaloud lexicon add NIA "N.I.A."\n'
    )
    assert postaloud("lexicon", "import", "theirs.pls").returncode == 0
    assert postaloud("lexicon", "export", "mine.pls").returncode == 0

    assert postaloud("lexicon", "export", "-").stdout.decode() == (tmp_path / "mine.pls").read_text()
    assert postaloud("said", "--lexicon", "mine.pls", "NIA").stdout == b"nee ah\n"


def test_a_test_shows_what_a_lexicon_does(postaloud: Postaloud, tmp_path: Path) -> None:
    more = (
        "<lexeme><grapheme>kettle</grapheme><phoneme alphabet='ipa'>kɛtl</phoneme></lexeme>"
        "<lexeme regex='true'><grapheme positive-lookahead=' pot' negative-lookahead=' pots'>t.a</grapheme>"
        "<alias>leaf</alias></lexeme></lexicon>"
    )
    path = tmp_path / "x.pls"
    path.write_text(LEXICON.replace("</lexicon>", more))

    shown = postaloud("lexicon", "test", "--lexicon", "x.pls", "NIA kettle, tea pot for 5 km")

    assert shown.stdout.decode().splitlines() == [
        '"NIA" is said as "nee ah" (x.pls)',
        '"tea" is said as "leaf" (x.pls)',
        '"kettle" has phonemes, /kɛtl/ in ipa, which espeak speaks; other engines read the word (x.pls)',
        "Said: nee ah kettle, leaf pot for 5 kilometers",
    ]
    assert postaloud("lexicon", "list", "--lexicon", "x.pls").stdout.decode().splitlines()[1:] == [
        "kettle: phonemes /kɛtl/ in ipa (en, x.pls)",
        "pattern t.a, only before  pot, not before  pots: leaf (en, x.pls)",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("narrate", "a.html", "--engine", "silent", "--lexicon", "bad.pls"),
        ("script", "a.html", "--lexicon", "bad.pls"),
        ("said", "tea", "--lexicon", "bad.pls"),
        ("lexicon", "import", "bad.pls"),
        ("lexicon", "test", "tea", "--lexicon", "bad.pls"),
        ("lexicon", "list", "--config", "bad.toml"),
        ("lexicon", "add", "tea", "leaf", "--config", "bad.toml"),
    ],
)
def test_a_bad_lexicon_is_named_with_line_and_column(
    arguments: tuple[str, ...], postaloud: Postaloud, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text("<title>A</title><p>Tea.</p>")
    (tmp_path / "bad.pls").write_text("<lexicon>\n  <lexeme/>\n</lexicon>")
    (tmp_path / "bad.toml").write_text('[narrate]\nlexicon = "bad.pls"\n')

    done = postaloud(*arguments)

    assert done.returncode == 2
    assert done.stderr.decode().endswith(
        'bad.pls, line 2, column 3: the lexeme has no "grapheme", so nothing can match it.\n'
    )
    assert not (tmp_path / "output").exists()
