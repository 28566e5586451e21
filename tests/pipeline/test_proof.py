"""A narration proves that nothing was lost, and says what was."""

import json
from pathlib import Path

import pytest

from pages import page
from postaloud import Settings, narrate
from postaloud.model.article import Article
from postaloud.pipeline.planning import proved
from postaloud.scripting import write_script
from scripting.made import GUIDED, para

SILENT = Settings(engine="silent")


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.html"
    path.write_text(page())
    return path


def test_what_was_lost_is_told() -> None:
    article = Article("Tea", lang="en", lead=(para("Warm the pot."),), lost=("A line. " * 30,))
    told: list[str] = []

    coverage = proved(article, write_script(article, GUIDED), told.append)

    assert len(coverage.lost) == len(told) == 1
    assert told[0].startswith('Lost, though the page shows it: "A line. ')
    assert len(told[0]) < 150


def test_the_proof_is_in_the_record(tea: Path, tmp_path: Path) -> None:
    episode = narrate(tea, tmp_path / "out", SILENT)

    record = json.loads((tmp_path / "out" / episode.identity.slug / "episode.json").read_text())
    assert record["coverage"]["lost"] == {"count": 0, "first": []}
    assert record["coverage"]["texts"] > 0


def test_of_a_part_nothing_is_proved(tea: Path, tmp_path: Path) -> None:
    episode = narrate(tea, tmp_path / "out", Settings(engine="silent", sections="0"))

    assert episode.coverage is None
