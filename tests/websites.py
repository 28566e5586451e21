"""A web server on 127.0.0.1 that answers with exactly the bytes that a test wants, good or hostile."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = Callable[[socket.socket, str], None]
"""Answers a request on its connection, given the request's head."""


@dataclass(slots=True)
class Website:
    """Where a server listens, and the heads of the requests that it got."""

    port: int
    scheme: str = "http"
    heads: list[str] = field(default_factory=list)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path, by any name of this computer."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def asked(self) -> list[str]:
        """Return the paths that were asked for."""
        return [head.split(" ", 2)[1] for head in self.heads]


def answering(body: bytes, status: str = "200 OK", **headers: str) -> Answer:
    """Return an answer with a body; a header is written like `content_type="text/html"`."""
    named = {"content-type": "text/html", "content-length": str(len(body)), "connection": "close"}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return sending(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body)


def leading_to(location: str, status: str = "302 Found") -> Answer:
    return answering(b"", status, location=location)


def sending(octets: bytes) -> Answer:
    """Return an answer of exactly these bytes."""
    return lambda connection, _: connection.sendall(octets)


def dripping(start: bytes, drop: bytes, pause_s: float = 0.05) -> Answer:
    """Return an answer that begins well and then goes on, a little at a time, for ever."""

    def answer(connection: socket.socket, _: str) -> None:
        connection.sendall(start)
        while True:
            time.sleep(pause_s)
            connection.sendall(drop)

    return answer


@contextmanager
def website(answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None) -> Iterator[Website]:
    """Serve answers by path until the `with` block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = Website(listener.getsockname()[1], "https" if tls else "http")
        threading.Thread(target=_serve, args=(listener, site, answers, tls), daemon=True).start()
        yield site
        listener.shutdown(socket.SHUT_RDWR)


def _serve(listener: socket.socket, site: Website, answers: Mapping[str, Answer], tls: ssl.SSLContext | None) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_talk, args=(connection, site, answers, tls), daemon=True).start()


def _talk(plain: socket.socket, site: Website, answers: Mapping[str, Answer], tls: ssl.SSLContext | None) -> None:
    with contextlib.suppress(OSError), plain, tls.wrap_socket(plain, server_side=True) if tls else plain as connection:
        head = b""
        while b"\r\n\r\n" not in head and (piece := connection.recv(65_536)):
            head += piece
        if not head:
            return
        site.heads.append(head.decode())
        answers[site.asked()[-1]](connection, site.heads[-1])
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)
