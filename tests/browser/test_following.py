"""The page follows the voice: sentence and word are those that are heard, and a click leads to its sentence."""

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from listeners import cues_of, until, words_of
from peers import needs

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs("chromium", "playwright")
Open = Callable[..., "Page"]
WATCH = """async ([start, seconds, rate]) => {
    const sound = document.getElementById('sound');
    const samples = [], changes = [];
    const now = () => [...document.querySelectorAll('.now')].map((each) => each.id);
    const watcher = new MutationObserver((all) => all.forEach(({target}) => {
        const isPlaying = target.classList.contains('now') && sound.currentTime > start + 0.2;
        if (isPlaying) changes.push([sound.currentTime * 1000, target.id]);
    }));
    watcher.observe(document.body, {subtree: true, attributeFilter: ['class']});
    const slider = document.getElementById('rate');
    slider.value = rate;
    slider.dispatchEvent(new Event('input'));
    sound.currentTime = start;
    await sound.play();
    const timer = setInterval(() => samples.push([sound.currentTime * 1000, now()]), 20);
    await new Promise((done) => setTimeout(done, seconds * 1000));
    clearInterval(timer);
    watcher.disconnect();
    sound.pause();
    return [sound.playbackRate, samples, changes];
}"""
WORD_AT = """async (times) => {
    const sound = document.getElementById('sound');
    const words = [];
    for (const time of times) {
        await new Promise((done) => {
            sound.addEventListener('seeked', () => setTimeout(done), {once: true});
            sound.currentTime = time / 1000;
        });
        words.push([...CSS.highlights.get('word')].map(String).join(' '));
    }
    return words;
}"""
AFTER_CLICK = """async (id) => {
    const element = document.getElementById(id);
    element.scrollIntoView({block: 'center'});
    const sound = document.getElementById('sound');
    const box = element.getClientRects()[0];
    await new Promise((done) => {
        sound.addEventListener('seeked', done, {once: true});
        document.elementFromPoint(box.left + 4, box.top + box.height / 2).click();
    });
    return sound.currentTime * 1000;
}"""


@pytest.mark.parametrize(("rate", "seconds"), [(1, 8), (2, 6), (3, 6)])
def test_the_sentence_that_is_heard_is_highlighted(garden: Path, opened: Open, rate: int, seconds: int) -> None:
    cues = cues_of(garden)
    starts = [start for start, _, _ in cues]

    real_rate, samples, changes = opened(garden).evaluate(WATCH, [cues[3][0] / 1000, seconds, rate])

    heard = [(time, ids, cues[bisect_right(starts, time) - 1]) for time, ids in samples[5:] if time > starts[0]]
    right = [cue[2] in ids for time, ids, cue in heard if time <= cue[1]]
    lags = [time - start for time, name in changes for start, _, cue in cues if cue == name]
    assert real_rate == rate
    assert len(right) > 50 * seconds * 0.5
    assert sum(right) >= 0.98 * len(right)
    assert len(lags) >= 3
    assert max(lags) < 50 * rate


def test_the_word_that_is_heard_is_highlighted(garden: Path, opened: Open) -> None:
    words = words_of(garden)
    ends = [*(start for start, _ in words[1:]), words[-1][0] + 200]
    middles = [(start + min(end, start + 400)) / 2 for (start, _), end in zip(words, ends, strict=True)]

    shown = opened(garden).evaluate(WORD_AT, middles)

    pairs = [(word.rstrip(" "), found) for (_, word), found in zip(words, shown, strict=True)]
    right = [found.startswith(word.split()[0]) for word, found in pairs]
    assert len(words) > 150
    assert sum(right) >= 0.95 * len(right), [pair for pair, ok in zip(pairs, right, strict=True) if not ok]


def test_a_click_leads_to_the_sentence(garden: Path, opened: Open) -> None:
    page = opened(garden)
    starts = page.evaluate(
        "[...document.querySelectorAll('#text [data-start]:not(.said)')].map((e) => [e.id, Number(e.dataset.start)])"
    )

    landed = [(page.evaluate(AFTER_CLICK, name), start) for name, start in starts[::2]]

    assert len(landed) > 10
    assert all(abs(at - start) < 30 for at, start in landed)


def test_a_click_on_a_link_or_a_selection_leads_nowhere(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate("document.querySelector('#text a').addEventListener('click', (event) => event.preventDefault())")

    page.click("#text a")

    assert page.evaluate("document.getElementById('sound').currentTime") == 0


def test_the_page_scrolls_with_the_voice_until_the_reader_scrolls(garden: Path, opened: Open) -> None:
    page = opened(garden, viewport={"width": 800, "height": 500})
    late = cues_of(garden)[-6][0] / 1000
    page.evaluate(
        "(time) => { const s = document.getElementById('sound'); s.currentTime = time; return s.play(); }", late
    )
    until(page, "scrollY > 400")
    page.wait_for_timeout(1300)

    page.mouse.move(400, 400)
    page.mouse.wheel(0, -5000)
    until(page, "!document.getElementById('return').hidden")
    page.wait_for_timeout(2500)
    assert page.evaluate("scrollY") < 100

    page.click("#return")
    until(page, "scrollY > 400")
    assert page.locator("#return").is_hidden()
