"""Articles that try to run something, from the page to the podcast: all of it stays text, in a real browser too."""

import json
import re
import shutil
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
import webvtt

from acceptance_types import Postaloud
from peers import needs

VECTORS = (
    "<script>document.title='ran'</script>",
    "<img src=//evil.example/x onerror=document.title='ran'>",
    "</title></textarea></style></noscript><svg/onload=document.title='ran'>",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>document.title='ran'</script><![CDATA[",
    "--><iframe src=javascript:document.title='ran'></iframe><!--",
    "&lt;script&gt;document.title='ran'&lt;/script&gt;",
    "<math><mtext><table><mglyph><style><img src=x onerror=document.title='ran'>",
    "\" autofocus onfocus=document.title='ran' x=\"",
    "a\x0bb\x01c\ufffed\ufdd0e \u202egnp.exe \u2028 ${7*7} {{7*7}} %s %n ../../etc/passwd CON",
    "00:00:00.000 --> 00:00:09.000",
)
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{0}</title><meta name="author" content="{0}">
<meta name="description" content="{0}"></head><body><article><h1>{0}</h1><p>Warm the pot. {0} Then pour.</p>
<h2>{0}</h2><p><img src="tea.png" alt="{0}"> Wait a while.</p><ul><li>{0}</li><li>Two.</li></ul></article></body></html>
"""
LOOK = """() => [
    document.title,
    document.querySelectorAll('iframe,object,embed,svg,math,form').length,
    [...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames())
        .filter((name) => /^on/.test(name)).length,
]"""


@pytest.fixture
def out(postaloud: Postaloud, tmp_path: Path) -> Path:
    """Narrate an article for each vector, and publish them."""
    (tmp_path / "in").mkdir()
    for number, vector in enumerate(VECTORS):
        (tmp_path / "in" / f"{number}.html").write_text(PAGE.format(escape(vector)), errors="replace")
    options = ("--title", VECTORS[0], "--author", VECTORS[1], "--base-url", "https://tea.example/p/")
    assert postaloud("init", *options).returncode == 0
    narrated = postaloud("narrate", "in", "-o", "out", "--engine", "silent")
    assert narrated.returncode == 0, narrated.stderr
    assert postaloud("publish", "out", "--epub").returncode == 0
    return tmp_path / "out"


def test_every_file_is_valid_and_named_safely(out: Path) -> None:
    root = ET.parse(out / "feed.xml").getroot()
    folders = [path for path in out.iterdir() if path.is_dir() and path.name != ".postaloud"]

    assert len(root.findall("channel/item")) == len(folders) == len(VECTORS)
    for folder in folders:
        assert re.fullmatch("[a-z0-9-]{1,80}", folder.name)
        assert json.loads((folder / "chapters.json").read_text())["version"] == "1.2.0"
        captions = (folder / f"{folder.name}.vtt").read_text()
        assert len(webvtt.from_string(captions).captions) == captions.count("-->") > 3
        with ZipFile(folder / f"{folder.name}.epub") as book:
            names = [name for name in book.namelist() if name.endswith((".xhtml", ".smil", ".opf"))]
            trees = [ET.fromstring(book.read(name)) for name in names]
        assert not [each for tree in trees for each in tree.iter("{http://www.w3.org/1999/xhtml}script")]


@needs("chromium", "playwright")
def test_nothing_runs_and_nothing_is_asked_for(out: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    pages = [out / "index.html", *out.glob("*/transcript.html")]
    for number, book in enumerate(out.glob("*/*.epub")):
        with ZipFile(book) as files:
            files.extractall(tmp_path / str(number))
        pages += (tmp_path / str(number)).rglob("*.xhtml")
    players = list(out.glob("*/index.html"))
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        seen = []
        for path in [*pages, *players]:
            page.goto(path.as_uri(), wait_until="load")
            seen.append(page.evaluate(LOOK))
        browser.close()

    assert [look[1:] for look in seen[: len(pages)]] == [[0, 0]] * len(pages)
    assert len({tuple(look[1:]) for look in seen[len(pages) :]}) == 1  # a player's own controls, and no more
    assert "ran" not in [look[0] for look in seen]
    assert all(url.startswith(("file:", "data:")) for url in asked)
