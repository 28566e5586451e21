"""Assets in, answers out: a small HTTP server for podcast apps and browsers, with byte ranges and nothing to break.

It answers GET and HEAD only, for hosts and addresses on its lists; everything else is refused in a line of text.
"""

import logging
import socket
import time
from collections.abc import Callable, Collection
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from postaloud.listening.assets import Asset, Assets, Opened, opened
from postaloud.listening.ranges import Stretch, Unsatisfiable, stretch_of

Find = Callable[[str], Assets]
"""Returns what may be asked for under a base address such as "http://127.0.0.1:8000/"."""
HEADER_SECONDS = 15
"""How long a client may take for a request, and may keep an idle connection."""
SEND_SECONDS = 30
"""How long a client may take for each 64 kB."""
MOST_CLIENTS = 400
_CHUNK = 1 << 16
_FRAMING = "; frame-ancestors 'none'"
_HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'" + _FRAMING,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_log = logging.getLogger(__name__)


class Server(ThreadingHTTPServer):
    """A thread for each client; slow ones are dropped."""

    daemon_threads = True
    request_queue_size = 256

    def __init__(self, host: str, port: int, root: Path, find: Find) -> None:
        """Listen; raises `OSError` where the port is taken."""
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)
        self.root = root.resolve()
        self.find = find
        self.hosts: Collection[str] = ()
        """What a Host header may say: another site's name must not lead here (DNS rebinding)."""
        self.waiting: dict[socket.socket, float] = {}
        """Since when each client is asked for its request."""

    @property
    def port(self) -> int:
        """The port that was given by the system or asked for."""
        return int(self.server_address[1])

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002 - the library's signature
        """Refuse a client too many."""
        return len(self.waiting) < MOST_CLIENTS

    def service_actions(self) -> None:
        """Drop clients that take too long for their request; called twice a second."""
        late = time.monotonic() - HEADER_SECONDS
        for connection, since in list(self.waiting.items()):
            if since < late:
                _shut(connection)

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the library's signature
        """Say in the log that a client went away."""
        _log.debug("%s went away.", client_address, exc_info=True)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        _log.debug("A slow client was gone already.")


class _Handler(BaseHTTPRequestHandler):
    """One client."""

    protocol_version = "HTTP/1.1"
    server_version = "postaloud"
    sys_version = ""
    timeout = SEND_SECONDS
    disable_nagle_algorithm = True
    server: Server

    def handle_one_request(self) -> None:
        self.server.waiting[self.connection] = time.monotonic()
        try:
            super().handle_one_request()
        finally:
            self.server.waiting.pop(self.connection, None)

    def do_GET(self) -> None:
        self._answer(has_body=True)

    def do_HEAD(self) -> None:
        self._answer(has_body=False)

    def _answer(self, *, has_body: bool) -> None:
        self.server.waiting[self.connection] = float("inf")
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        asset = self._asked_for(hosts[0].lower())
        found = opened(asset, self.server.root) if asset else None
        if asset is None or found is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        with found.file:
            self._send(asset, found, has_body=has_body)

    def _asked_for(self, host: str) -> Asset | None:
        path = unquote(self.path.partition("?")[0])
        return self.server.find(f"http://{host}/").get(f"{path}index.html" if path.endswith("/") else path)

    def _send(self, asset: Asset, found: Opened, *, has_body: bool) -> None:
        if self._is_known(found):
            self._head(HTTPStatus.NOT_MODIFIED, {"ETag": found.etag})
            return
        policy = {"Content-Security-Policy": asset.policy + _FRAMING} if asset.policy else {}
        headers = {**policy, "Content-Type": asset.mime, "ETag": found.etag, "Last-Modified": found.modified}
        try:
            stretch = self._stretch(found)
        except Unsatisfiable:
            self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{found.size}"})
            return
        if stretch is None:
            stretch = Stretch(0, found.size)
            self._head(HTTPStatus.OK, {**headers, "Content-Length": str(found.size)})
        else:
            span = f"bytes {stretch.start}-{stretch.start + stretch.length - 1}/{found.size}"
            length = {"Content-Range": span, "Content-Length": str(stretch.length)}
            self._head(HTTPStatus.PARTIAL_CONTENT, {**headers, **length})
        if has_body:
            self._copy(found, stretch)

    def _is_known(self, found: Opened) -> bool:
        """Tell whether the client has this already (RFC 9110, 13)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            return tags.strip() == "*" or found.etag in (tag.strip().removeprefix("W/") for tag in tags.split(","))
        since = self.headers.get("If-Modified-Since")
        return bool(found.modified) and since == found.modified

    def _stretch(self, found: Opened) -> Stretch | None:
        header = self.headers.get("Range")
        if header is None or not header.startswith("bytes="):
            return None
        if self.headers.get("If-Range", found.etag) not in {found.etag, found.modified}:
            return None
        return stretch_of(header, found.size)

    def _copy(self, found: Opened, stretch: Stretch) -> None:
        sent = 0
        while sent < stretch.length:
            count = min(_CHUNK, stretch.length - sent)
            if not (copied := self.connection.sendfile(found.file, stretch.start + sent, count)):
                self.close_connection = True  # the file was cut meanwhile
                return
            sent += copied

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, **headers}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()

    def _refuse(self, status: HTTPStatus, headers: dict[str, str] | None = None) -> None:
        body = f"{status.value} {status.phrase}\n".encode()
        about = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": str(len(body))}
        self._head(status, {**about, **(headers or {})})
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no request, in our own words: a page of the library would repeat what was sent."""
        self.close_connection = True
        self.command = self.command or "GET"
        self.request_version = self.protocol_version  # else nothing but the body would be sent
        is_method = code == HTTPStatus.NOT_IMPLEMENTED
        status = HTTPStatus.METHOD_NOT_ALLOWED if is_method else HTTPStatus(code)
        self._refuse(status, {"Allow": "GET, HEAD"} if is_method else {})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        _log.debug("%s %r", self.client_address[0], format % args)
