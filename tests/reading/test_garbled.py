"""Letters that were decoded wrongly before they came to the page."""

import logging
import subprocess
import sys

import pytest

from postaloud.model.page import Page
from postaloud.reading import read_article
from postaloud.reading.garbled import mend

UNDEFINED = b"\x81\x8d\x8f\x90\x9d"


def garbled(text: str, times: int = 1) -> str:
    """Return a text as it looks after its UTF-8 was taken for Windows-1252."""
    for _ in range(times):
        text = "".join(chr(octet) if octet in UNDEFINED else bytes([octet]).decode("cp1252") for octet in text.encode())
    return text


@pytest.mark.parametrize("text", ["Crème brûlée and café", "It’s “here” – now", "Zwölf Boxkämpfer", "£5 or €6"])
def test_garbled_letters_are_repaired(text: str) -> None:
    assert mend(garbled(text + ", it’s …")) == text + ", it’s …"


@pytest.mark.parametrize(
    "text",
    ["plain", "Crème brûlée", "ÂGE ET ÉTAT", "SÃO PAULO, MAÇÃ", "One cafÃ© alone", "Â«", "日本語", "a ™ and a € sign"],
)
def test_what_is_not_clearly_garbled_is_left(text: str) -> None:
    assert mend(text) == text


def test_only_the_garbled_lines_are_touched() -> None:
    whole = "Doctor’s “orders”"

    assert mend(f"{whole}\n{garbled('l’été, né')}") == f"{whole}\nl’été, né"


def test_a_repair_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    article = read_article(Page("page.html", f"<p>{garbled('Crème brûlée, my dear')}".encode()))

    assert "Crème brûlée" in repr(article)
    assert caplog.messages == ["Some letters of page.html were garbled and were repaired."]


def test_a_bare_local_page_loads_nothing_for_the_web_feeds_or_garbled_letters() -> None:
    code = (
        "import sys; from postaloud.model.page import Page; from postaloud.reading import read_article;"
        "read_article(Page('a.html', '<p>Café words'.encode()));"
        "print(sorted({'httpx', 'feedparser', 'ftfy', 'certifi'} & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
