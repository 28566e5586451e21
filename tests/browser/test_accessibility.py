"""The page as people without eyes, mouse, colour or scripts find it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from listeners import until
from peers import NODE, needs, needs_node

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs("chromium", "playwright")
Open = Callable[..., "Page"]
PAGES = ["garden", "two words", "right to left", "flat"]
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "more contrast": {"contrast": "more"},
    "320 pixels": {"viewport": {"width": 320, "height": 640}},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PLAY = "document.getElementById('sound').play()"
LANDMARKS = {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"}
CONTROLS = {"button", "slider", "combobox", "checkbox", "link"}
THEME = """(theme) => {
    const choice = document.getElementById('theme');
    choice.value = theme;
    choice.dispatchEvent(new Event('input'));
}"""


def _violations(page: "Page") -> list[str]:
    page.evaluate((NODE / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(tags) => axe.run(document, {runOnly: tags})", RULES)
    return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]


@needs_node("axe-core")
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_in_any_mode_also_while_playing(garden: Path, opened: Open, mode: str) -> None:
    page = opened(garden, **MODES[mode])
    still = _violations(page)

    page.evaluate(PLAY)
    until(page, "document.querySelector('.now')")

    assert [*still, *_violations(page)] == []


@needs_node("axe-core")
@pytest.mark.parametrize("theme", ["light", "dark", "sepia", "contrast"])
def test_axe_finds_nothing_in_any_theme_or_dialog(garden: Path, opened: Open, theme: str) -> None:
    page = opened(garden)
    page.evaluate(THEME, theme)
    page.click("#text [data-start] >> nth=6")
    found = _violations(page)
    for dialog in ("settings", "keys"):
        page.click(f"#{dialog}")
        found += _violations(page)
        page.keyboard.press("Escape")

    assert found == []


@needs_node("axe-core")
@pytest.mark.parametrize("name", PAGES[1:])
def test_axe_finds_nothing_in_short_flat_and_right_to_left_articles(
    episodes: Callable[[str], Path], opened: Open, name: str
) -> None:
    assert _violations(opened(episodes(name))) == []


def _tree(page: "Page") -> list[dict[str, Any]]:
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node for node in nodes if not node["ignored"]]


def _role(node: dict[str, Any]) -> str:
    return str(node["role"]["value"])


@pytest.mark.parametrize("name", PAGES)
def test_the_tree_has_few_landmarks_one_title_and_a_name_for_every_control(
    episodes: Callable[[str], Path], opened: Open, name: str
) -> None:
    nodes = _tree(opened(episodes(name)))

    roles = [_role(node) for node in nodes]
    nameless = [node for node in nodes if _role(node) in CONTROLS and not node["name"]["value"]]
    levels = [
        each["value"]["value"]
        for node in nodes
        if _role(node) == "heading"
        for each in node["properties"]
        if each["name"] == "level"
    ]
    assert len([role for role in roles if role in LANDMARKS]) <= 5
    assert levels.count(1) == 1
    assert not nameless
    assert roles.count("status") == 1


def test_a_sentence_is_one_text_but_for_links_abbreviations_languages_and_code(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.evaluate(PLAY)
    until(page, "document.querySelector('.now')")
    texts, pieces = page.evaluate(
        """() => {
            const sentences = [...document.querySelectorAll('[data-start]')];
            const count = (each) => {
                const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
                let texts = 0;
                while (walker.nextNode()) texts++;
                return texts;
            };
            const pieces = (each) => each.querySelectorAll('a,abbr,[lang],code,del').length;
            return [sentences.map(count), sentences.map(pieces)];
        }"""
    )
    shown = [node for node in _tree(page) if _role(node) == "StaticText"]

    assert all(count <= 1 + 2 * piece for count, piece in zip(texts, pieces, strict=True))
    assert len(shown) < sum(texts) + 60


def test_the_slider_speaks_in_words(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.focus("#slider")
    page.keyboard.press("PageUp")

    said = page.get_attribute("#slider", "aria-valuetext") or ""

    assert " seconds of " in said
    assert "minute" in said
    assert page.get_attribute("#rate", "aria-valuetext") == "1 times"


def test_nothing_is_announced_while_it_plays(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.focus("#slider")
    changes = page.evaluate(
        """async () => {
            const changes = [];
            const watcher = new MutationObserver((all) => changes.push(...all.map((each) => each.target.id)));
            const options = {subtree: true, childList: true, characterData: true, attributes: true};
            for (const live of document.querySelectorAll('[role=status],[aria-live],[role=alert],:focus')) {
                watcher.observe(live, options);
            }
            const sound = document.getElementById('sound');
            sound.playbackRate = 4;
            await sound.play();
            await new Promise((done) => setTimeout(done, 8000));
            return changes;
        }"""
    )

    assert changes == []
    assert page.evaluate("document.getElementById('sound').currentTime") > 20


def test_targets_are_large_enough_for_an_unsteady_hand(garden: Path, opened: Open) -> None:
    for width in (320, 1280):
        page = opened(garden, viewport={"width": width, "height": 800})
        small = page.evaluate(
            """() => [...document.querySelectorAll('button,select,input,#chapters a,#about a')]
                .filter((each) => each.checkVisibility())
                .map((each) => [each.id || each.textContent, each.getBoundingClientRect()])
                .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
        )
        assert small == []


