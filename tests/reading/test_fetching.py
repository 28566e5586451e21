"""Finding and having sources."""

import io
import os
import sys
from pathlib import Path

import pytest

from postaloud.errors import NothingToRead, SourceError
from postaloud.model.page import Page
from postaloud.reading import fetch, find_sources, without_password
from postaloud.reading.limits import MAX_BYTES


def test_a_file_is_its_own_source(tmp_path: Path) -> None:
    page = tmp_path / "post.txt"
    page.write_text("hello")

    assert find_sources(str(page)) == (str(page),)


def test_standard_input_is_had_when_it_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>hi")))

    assert find_sources("-") == (Page("-", b"<p>hi"),)


def test_a_folder_gives_its_pages_sorted(tmp_path: Path) -> None:
    for name in (
        "b.html",
        "a.HTM",
        "c.txt",
        ".draft.html",
        "sub/d.html",
        "e.xhtml",
        "f.md",
        "g.markdown",
        "h.css",
        "i",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")

    names = ("a.HTM", "b.html", "c.txt", "e.xhtml", "f.md", "g.markdown", "sub/d.html")
    assert find_sources(str(tmp_path)) == tuple(str(tmp_path / name) for name in names)


@pytest.mark.parametrize("folder", [".cache", "post_files"])
def test_hidden_folders_and_saved_assets_hold_no_sources(tmp_path: Path, folder: str) -> None:
    (tmp_path / "post.html").write_text("x")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text("x")

    assert find_sources(str(tmp_path)) == (str(tmp_path / "post.html"),)


def test_our_own_output_is_never_read_back(tmp_path: Path) -> None:
    (tmp_path / "post.html").write_text("x")
    episode = tmp_path / "output" / "post-123456"
    episode.mkdir(parents=True)
    (episode / "episode.json").write_text("{}")
    (episode / "transcript.html").write_text("x")

    assert find_sources(str(tmp_path)) == (str(tmp_path / "post.html"),)


def test_a_folder_without_pages_has_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match=f"The folder {tmp_path} holds no page"):
        find_sources(str(tmp_path))


@pytest.mark.parametrize("name", ["missing.html", "missing\0.html", "x" * 300])
def test_a_missing_source_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"Cannot open .*(missing|xxx)"):
        find_sources(str(tmp_path / name))
    with pytest.raises(SourceError, match=r"Cannot open .*(missing|xxx)"):
        fetch(str(tmp_path / name))


def test_a_page_has_its_bytes_and_the_time_of_its_last_change(tmp_path: Path) -> None:
    file = tmp_path / "post.html"
    file.write_bytes(b"<p>caf\xe9")
    os.utime(file, (1_000_000, 1_000_000))

    page = fetch(str(file))

    assert (page.location, page.body, page.modified) == (str(file), b"<p>caf\xe9", 1_000_000)


def test_standard_input_is_read_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>hi")))

    page = fetch("-")

    assert (page.location, page.body, page.modified) == ("-", b"<p>hi", None)


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="directory"):
        fetch(str(tmp_path))


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("https://ann:s3cret@blog.example/a@b", "https://blog.example/a@b"),
        ("https://ann:s3@cret@blog.example/", "https://blog.example/"),
        ("https://blog.example/a@b?c@d", "https://blog.example/a@b?c@d"),
        ("folder/ann@home.html", "folder/ann@home.html"),
    ],
)
def test_an_address_is_told_without_its_password(location: str, told: str) -> None:
    assert without_password(location) == told


def test_a_page_over_the_limit_is_named_with_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "huge.html"
    file.write_bytes(b" " * (MAX_BYTES + 1))

    with pytest.raises(NothingToRead, match=r"huge.html is over the limit of 10 MB"):
        fetch(str(file))
