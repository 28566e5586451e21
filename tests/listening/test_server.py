"""The server, asked over real connections."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from postaloud.listening import server as rules
from postaloud.listening.server import Server
from postaloud.station import library
from postaloud.station.library import Library
from shows import SHOW, put_episode

SOUND = bytes(range(256)) * 800
PATH = "/tea-000001/tea-000001.mp3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put_episode(tmp_path / "out", sound=SOUND)
    (tmp_path / "out" / "cover.jpg").write_bytes(b"JPEG")
    return tmp_path / "out"


@pytest.fixture
def served(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(library, "CALM_SECONDS", 0.0)
    server = Server("127.0.0.1", 0, folder, Library(folder, replace(SHOW, base_url="")).assets)
    server.hosts = {f"127.0.0.1:{server.port}", f"localhost:{server.port}"}
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


def ask(
    server: Server, path: str, headers: dict[str, str] | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "mime"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/cover.jpg", "image/jpeg"),
        (PATH, "audio/mpeg"),
        (f"{PATH}?v=0123", "audio/mpeg"),
        ("/tea-000001/tea-000001.vtt", "text/vtt; charset=utf-8"),
        ("/tea-000001/tea-000001.srt", "application/x-subrip; charset=utf-8"),
        ("/tea-000001/chapters.json", "application/json+chapters"),
        ("/tea-000001/transcript.html", "text/html; charset=utf-8"),
        ("/tea-000001/index.html", "text/html; charset=utf-8"),
        ("/tea-000001/", "text/html; charset=utf-8"),
    ],
)
def test_everything_published_has_its_type_and_the_same_head(served: Server, path: str, mime: str) -> None:
    status, headers, body = ask(served, path)
    head_status, head_headers, nothing = ask(served, path, method="HEAD")

    assert (status, headers["Content-Type"], headers["Content-Length"]) == (200, mime, str(len(body)))
    assert (head_status, nothing) == (200, b"")
    assert {**headers, "Date": ""} == {**head_headers, "Date": ""}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")


def test_the_feed_works_as_it_stands(served: Server) -> None:
    _, _, feed = ask(served, "/feed.xml", {"Host": f"localhost:{served.port}"})

    assert f'<enclosure url="http://localhost:{served.port}{PATH}?v='.encode() in feed
    assert b"tea.example/podcast" not in feed


def test_a_range_is_answered_with_those_bytes(served: Server) -> None:
    status, headers, body = ask(served, PATH, {"Range": "bytes=1000-1999"})

    assert (status, headers["Content-Range"], body) == (206, f"bytes 1000-1999/{len(SOUND)}", SOUND[1000:2000])


def test_a_range_behind_the_end_names_the_size(served: Server) -> None:
    status, headers, _ = ask(served, PATH, {"Range": f"bytes={len(SOUND)}-"})

    assert (status, headers["Content-Range"]) == (416, f"bytes */{len(SOUND)}")


@pytest.mark.parametrize("header", ["lines=1-2", "nonsense"])
def test_a_range_of_something_else_is_the_whole(served: Server, header: str) -> None:
    assert ask(served, PATH, {"Range": header})[0] == 200


def test_what_is_known_is_not_sent_again(served: Server) -> None:
    _, headers, _ = ask(served, PATH)

    for condition in (
        {"If-None-Match": headers["ETag"]},
        {"If-None-Match": f'"other", W/{headers["ETag"]}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": headers["Last-Modified"]},
    ):
        assert ask(served, PATH, condition)[::2] == (304, b"")
    assert ask(served, PATH, {"If-None-Match": '"other"', "If-Modified-Since": headers["Last-Modified"]})[0] == 200


def test_a_range_of_an_older_file_is_the_whole(served: Server, folder: Path) -> None:
    _, headers, _ = ask(served, PATH)
    wanted = {"Range": "bytes=0-9", "If-Range": headers["ETag"]}
    assert ask(served, PATH, wanted)[0] == 206

    (folder / PATH[1:]).write_bytes(SOUND[::-1])

    assert ask(served, PATH, wanted)[::2] == (200, SOUND[::-1])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_other_methods_are_refused(served: Server, method: str) -> None:
    status, headers, _ = ask(served, "/", method=method)

    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", "", "127.0.0.1:1"])
def test_other_hosts_are_refused(served: Server, host: str) -> None:
    assert ask(served, "/feed.xml", {"Host": host})[0] == 421


@pytest.mark.parametrize(
    "path",
    [
        "/tea-000001/episode.json",
        "/tea-000001",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/tea-000001/../../secret.txt",
        "/tea-000001%2ftea-000001.mp3/..",
        "/.hidden",
        "/tea-000001/mine.txt",
        "/\x00",
        "/" + "a" * 60_000,
    ],
)
def test_only_what_is_published_can_be_had(served: Server, folder: Path, path: str) -> None:
    (folder.parent / "secret.txt").write_text("secret")
    (folder / ".hidden").write_text("secret")
    (folder / "tea-000001" / "mine.txt").write_text("secret")
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: client.recv(4096), b""))

    assert answer.split()[1] in {b"404", b"400", b"414"}
    assert b"secret" not in answer


def test_no_link_leads_out_of_the_folder(served: Server, folder: Path) -> None:
    (folder.parent / "secret.mp3").write_bytes(SOUND)
    assert ask(served, PATH)[0] == 200
    (folder / PATH[1:]).unlink()
    (folder / PATH[1:]).symlink_to(folder.parent / "secret.mp3")

    assert ask(served, PATH)[0] == 404


def test_an_episode_that_comes_later_is_served(served: Server, folder: Path) -> None:
    assert b"Tea 2" not in ask(served, "/feed.xml")[2]

    put_episode(folder, 2)

    assert b"Tea 2" in ask(served, "/feed.xml")[2]
    assert ask(served, "/tea-000002/tea-000002.mp3")[0] == 200


@pytest.mark.parametrize(
    "octets", [b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x00\xff" * 50 + b"\n"]
)
def test_what_is_no_request_is_refused_without_an_echo(served: Server, octets: bytes) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as client:
        client.sendall(octets)
        client.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: client.recv(4096), b""))

    assert not answer or answer.split()[1] in {b"400", b"421", b"505"}
    assert b"\x16" not in answer


def test_slow_clients_are_dropped(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "HEADER_SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as client:
        client.sendall(b"GET / HTTP/1.1\r\nX: ")
        start = time.monotonic()
        try:
            while client.recv(1024):
                pass
        except ConnectionError:
            pass
        assert time.monotonic() - start < 5


def test_two_hundred_ranges_at_once_are_all_right(served: Server) -> None:
    def fetch(number: int) -> bool:
        start = number * 1000
        status, _, body = ask(served, PATH, {"Range": f"bytes={start}-{start + 4999}"})
        return status == 206 and body == SOUND[start : start + 5000]

    with ThreadPoolExecutor(200) as pool:
        assert all(pool.map(fetch, range(200)))


def test_a_connection_serves_many_requests(served: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    for start in (0, 5, 10):
        connection.request("GET", PATH, headers={"Range": f"bytes={start}-{start + 4}"})
        assert connection.getresponse().read() == SOUND[start : start + 5]
    connection.close()
