"""The sample article: what a newcomer narrates first has everything that the tool is there for."""

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from PIL import Image

SAMPLE = Path(__file__).parents[2] / "input" / "how-to-darn-a-jumper.html"


@pytest.fixture(scope="module")
def content() -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element | None = parser.parse(SAMPLE.read_text(encoding="utf-8")).find(".//div[@class='entry-content']")
    assert found is not None
    return found


def test_the_article_is_about_eight_minutes_long(content: Element) -> None:
    assert 1_200 <= len("".join(content.itertext()).split()) <= 1_500


@pytest.mark.parametrize(("name", "count"), [("h2", 6), ("h3", 1), ("ol", 3), ("ul", 1), ("img", 4), ("a", 1)])
def test_the_article_has_sections_lists_pictures_and_a_link(content: Element, name: str, count: int) -> None:
    assert len(list(content.iter(name))) == count


def test_each_picture_is_there_small_and_as_large_as_the_page_says(content: Element) -> None:
    for picture in content.iter("img"):
        path = SAMPLE.parent / picture.attrib["src"]
        with Image.open(path) as image:
            assert image.size == (int(picture.attrib["width"]), int(picture.attrib["height"]))
        assert path.stat().st_size <= 60_000
    assert [bool(picture.attrib["alt"]) for picture in content.iter("img")] == [True, False, True, True]