def test_focus_goes_down_the_page_and_is_seen(garden: Path, opened: Open) -> None:
    page = opened(garden, viewport={"width": 800, "height": 900})
    places = []
    for _ in range(40):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
                const each = document.activeElement, box = each.getBoundingClientRect(), look = getComputedStyle(each);
                if (each === document.body) return null;
                const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                const isSeen = each.contains(middle) || middle?.contains(each);
                const isMarked = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
                return [each.id || each.textContent.trim(), box.top + scrollY, box.left, isSeen, isMarked];
            }"""
        )
        if place is None:
            break
        places.append(place)

    assert [name for name, _, _, is_seen, is_marked in places if not (is_seen and is_marked)] == []
    tops = [top for _, top, _, _, _ in places[1:]]
    assert all(after > before - 30 for before, after in pairwise(tops))
    assert len(places) > 20


@pytest.mark.parametrize("name", ["garden", "right to left"])
def test_nothing_is_cut_at_320_pixels_with_wide_text_spacing(
    episodes: Callable[[str], Path], opened: Open, name: str
) -> None:
    page = opened(episodes(name), viewport={"width": 320, "height": 640})
    page.evaluate(
        """() => {
            const [sheet] = document.styleSheets;
            sheet.insertRule('* { line-height: 1.5 !important; letter-spacing: .12em !important }');
            sheet.insertRule('* { word-spacing: .16em !important }');
            sheet.insertRule('p { margin-bottom: 2em !important }');
        }"""
    )

    cut = page.evaluate(
        """() => [...document.querySelectorAll('p,h1,h2,h3,li,a,button,td,dt,dd')]
            .filter((each) => each.checkVisibility() && getComputedStyle(each).display !== 'inline')
            .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML.slice(0, 80))"""
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert cut == []


def test_nothing_moves_where_motion_is_not_wanted(garden: Path, opened: Open) -> None:
    page = opened(garden, reduced_motion="reduce", viewport={"width": 800, "height": 500})
    page.evaluate(
        """() => {
            window.scrolled = [];
            const real = Element.prototype.scrollIntoView;
            Element.prototype.scrollIntoView = function (options) {
                scrolled.push(options.behavior);
                real.call(this, options);
            };
        }"""
    )
    page.click("#section_next")
    page.click("#section_next")
    page.click("#section_next")

    assert set(page.evaluate("scrolled")) == {"instant"}
    assert page.evaluate(
        "[...document.querySelectorAll('button')].every((each) => getComputedStyle(each).transitionDuration === '0s')"
    )


def test_without_scripts_there_are_the_sound_the_chapters_and_the_text(garden: Path, opened: Open) -> None:
    page = opened(garden, java_script_enabled=False)

    assert page.locator("audio").is_visible()
    assert page.locator("audio").get_attribute("controls") is not None
    assert not page.locator("#controls").is_visible()
    assert page.locator("#chapters a").count() == 4
    page.click("#chapters a >> nth=3")
    assert page.url.endswith("#sec-3")
    assert "the water turns green" in page.locator("#text").inner_text()
    assert not page.locator(".said").first.is_visible()


def test_on_paper_there_is_the_article_alone(garden: Path, opened: Open) -> None:
    page = opened(garden)
    page.emulate_media(media="print")

    assert not page.locator("#player").is_visible()
    assert not page.locator("#chapters").is_visible()
    assert page.locator("h1").is_visible()
    assert "Goodbye." in page.locator("#text").inner_text()
