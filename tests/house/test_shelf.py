"""Who an article is on the shelf, and files that appear whole or not at all."""

from pathlib import Path

import pytest

from postaloud import shelf
from postaloud.config import Settings
from postaloud.errors import OutputError
from postaloud.model.article import Article
from postaloud.model.page import Page


def place(
    article: Article, output: Path, location: str = "posts/tea.html", settings: Settings | None = None
) -> shelf.Place:
    return shelf.find_place(article, Page(location, b"", modified=86_400.0), output, settings or Settings())


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ignite Your Oxytocin: 3 Main Ways", "ignite-your-oxytocin-3-main-ways"),
        ("Ärger über Öl", "arger-uber-ol"),
        ("It's here", "its-here"),
        ("日本語", "article"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_slug_is_plain_letters_on_every_system(title: str, slug: str) -> None:
    assert shelf.slug_of(title) == slug


def test_the_canonical_address_is_the_identity_and_else_the_path(tmp_path: Path) -> None:
    assert place(Article("T", address="https://a.example/x"), tmp_path).identity.key == "https://a.example/x"
    assert place(Article("T"), tmp_path).identity.key == "posts/tea.html"
    assert place(Article("T"), tmp_path, settings=Settings(base=Path.cwd() / "posts")).identity.key == "tea.html"
    assert place(Article("T"), tmp_path, location="-").identity.key == "stdin:T"


def test_the_same_identity_gets_the_same_guid_and_another_one_another(tmp_path: Path) -> None:
    one, again, other = (
        place(Article(title, address=f"https://a.example/{path}"), tmp_path)
        for title, path in [("A", "x"), ("B", "x"), ("A", "y")]
    )

    assert one.identity.guid == again.identity.guid != other.identity.guid
    assert one.identity.slug.rpartition("-")[2] == again.identity.slug.rpartition("-")[2]


@pytest.mark.parametrize(
    ("date", "epoch", "settings", "expected"),
    [
        ("2024-01-02", "", Settings(), "2024-01-02"),
        ("2024-01-02", "", Settings(date="2025-01-01"), "2025-01-01"),
        ("", "1700000000", Settings(), "2023-11-14T22:13:20Z"),
        ("", "", Settings(), "1970-01-02T00:00:00Z"),
    ],
)
def test_the_date_is_the_first_that_is_known(
    date: str, epoch: str, settings: Settings, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert place(Article("T", date=date), tmp_path, settings=settings).identity.date == expected


def test_a_preview_stands_beside_the_whole(tmp_path: Path) -> None:
    whole = place(Article("T"), tmp_path)
    preview = place(Article("T"), tmp_path, settings=Settings(sections="2-3", sample_ms=60_000))

    assert preview.identity.slug == whole.identity.slug + "-preview"
    assert preview.preview == "sections 2-3, at most 60 seconds"


def test_overrides_win_over_the_page_and_an_option_over_both() -> None:
    identity = place(Article("T"), Path("none")).identity
    decided = shelf.Place(identity, {"title": "Mine", "lang": "de", "byline": 3, "other": "x"})

    assert decided.texts_for(Settings()) == {"title": "Mine", "lang": "de"}
    assert decided.texts_for(Settings(title="Option")) == {"lang": "de"}


def test_files_replace_the_old_ones_together(tmp_path: Path) -> None:
    folder = tmp_path / "episode"
    folder.mkdir()
    (folder / "old.mp3").write_text("kept")
    (folder / "a.mp3").write_text("old")

    with shelf.staged(folder) as stage:
        (stage / "a.mp3").write_text("new")
        assert (folder / "a.mp3").read_text() == "old"

    assert {path.name: path.read_text() for path in folder.iterdir()} == {"old.mp3": "kept", "a.mp3": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["episode"]


def test_a_failure_leaves_no_trace(tmp_path: Path) -> None:
    def fail(stage: Path) -> None:
        (stage / "a.mp3").write_text("half")
        raise KeyError

    with pytest.raises(KeyError), shelf.staged(tmp_path / "episode") as stage:
        fail(stage)

    assert list(tmp_path.iterdir()) == []


def test_what_an_ended_run_left_is_cleared_away(tmp_path: Path) -> None:
    stage = tmp_path / "out" / ".postaloud" / "stages" / "episode"
    stage.mkdir(parents=True)
    (stage / "a.mp3").write_text("half")

    with shelf.opened(tmp_path / "out"):
        (tmp_path / "out" / "kept").write_text("")

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["kept"]


def test_a_folder_into_which_nothing_was_put_goes_again(tmp_path: Path) -> None:
    with shelf.opened(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", ["file", "file/below/it"])
def test_a_file_in_the_way_of_a_folder_is_refused(path: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(OutputError, match="Cannot write to"):
        shelf.check_writable(tmp_path / path)
