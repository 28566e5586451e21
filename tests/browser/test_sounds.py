"""The sound plays and seeks in every format, from a disk and from servers with byte ranges and without."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from listeners import encoded, narrated, served, until
from peers import needs

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [needs("chromium", "playwright"), needs("ffmpeg")]
Open = Callable[..., "Page"]
FORMATS = {
    "mp3": ([], ""),
    "m4a": (["-c:a", "aac", "-vn"], "audio/mp4"),
    "opus": (["-c:a", "libopus", "-vn"], "audio/ogg"),
}
LONG = "".join(
    f"<p>This is sentence number {number} of a long article about nothing at all.</p>" for number in range(99)
)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an episode that is too long to be had at once."""
    page = f"<!DOCTYPE html><html lang='en'><head><title>Long</title></head><body><h1>Long</h1>{LONG}</body></html>"
    return narrated(tmp_path_factory.mktemp("long"), page)


@pytest.fixture(params=FORMATS, scope="module")
def folder(request: pytest.FixtureRequest, long: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of that episode with its sound in some format."""
    copy = tmp_path_factory.mktemp(request.param) / "out" / long.name
    shutil.copytree(long, copy)
    codec, mime = FORMATS[request.param]
    if codec:
        encoded(copy, request.param, codec, mime)
    return copy


@pytest.fixture(params=["disk", "ranges", "no ranges"])
def place(request: pytest.FixtureRequest, folder: Path) -> Iterator[Path | str]:
    """Return where the page is."""
    if request.param == "disk":
        yield folder
        return
    with served(folder, with_ranges=request.param == "ranges") as address:
        yield address


def test_the_sound_plays_and_seeks(place: Path | str, opened: Open) -> None:
    page = opened(place)
    page.evaluate("document.getElementById('s80').click()")
    wanted = page.evaluate("Number(document.getElementById('s80').dataset.start)")
    until(page, "!document.getElementById('sound').seeking")
    until(page, f"Math.abs(document.getElementById('sound').currentTime * 1000 - {wanted}) < 30", 20)

    page.click("#play")
    until(page, f"document.getElementById('sound').currentTime * 1000 > {wanted} + 300")

    assert page.evaluate("document.querySelector('.now').id") in {"s80", "s81", "s82"}
    assert page.evaluate("document.getElementById('sound').currentTime") < wanted / 1000 + 10


def test_the_place_is_found_again_on_a_server_without_ranges(long: Path, opened: Open) -> None:
    with served(long, with_ranges=False) as address:
        page = opened(address, "#t=300")
        until(page, "Math.abs(document.getElementById('sound').currentTime - 300) < 0.05", 20)
