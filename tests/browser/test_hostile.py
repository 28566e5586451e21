"""A hostile article becomes text: nothing of it runs, and nothing is asked for."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from listeners import narrated, served, until
from peers import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs("chromium", "playwright")
TRICKS = [
    "</script><script>top.hit = 1</script>",
    "<!--<script>top.hit = 2</script>",
    "</title></style></textarea><svg onload=top.hit=3>",
    "\"'><img src=https://evil.example/p.png onerror=top.hit=4>",
    "javascript:top.hit=5",
    "{player} {{player}} ${top.hit = 6} {own}",
    "\u2028top.hit = 7//\u2029",
    "</span></section></article><iframe src=https://evil.example></iframe>",
    "]]><x onfocus=top.hit=8 autofocus tabindex=1>",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an article that tries everything everywhere."""
    tricks = [escape(trick) for trick in TRICKS]
    body = "".join(
        f'<h2>{trick}</h2><p><a href="{trick}">{trick} link</a> and <abbr title="{trick}">ABC</abbr>. '
        f'<span lang="{trick}">three foreign words</span></p><img alt="{trick} picture" src="{trick}">'
        f'<a href="javascript:top.hit=9">here is a link</a><ol><li>{trick} one</li></ol>'
        f"<table><tr><th>{trick}</th></tr><tr><td>{trick} two</td></tr></table><pre>{trick}</pre>"
        for trick in tricks
    )
    title = " ".join(tricks)
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta name="author" content="{tricks[0]}">'
        f'<meta name="description" content="{tricks[3]}"></head><body><main><h1>{title}</h1>{body}</main></body></html>'
    )
    return narrated(tmp_path_factory.mktemp("hostile"), page, engine="silent")


@pytest.mark.parametrize("where", ["disk", "server"])
def test_nothing_runs_and_nothing_is_asked_for(hostile: Path, browser: "Browser", where: str) -> None:
    asked: list[str] = []
    with served(hostile, with_ranges=True) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address if where == "server" else f"{hostile.as_uri()}/index.html")
        until(page, "document.getElementById('sound').readyState >= 1")
        page.click("#play")
        until(page, "document.getElementById('sound').currentTime > 0.3")
        for key in ("n", "j", "ArrowRight", "w", "?", "Escape"):
            page.keyboard.press(key)
        hit = page.evaluate("top.hit")
        elements = page.evaluate("document.querySelectorAll('img,iframe,script:not([id]) ~ script:not([id]),x').length")
        links = page.evaluate("[...document.querySelectorAll('#text a')].map((each) => each.protocol)")
        page.close()

    root = address.rpartition("/")[0] if where == "server" else hostile.as_uri()
    assert hit is None
    assert elements == 0
    assert set(links) <= {"http:", "https:"}
    assert [url for url in asked if not url.startswith((f"{root}/", "data:", "blob:"))] == []


def test_the_page_asks_only_for_its_sound(garden: Path, browser: "Browser") -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{garden.as_uri()}/index.html")
    until(page, "document.getElementById('sound').readyState >= 1")
    page.close()

    names = {url.rpartition("/")[2].partition("?")[0] for url in asked if not url.startswith("data:")}
    assert names == {"index.html", f"{garden.name}.mp3"}


def test_a_script_that_is_not_the_player_s_is_refused(garden: Path, browser: "Browser", tmp_path: Path) -> None:
    page = browser.new_page()
    other = tmp_path / "index.html"
    text = (garden / "index.html").read_text(encoding="utf-8")
    other.write_text(text.replace("</body>", "<script>top.hit = 1</script></body>"), encoding="utf-8")
    page.goto(other.as_uri())

    assert page.evaluate("top.hit") is None
    assert page.evaluate("document.documentElement.hasAttribute('data-ready')")
    page.close()
