"""Web addresses and feeds from the command line: exit codes, sentences, and what reaches the episode."""

import json
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page
from websites import answering, leading_to, website

TEA = page().encode()
FEED = b"""<rss version="2.0"><channel><title>The Tea Letter</title><link>http://tea.example/</link>
<item><title>First flush</title><link>http://tea.example/first</link><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate>
<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">&lt;p>Picked in April.&lt;/p>
</content:encoded></item>
<item><title>Nothing at all</title></item>
<item><title>Second flush</title><guid isPermaLink="false">two</guid><description>Picked in June.</description></item>
</channel></rss>"""


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    return path


def test_an_address_becomes_an_episode_that_knows_it(postaloud: Postaloud, tmp_path: Path) -> None:
    with website({"/old": leading_to("/tea"), "/tea": answering(TEA, etag='"1"')}) as site:
        address = site.address("/old").replace("://", "://ann:s3cret@")
        done = postaloud("narrate", address, "-o", "out", "--engine", "silent", "--allow-private")

        told = done.stderr.decode()
        assert done.returncode == 0, told
        assert f"Fetching {site.address('/old')}." in told
        (record,) = (tmp_path / "out").glob("*/episode.json")
        assert json.loads(record.read_text())["identity"] == site.address("/tea")
    assert "s3cret" not in told + done.stdout.decode()
    assert not [path for path in (tmp_path / "out").rglob("*.*") if b"s3cret" in path.read_bytes()]


def test_this_computer_is_not_asked_without_leave(postaloud: Postaloud) -> None:
    with website({"/": answering(TEA)}) as site:
        for command in ("outline", "script", "narrate"):
            done = postaloud(command, site.address("/"))
            assert done.returncode == 5
            assert b"--allow-private" in done.stderr

        assert site.heads == []


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        (b"", 5, "does not exist"),
        (b"<title>Shop</title><div id=root></div><script src=app.js></script>", 4, "an empty shell"),
        (b"<title>Members</title><form>Log in: <input type=password></form>", 4, "only a form to log in"),
    ],
)
def test_what_is_no_article_is_named_as_what_it_is(body: bytes, code: int, words: str, postaloud: Postaloud) -> None:
    with website({"/": answering(body, "200 OK" if body else "404 Not Found")}) as site:
        done = postaloud("outline", "--allow-private", site.address("/"))

    errors = [line for line in done.stderr.decode().splitlines() if line.startswith("Error: ")]
    assert done.returncode == code
    assert len(errors) == 1
    assert words in errors[0]


def test_every_entry_of_a_feed_becomes_an_episode_and_a_missing_one_is_named(
    postaloud: Postaloud, feed: Path, tmp_path: Path
) -> None:
    done = postaloud("narrate", feed, "-o", "out", "--engine", "silent")

    told = done.stderr.decode()
    records = [json.loads(path.read_text()) for path in (tmp_path / "out").glob("*/episode.json")]
    assert done.returncode == 3
    assert "Entries to read: 3." in told
    assert [line for line in told.splitlines() if line.startswith("Error: ") and "Nothing at all" in line]
    assert {record["identity"] for record in records} == {"http://tea.example/first", "http://tea.example/#two"}
    assert [record["date"] for record in records if record["title"] == "First flush"] == ["2024-05-06"]


def test_some_entries_are_chosen(postaloud: Postaloud, feed: Path) -> None:
    one = postaloud("outline", "--json", "--entries", "3", feed)
    two = postaloud("outline", "--json", "--entries", "1,3", feed)
    none = postaloud("script", "--entries", "9", feed)

    assert json.loads(one.stdout)["title"] == "Second flush"
    assert [entry["title"] for entry in json.loads(two.stdout)] == ["First flush", "Second flush"]
    assert (none.returncode, b"it has entries 1 to 3" in none.stderr) == (2, True)


def test_a_feed_on_standard_input_is_a_feed(postaloud: Postaloud) -> None:
    done = postaloud("script", "--entries", "1", "-", text=FEED)

    assert done.returncode == 0
    assert b"Picked in April." in done.stdout
