"""Where lexicons lie: read whole, written whole, errors that name the file."""

from pathlib import Path

import pytest

from postaloud.errors import OutputError, UsageError
from postaloud.lexicons import load_lexicons, read_text, user_file, write_text
from postaloud.model.lexicon import EMPTY
from postaloud.scripting.lexicon.writing import new_lexicon, with_alias


def test_the_first_file_wins(tmp_path: Path) -> None:
    for name in ("project", "user"):
        (tmp_path / name).write_text(with_alias(new_lexicon("en"), "NIA", name, "en", name))

    found = load_lexicons((tmp_path / "project", tmp_path / "user"))

    assert [(lexeme.alias, lexeme.source) for lexeme in found.lexemes] == [
        ("project", str(tmp_path / "project")),
        ("user", str(tmp_path / "user")),
    ]
    assert load_lexicons(()) is EMPTY


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1"),
    ],
)
def test_a_lexicon_is_read_in_the_encoding_that_it_declares(head: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pls"
    text = f"{head}<lexicon><lexeme><grapheme>thé</grapheme><alias>té</alias></lexeme></lexicon>"
    path.write_bytes(text.encode(encoding))

    assert load_lexicons((path,)).lexemes[0].graphemes[0].text == "thé"


@pytest.mark.parametrize("octets", [b"\xff\xff", b'<?xml version="1.0" encoding="no-such"?><lexicon/>'])
def test_a_lexicon_in_no_known_encoding_is_refused(octets: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pls").write_bytes(octets)

    with pytest.raises(UsageError, match=r"a\.pls is not .* text"):
        read_text(tmp_path / "a.pls")


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Cannot read the lexicon .*a\.pls: No such file"):
        load_lexicons((tmp_path / "a.pls",))


def test_a_lexicon_is_written_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.pls"

    write_text(path, "one")
    path.chmod(0o600)
    write_text(path, "two")

    assert path.read_text() == "two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_lexicon_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()

    for path in (tmp_path / "file" / "a.pls", tmp_path / "folder"):
        with pytest.raises(OutputError, match="Cannot write the lexicon"):
            write_text(path, "text")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_the_users_lexicon_lies_where_the_platform_keeps_settings() -> None:
    assert user_file().name == "lexicon.pls"
    assert user_file().parent.name == "postaloud"
