"""How quickly the player of a long article opens and moves, in Debian's Chromium: python benchmarks/page.py [WORDS]."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import postaloud

WATCH = """window.tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({type: 'longtask', buffered: true});"""
SENTENCE = "The water in the barrel turns green in the second week and clears in the fourth one again. "


def main() -> None:
    """Print weight, time to open, and the longest task while opening and while scrolling."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        page = _narrated(Path(folder), count)
        print(f"{count} words: a page of {page.stat().st_size / 1e6:.2f} MB")
        with sync_playwright() as playwright:
            arguments = ["--no-sandbox", "--mute-audio"]
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
            _measure(browser.new_page(), page)
            browser.close()


def _narrated(folder: Path, count: int) -> Path:
    paragraphs = count // (len(SENTENCE.split()) * 5)
    body = "".join(
        (f"<h2>Week {number}</h2>" if number % 10 == 0 else "") + f"<p>{SENTENCE * 5}</p>"
        for number in range(paragraphs)
    )
    source = folder / "long.html"
    source.write_text(f"<!DOCTYPE html><html lang='en'><title>Long</title><main><h1>Long</h1>{body}</main></html>")
    episode = postaloud.narrate(source, folder / "out", postaloud.Settings(engine="silent", base=folder))
    return folder / "out" / episode.identity.slug / "index.html"


def _measure(page: Page, path: Path) -> None:
    page.add_init_script(WATCH)
    begin = time.perf_counter()
    page.goto(path.as_uri())
    page.locator("#play").wait_for()
    print(f"opened in {time.perf_counter() - begin:.2f} s, longest task {_longest(page):.0f} ms")
    page.mouse.move(700, 600)
    for _ in range(60):
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(30)
    print(f"scrolled, longest task {_longest(page):.0f} ms")
    for _ in range(10):
        page.keyboard.press("n")
        page.wait_for_timeout(100)
    print(f"moved by sections, longest task {_longest(page):.0f} ms")


def _longest(page: Page) -> float:
    page.wait_for_timeout(200)
    return float(page.evaluate("Math.max(0, ...tasks.splice(0))"))


if __name__ == "__main__":
    main()
