"""Episodes for a browser, made as a listener makes them, and what lies beside them."""

import functools
import json
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import webvtt

import postaloud
from postaloud.listening.server import Server
from postaloud.model.episode import Show
from postaloud.station.library import Library

GARDEN = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>A pond in a barrel</title>
<meta name="author" content="Ines Ok"></head><body><main><h1>A pond in a barrel</h1>
<p>A barrel can be a pond. It needs water, a few plants, and patience. See the
<a href="https://ponds.example/small">guide to <em>small</em> ponds</a> for more.</p>
<h2>What you need</h2>
<p>Not much is needed, and <abbr title="polyvinyl chloride">PVC</abbr> is not on the list. The Germans say
<span lang="de">stille Wasser gründen tief</span> about it. Run <code>fill</code> first.</p>
<ol><li><strong>Barrel:</strong> oak, with three hoops. It should be tight.</li><li>Rain water.
<ul><li>Two buckets, at least.</li><li>No tap water.</li></ul></li><li>Stones for the frogs.</li></ol>
<p>Then wait for a warm day.</p>
<h4>Where to put it</h4>
<p>It wants six hours of sun. Half shade is fine for lilies, 40% of a day.</p>
<figure><img src="b.jpg" alt="An oak barrel under a pear tree"><figcaption>The barrel in May</figcaption></figure>
<blockquote><p>Still water is never still. It only takes its time.</p><footer>Old Marten</footer></blockquote>
<h2>The first year</h2>
<table><caption>What lives in it</caption><tr><th></th><th>Plants</th><th>Animals</th></tr>
<tr><th>April</th><td>4</td><td>Gnats</td></tr><tr><th>July</th><td>9</td><td>Two newts</td></tr></table>
<pre><code>fill(barrel)
wait(days=3)</code></pre>
<p>In the second week the water turns green. That is as it should be. In the fourth it clears.</p>
<p lang="he">המים שקטים. הם מחכים.</p>
<dl><dt>Hoop</dt><dd>A ring of iron.</dd></dl>
<p>Goodbye.</p></main></body></html>"""
TWO_WORDS = '<!DOCTYPE html><html lang="en"><head><title>Hello</title></head><body><p>Hello there.</p></body></html>'
RIGHT_TO_LEFT = """<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>بركة في برميل</title></head>
<body><main><h1>بركة في برميل</h1><p>البرميل يمكن أن يكون بركة. يحتاج إلى ماء.</p>
<h2>الماء</h2><p>ماء المطر أفضل.</p></main></body></html>"""
GERMAN = '<!DOCTYPE html><html lang="de"><head><title>Das Fass</title></head><body><p>Ein Fass!</p></body></html>'
FLAT = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Un tonneau</title></head><body>
<p>Un tonneau peut devenir un étang. Il faut de l'eau.</p><p>Et un peu de patience.</p></body></html>"""
if TYPE_CHECKING:
    from playwright.sync_api import Page

_STAMP = re.compile(r"<([\d:.]+)>([^<\n]+)")


def narrated(folder: Path, page: str, name: str = "article", engine: str = "espeak") -> Path:
    """Narrate a page and return the episode's folder."""
    source = folder / f"{name}.html"
    source.write_text(page, encoding="utf-8")
    settings = postaloud.Settings(engine=engine, base=folder)
    episode = postaloud.narrate(source, folder / "out", settings)
    return folder / "out" / episode.identity.slug


def until(page: "Page", condition: str, seconds: float = 10) -> None:
    """Wait for a page; Playwright's own way evaluates text inside the page, which its policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def cues_of(folder: Path) -> list[tuple[int, int, str]]:
    """Return start, end and id of each caption."""
    return [(_ms(cue.start), _ms(cue.end), str(cue.identifier)) for cue in webvtt.read(_captions(folder)).captions]


def words_of(folder: Path) -> list[tuple[int, str]]:
    """Return when each word that has a time starts, and the word."""
    text = Path(_captions(folder)).read_text(encoding="utf-8")
    return [(_ms(time), " ".join(word.split())) for time, word in _STAMP.findall(text)]


def _captions(folder: Path) -> str:
    return str(folder / f"{folder.name}.vtt")


def _ms(time: str) -> int:
    hours, minutes, seconds = time.split(":")
    return round(((int(hours) * 60 + int(minutes)) * 60 + float(seconds)) * 1000)


@contextmanager
def served(folder: Path, *, with_ranges: bool) -> Iterator[str]:
    """Serve the folder of an episode's folder and return the address of its page."""
    root = folder.parent
    server: ThreadingHTTPServer
    if with_ranges:
        server = Server("127.0.0.1", 0, root, Library(root, Show()).assets)
        server.hosts = {f"127.0.0.1:{server.port}"}
    else:
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{folder.name}/index.html"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Quiet(SimpleHTTPRequestHandler):
    """A server that knows no byte ranges."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def encoded(folder: Path, suffix: str, codec: list[str], mime: str) -> None:
    """Make the episode's sound another file than the MP3: the same in another format."""
    mp3, other = folder / f"{folder.name}.mp3", folder / f"{folder.name}.{suffix}"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", mp3, *codec, other], check=True)
    record = json.loads((folder / "episode.json").read_text(encoding="utf-8"))
    record["enclosures"][0] |= {"name": other.name, "type": mime, "size": other.stat().st_size}
    (folder / "episode.json").write_text(json.dumps(record), encoding="utf-8")
    page = (folder / "index.html").read_text(encoding="utf-8")
    page = re.sub(r'<source src="[^"]+" type="[^"]+">', f'<source src="{folder.name}.{suffix}" type="{mime}">', page)
    (folder / "index.html").write_text(page, encoding="utf-8")
