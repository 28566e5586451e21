"""Every control and key of the player, used as a listener uses it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from listeners import cues_of, until
from peers import needs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs("chromium", "playwright")
Open = Callable[..., "Page"]
AT = "Math.round(document.getElementById('sound').currentTime * 1000)"
SEEK = """(time) => new Promise((done) => {
    const sound = document.getElementById('sound');
    sound.addEventListener('seeked', () => setTimeout(done), {once: true});
    sound.currentTime = time / 1000;
})"""


def _at(page: "Page") -> int:
    page.wait_for_timeout(60)
    return int(page.evaluate(AT))


def _texts(page: "Page") -> list[str]:
    return [
        str(text) for text in page.evaluate("[...document.querySelectorAll('.now')].map((e) => e.textContent.trim())")
    ]


def _go(page: "Page", folder: Path, number: int) -> None:
    """Go to the middle of a caption."""
    start, end, _ = cues_of(folder)[number]
    page.evaluate(SEEK, (start + end) // 2)


def _place(page: "Page", folder: Path, text: str) -> int:
    """Return the number of the caption of the sentence that starts with a text."""
    name = page.evaluate(
        "(text) => [...document.querySelectorAll('[data-start]')].find((e) => e.textContent.startsWith(text)).id", text
    )
    return [each for _, _, each in cues_of(folder)].index(name)


@pytest.mark.parametrize(
    ("start", "key", "button", "text"),
    [
        ("It needs water", "ArrowRight", "sentence_next", "See the guide"),
        ("It needs water", "j", "paragraph_next", "What you need"),
        ("It needs water", "n", "section_next", "What you need"),
        ("Two buckets", "l", "leave", "Stones for"),
        ("Barrel:", "l", "leave", "Then wait"),
        ("Gnats", "l", "leave", "fill(barrel)"),
        ("Two buckets", "ArrowRight", "sentence_next", "No tap water"),
        ("Not much", "p", "section_before", "A pond in a barrel"),
    ],
)
def test_keys_and_buttons_move_by_what_the_article_is_made_of(
    garden: Path, opened: Open, start: str, key: str, button: str, text: str
) -> None:
    page = opened(garden)
    found = []
    for by_key in (True, False):
        number = _place(page, garden, start)
        page.evaluate(SEEK, cues_of(garden)[number][0] + 20)
        if by_key:
            page.keyboard.press(key)
        else:
            page.click(f"#{button}")
        _at(page)
        found.append(" ".join(_texts(page)))

    if key == "p":
        assert all(page.evaluate("document.getElementById('where').textContent") == "A pond in a barrel" for _ in found)
    elif key == "l":
        assert all(text in each or "nd of" in each for each in found), found
    else:
        assert all(text in each or "Section" in each for each in found), found


def test_a_step_back_goes_to_the_start_of_the_sentence_and_then_to_the_one_before(garden: Path, opened: Open) -> None:
    page = opened(garden)
    number = _place(page, garden, "See the guide")
    starts = [start for start, _, _ in cues_of(garden)]

    _go(page, garden, number)
    page.keyboard.press("ArrowLeft")
    first = _at(page)
    page.keyboard.press("ArrowLeft")
    second = _at(page)
    page.keyboard.press("k")

    assert (first, second) == (starts[number], starts[number - 1])
    assert _at(page) < starts[number - 1]


def test_ten_seconds_either_way_and_never_over_the_ends(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate(SEEK, 15_000)
    page.keyboard.press(",")
    assert _at(page) == 5000
    page.click("#ahead")
    assert _at(page) == 15_000
    page.click("#back")
    page.click("#back")
    assert _at(page) == 0
    page.evaluate(SEEK, 10**9)
    page.keyboard.press(".")
    assert _at(page) <= page.evaluate("document.getElementById('sound').duration * 1000")


def test_play_and_pause_by_key_and_button_with_a_name_that_tells_what_it_does(garden: Path, opened: Open) -> None:
    page = opened(garden)
    assert page.get_attribute("#play", "aria-label") == "Play"
    page.keyboard.press("Space")
    until(page, "!document.getElementById('sound').paused")
    assert page.get_attribute("#play", "aria-label") == "Pause"
    page.click("#play")
    until(page, "document.getElementById('sound').paused")


def test_speed_goes_from_a_half_to_four_and_is_remembered(garden: Path, opened: Open) -> None:
    page = opened(garden)
    for _ in range(5):
        page.keyboard.press("+")
    assert page.evaluate("document.getElementById('sound').playbackRate") == 1.5
    assert page.get_attribute("#rate", "aria-valuetext") == "1.5 times"
    page.reload()
    until(page, "document.getElementById('sound').playbackRate === 1.5")
    page.focus("#rate")
    page.keyboard.press("End")
    assert page.evaluate("document.getElementById('sound').playbackRate") == 4
    page.keyboard.press("Home")
    assert page.evaluate("document.getElementById('sound').playbackRate") == 0.5


def test_the_place_is_remembered_for_each_episode(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate(SEEK, 20_000)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.reload()
    until(page, "document.getElementById('sound').readyState >= 1")

    assert _at(page) == 20_000
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('postaloud ')).length") == 1


def test_a_browser_that_remembers_nothing_plays_all_the_same(garden: Path, browser: "Browser") -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(f"{garden.as_uri()}/index.html")
    page.click("#play")
    until(page, "document.getElementById('sound').currentTime > 0.2")
    page.keyboard.press("+")
    context.close()

    assert failures == []


@pytest.mark.parametrize(
    "stored", ["null", "7", '"x"', '{"rate": "fast", "size": -3, "theme": 4}', '{"rate": 99}', "{"]
)
def test_what_was_remembered_wrongly_is_as_nothing(garden: Path, opened: Open, stored: str) -> None:
    page = opened(garden)
    page.evaluate("(stored) => localStorage.setItem('postaloud', stored)", stored)
    page.reload()
    until(page, "document.getElementById('sound').readyState >= 1")

    assert 0.5 <= page.evaluate("document.getElementById('sound').playbackRate") <= 4
    assert page.get_attribute("html", "data-theme") == "system"


@pytest.mark.parametrize(("hash", "ms"), [("#t=12.5", 12_500), ("#t=0:20", 20_000), ("#t=x", 0)])
def test_a_link_to_a_moment_leads_there(garden: Path, opened: Open, hash: str, ms: int) -> None:  # noqa: A002
    assert _at(opened(garden, hash)) == ms


def test_the_link_to_this_moment_is_copied(garden: Path, opened: Open) -> None:
    page = opened(garden, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(SEEK, 12_340)
    page.click("#copy")
    until(page, "document.getElementById('status').textContent === 'Link copied.'")

    assert page.evaluate("navigator.clipboard.readText()") == f"{garden.as_uri()}/index.html#t=12.3"


def test_chapters_lead_to_their_sound_and_text_and_the_current_one_is_marked(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.click("#chapters a >> nth=3")
    start = page.evaluate("JSON.parse(document.getElementById('data').textContent).chapters[3][0]")

    assert _at(page) == start
    assert page.evaluate("[...document.querySelectorAll('#chapters a')].map((a) => a.ariaCurrent)") == [
        None, None, None, "true",
    ]  # fmt: skip
    assert page.inner_text("#where") == "Section 3 of 3 · The first year"


def test_keys_are_ignored_in_controls_and_with_modifiers_and_when_switched_off(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate(SEEK, 15_000)
    for key in ("Control+n", "Alt+n", "Meta+n", "Shift+n"):
        page.keyboard.press(key)
    for control in ("#sleep", "#rate"):
        page.focus(control)
        page.keyboard.press("n")
        page.keyboard.press(",")
    assert _at(page) == 15_000
    page.focus("#copy")
    page.evaluate("document.activeElement.blur()")

    page.keyboard.press("?")
    assert page.locator("#keys-box").is_visible()
    assert page.get_attribute("#section_next", "aria-keyshortcuts") == "N"
    page.click("#with-keys")
    page.keyboard.press("Escape")
    page.keyboard.press("n")

    assert _at(page) == 15_000
    assert page.get_attribute("#section_next", "aria-keyshortcuts") is None


def test_a_space_on_a_button_presses_it_once(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.focus("#play")
    page.keyboard.press("Space")
    until(page, "!document.getElementById('sound').paused")


def test_the_sleep_timer_stops_at_the_end_of_the_section(garden: Path, opened: Open) -> None:
    page = opened(garden)
    end = page.evaluate("JSON.parse(document.getElementById('data').textContent).chapters[1][0]")
    page.evaluate(SEEK, end - 1500)
    page.select_option("#sleep", "section")
    page.click("#play")
    until(page, "document.getElementById('sound').currentTime > 1 && document.getElementById('sound').paused")

    assert abs(_at(page) - end) < 30
    assert page.input_value("#sleep") == ""


def test_the_sleep_timer_stops_after_its_minutes(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate("() => { const now = Date.now; Date.now = () => now() + (window.later ?? 0); }")
    page.select_option("#sleep", "5")
    until(page, "document.getElementById('status').textContent === 'Stops in 5 minutes.'")
    page.click("#play")
    page.wait_for_timeout(600)
    assert not page.evaluate("document.getElementById('sound').paused")
    page.evaluate("window.later = 300_001")
    until(page, "document.getElementById('sound').paused")


def test_settings_change_the_page_and_are_remembered(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.click("#settings")
    page.select_option("#theme", "dark")
    page.select_option("#font", "dyslexic")
    for name, value in {"size": 150, "leading": 200, "tracking": 10}.items():
        page.fill(f"#{name}", str(value))
    for name in ("words", "said", "ruler", "sentences"):
        page.click(f"#with-{name}")
    page.click("#settings-box [data-close]")
    page.reload()
    until(page, "document.getElementById('sound').readyState >= 1")
    page.click("#text [data-start] >> nth=8")
    _at(page)

    look = page.evaluate(
        """() => {
            const look = getComputedStyle(document.querySelector('#text p:not(.said)'));
            return [look.fontSize, look.lineHeight, look.letterSpacing, look.fontFamily.split(',')[0]];
        }"""
    )
    assert look == ["27px", "54px", "2.7px", "OpenDyslexic"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 24)"
    assert page.evaluate("[...CSS.highlights.get('word')].length") == 0
    assert not page.locator(".said").first.is_visible()
    assert page.locator("#ruler").is_visible()
    page.click("#settings")
    page.click("#reset")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"


def test_the_system_s_media_keys_know_chapter_and_author(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.click("#play")
    until(page, "navigator.mediaSession.playbackState === 'playing'")

    assert page.evaluate("[navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.album]") == [
        "A pond in a barrel",
        "A pond in a barrel",
    ]
    assert page.evaluate("navigator.mediaSession.metadata.artist") == "Ines Ok"


def test_where_am_i_is_said_on_request(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate(SEEK, 30_000)
    page.keyboard.press("w")
    until(page, "document.getElementById('status').textContent")

    assert page.inner_text("#status").startswith("Section 1 of 3 · What you need. 30 seconds of 1 minute")


def test_the_german_player_speaks_german(episodes: Callable[[str], Path], opened: Open) -> None:
    page = opened(episodes("german"))

    assert page.get_attribute("#play", "aria-label") == "Abspielen"
    said = page.get_attribute("#slider", "aria-valuetext") or ""
    assert re.fullmatch(r"0 Sekunden von \d Sekunden", said)
