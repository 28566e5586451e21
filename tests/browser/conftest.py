"""One browser for all tests of the pages, and an episode to listen to."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from listeners import FLAT, GARDEN, GERMAN, RIGHT_TO_LEFT, TWO_WORDS, narrated, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = {"garden": GARDEN, "two words": TWO_WORDS, "right to left": RIGHT_TO_LEFT, "flat": FLAT, "german": GERMAN}


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Return Chromium, muted and allowed to play."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--mute-audio", "--autoplay-policy=no-user-gesture-required"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def episodes(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the folder of an episode by the name of its page, narrated once."""
    made: dict[str, Path] = {}

    def episode(name: str) -> Path:
        if name not in made:
            made[name] = narrated(tmp_path_factory.mktemp("episode"), PAGES[name])
        return made[name]

    return episode


@pytest.fixture
def garden(episodes: Callable[[str], Path]) -> Path:
    """Return the folder of an episode in which there is something of everything."""
    return episodes("garden")


@pytest.fixture
def opened(browser: "Browser") -> "Iterator[Callable[..., Page]]":
    """Return a function that opens a player; whatever it complains of fails the test."""
    said: list[str] = []
    contexts = []

    def open_page(place: Path | str, hash: str = "", **options: Any) -> "Page":  # noqa: A002, ANN401 - Playwright's own
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((f"{place.as_uri()}/index.html" if isinstance(place, Path) else place) + hash)
        if options.get("java_script_enabled", True):
            until(page, "document.getElementById('sound').readyState >= 1")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not said
