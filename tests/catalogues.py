"""A catalogue of neural voices, served on this machine, with what can go wrong."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Catalogue(ThreadingHTTPServer):
    """A catalogue with one voice, and what is wrong with it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = files
        self.cut = 0
        self.asked: list[tuple[str, str]] = []

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}/main/voices.json"


class Handler(BaseHTTPRequestHandler):
    """Serves files, ranges of them, or only their first bytes."""

    server: Catalogue

    def do_GET(self) -> None:
        """Answer."""
        wanted = self.headers.get("Range", "")
        self.server.asked.append((self.path, wanted))
        content = self.server.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-") or 0)
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        cut = self.server.cut if self.path.endswith(".onnx") else 0
        self.wfile.write(content[start : start + cut] if cut else content[start:])

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's own word
        """Print nothing."""


def entry(model: Path, name: str) -> dict[str, object]:
    """Return what a catalogue says of a voice."""
    return {
        "key": name,
        "name": "tone",
        "language": {"code": "en_US", "name_english": "English"},
        "quality": "low",
        "files": {
            f"en/en_US/tone/low/{path.name}": {
                "size_bytes": path.stat().st_size,
                "md5_digest": hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(),
            }
            for path in (model, Path(f"{model}.json"))
        },
    }


@contextmanager
def serving(model: Path) -> Iterator[Catalogue]:
    """Serve a catalogue with a voice and another one whose files have other names."""
    name = model.stem
    files = {f"/main/en/en_US/tone/low/{path.name}": path.read_bytes() for path in (model, Path(f"{model}.json"))}
    files["/main/voices.json"] = json.dumps({name: entry(model, name), "en_US-other-low": entry(model, name)}).encode()
    with Catalogue(files) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()
