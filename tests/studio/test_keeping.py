"""What the cache keeps, and for how long."""

import os
from pathlib import Path

import pytest

from postaloud.studio import clean, kept_files, trim
from postaloud.studio.keeping import clear_abandoned


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    for age, name in enumerate(("takes/aa/new.take", "clips/bb/middle.clip", "pages/old.page")):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_bytes(bytes(100))
        os.utime(path, (1000 - age, 1000 - age))
    (tmp_path / "mine.txt").write_text("stays")
    return tmp_path


@pytest.mark.parametrize(
    ("limit", "left"),
    [
        (300, ["old.page", "middle.clip", "new.take"]),
        (299, ["middle.clip", "new.take"]),
        (100, ["new.take"]),
        (0, []),
    ],
)
def test_the_oldest_goes_first(limit: int, left: list[str], cache: Path) -> None:
    gone = trim(cache, limit)

    assert [path.name for _, _, path in kept_files(cache)] == left
    assert gone == 3 - len(left)
    assert (cache / "mine.txt").exists()


def test_a_cleaned_cache_holds_only_what_is_not_ours(cache: Path) -> None:
    clean(cache)
    clean(cache)

    assert [path.name for path in cache.iterdir()] == ["mine.txt"]


def test_what_a_killed_run_left_half_goes_and_what_a_running_one_writes_stays(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    for name in ("a.take.999999999", f"b.take.{os.getppid()}", f"c.take.{os.getpid()}"):
        (tmp_path / "new" / name).write_text("half")

    clear_abandoned(tmp_path)

    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"b.take.{os.getppid()}"]
