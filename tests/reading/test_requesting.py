"""Pages from the web, good and hostile: a real server on 127.0.0.1, within limits that are short for the tests."""

import gzip
import socket
import ssl
import threading
import time
import zlib
from pathlib import Path

import pytest
import trustme

from pages import page
from postaloud.errors import NothingToRead, PostaloudError, SourceError
from postaloud.reading import addresses, fetch, read_article
from postaloud.reading.web import Web
from websites import Answer, Website, answering, dripping, leading_to, sending, website

OURS = Web(allow_private=True, connect_s=2, total_s=5)
TEA = page().encode()
CHUNKED = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n"


def test_a_page_has_its_address_charset_and_time() -> None:
    answer = answering(
        "<p>café".encode("latin-1"),
        content_type="text/html; charset=latin-1",
        last_modified="Thu, 01 Jan 2015 00:00:00 GMT",
    )
    with website({"/a?b=c": answer}) as site:
        had = fetch(site.address("/a?b=c#part"), OURS)

        assert (had.location, had.address) == (site.address("/a?b=c"), site.address("/a?b=c"))
    assert (had.body, had.charset, had.modified) == (b"<p>caf\xe9", "latin-1", 1420070400)


def test_the_address_in_the_end_is_the_pages_own() -> None:
    with website({"/old": leading_to("/new"), "/new": answering(TEA)}) as site:
        had = fetch(site.address("/old"), OURS)

        assert (had.location, had.address) == (site.address("/old"), site.address("/new"))
        assert read_article(had).address == site.address("/new")


def test_links_and_pictures_are_counted_from_the_address() -> None:
    with website(
        {"/blog/a": answering(b"<p>Some words <a href='b#c'>go on</a><img alt='A leaf' src='/leaf.png'>")}
    ) as site:
        article = read_article(fetch(site.address("/blog/a"), OURS))

        assert site.address("/blog/b#c") in repr(article)
        assert site.address("/leaf.png") in repr(article)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "x-gzip", "bare deflate", "several gzips"])
def test_packed_pages_are_unpacked(encoding: str) -> None:
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(TEA),
        "x-gzip": gzip.compress(TEA),
        "deflate": zlib.compress(TEA),
        "bare deflate": bare.compress(TEA) + bare.flush(),
        "several gzips": gzip.compress(TEA[:100]) + gzip.compress(TEA[100:]),
    }[encoding]
    name = {"bare deflate": "deflate", "several gzips": "gzip"}.get(encoding, encoding)
    with website({"/": answering(packed, content_encoding=name)}) as site:
        assert fetch(site.address("/"), OURS).body == TEA


def test_names_and_passwords_are_given_to_their_host_and_told_to_nobody() -> None:
    with website({"/b": answering(TEA)}) as other, website({"/a": leading_to(other.address("/b"))}) as site:
        had = fetch(site.address("/a").replace("://", "://ann:s3cret@"), OURS)

        assert "Authorization: Basic" in site.heads[0]
        assert "Authorization" not in other.heads[0]
        assert "s3cret" not in repr(had)


BROKEN: list[tuple[Answer, type[PostaloudError], str]] = [
    (answering(b"", "404 Not Found"), SourceError, "does not exist on its server"),
    (answering(b"", "410 Gone"), SourceError, "is gone for good"),
    (answering(b"", "401 Unauthorized"), SourceError, "asks for a name and a password"),
    (answering(b"", "403 Forbidden"), SourceError, "is not given to programs"),
    (answering(b"", "429 Too Many", retry_after="60"), SourceError, "try again later, in 60 seconds"),
    (answering(b"", "503 Unavailable"), SourceError, "its server failed; try again later"),
    (answering(b"", "418 Teapot"), SourceError, "was refused by its server"),
    (sending(b"HTTP/1.1 204 No Content\r\n\r\n"), SourceError, "HTTP status 204 and no page"),
    (sending(b"HTTP/1.1 304 Not Modified\r\n\r\n"), SourceError, "HTTP status 304 and no page"),
    (leading_to("/"), SourceError, "is sent on more than 5 times"),
    (leading_to("file:///etc/passwd"), SourceError, "an address of file is not fetched"),
    (leading_to("http://[::1"), SourceError, "cannot be understood"),
    (leading_to("/account/login?next=/"), SourceError, "leads to a login page"),
    (answering(b"\x89PNG", content_type="image/png"), NothingToRead, r"is a picture \(image/png\), not a page"),
    (answering(b"%PDF", content_type="application/pdf"), NothingToRead, "is a PDF document"),
    (answering(b"x", content_type="font/woff2"), NothingToRead, "of a type that is not read"),
    (answering(b"x", content_encoding="br"), SourceError, "packed as br, which was not asked for"),
    (answering(b"x", content_encoding="gzip, gzip"), SourceError, "which was not asked for"),
    (answering(b"not gzip", content_encoding="gzip"), SourceError, "came damaged"),
    (answering(gzip.compress(TEA)[:-20], content_encoding="gzip"), SourceError, "broke off before it was whole"),
    (answering(TEA, content_length="9999"), SourceError, "broke off before it was whole"),
    (answering(TEA, content_length="99999999999"), NothingToRead, "over the limit of 10 MB"),
    (sending(CHUNKED + b"f\r\n<p>Hello"), SourceError, "broke off before it was whole"),
    (sending(b""), SourceError, "broke off before it was whole"),
    (sending(b"SSH-2.0-hello\r\n\r\n"), SourceError, "broke off before it was whole"),
    (answering(gzip.compress(bytes(3_000_000)), content_encoding="gzip"), NothingToRead, "packed more than 100 times"),
    (answering(gzip.compress(bytes(90_000_000)), content_encoding="gzip"), NothingToRead, "packed more than 100 times"),
    (dripping(CHUNKED, b"10000\r\n" + b"x" * 65_536 + b"\r\n", 0), NothingToRead, "over the limit of 10 MB"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "error", "sentence"), BROKEN, ids=[sentence for *_, sentence in BROKEN])
def test_what_goes_wrong_is_named_in_one_sentence(answer: Answer, error: type[PostaloudError], sentence: str) -> None:
    login = answering(b"<input type=password>")
    with website({"/": answer, "/account/login?next=/": login}) as site, pytest.raises(error, match=sentence) as caught:
        fetch(site.address("/"), OURS)

    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        dripping(b"", b"H"),
        dripping(b"HTTP/1.1 200 OK\r\n", b"x: y\r\n"),
        dripping(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 99999\r\n\r\n", b"x"),
        dripping(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n", b"x"),
        dripping(CHUNKED, b"1\r\nx\r\n"),
        dripping(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        lambda _, __: time.sleep(3),
    ],
    ids=["status", "headers", "body", "endless body", "chunks", "continue", "silence"],
)
def test_a_slow_drip_ends_by_the_clock_on_the_wall(answer: Answer) -> None:
    start = time.monotonic()
    with website({"/": answer}) as site, pytest.raises(SourceError, match=r"did not come within 0\.4 seconds"):
        fetch(site.address("/"), Web(allow_private=True, total_s=0.4))

    assert time.monotonic() - start < 1.5


def test_nothing_runs_on_after_a_page_was_had() -> None:
    before = threading.active_count()
    with website({"/": answering(TEA)}) as site:
        fetch(site.address("/"), OURS)

    deadline = time.monotonic() + 2
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= before


def test_a_host_that_refuses_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(SourceError, match=r"Cannot connect to 127\.0\.0\.1: Connection refused"):
        fetch(f"http://127.0.0.1:{port}/", OURS)


def test_a_host_that_is_not_there_is_named() -> None:
    with pytest.raises(SourceError, match=r"Cannot find the host nowhere\.invalid"):
        fetch("http://nowhere.invalid/", OURS)


@pytest.mark.parametrize("address", ["ftp://a.example/", "file:///etc/passwd", "gopher://a.example/"])
def test_only_http_and_https_are_fetched(address: str) -> None:
    with pytest.raises(SourceError, match="is not fetched, only one of http or https"):
        fetch(address)


@pytest.mark.parametrize("address", ["http://", "http:///path", "http://a b.example/", "http://[::1/", "http://a:b/"])
def test_what_is_no_address_is_refused_in_one_sentence(address: str) -> None:
    with pytest.raises(SourceError):
        fetch(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_no_spelling_of_this_computer_is_asked_without_leave(host: str) -> None:
    with (
        website({"/": answering(TEA)}) as site,
        pytest.raises(SourceError, match=r"private or reserved network|cannot be understood"),
    ):
        fetch(site.address("/", host))

    assert site.heads == []


def test_a_page_that_leads_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: str(address) == "127.0.0.1")
    with website({"/": leading_to("http://10.0.0.1/secret")}) as site:
        with pytest.raises(SourceError, match=r"10\.0\.0\.1 is in a private or reserved network"):
            fetch(site.address("/"), Web(connect_s=2, total_s=5))

        assert site.asked() == ["/"]


def test_a_name_is_looked_up_once_and_its_checked_address_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    lookups: list[str] = []
    real = socket.getaddrinfo

    def changing(host: str, *arguments: object, **named: object) -> object:
        if host != "blog.example":
            return real(host, *arguments, **named)  # type: ignore[arg-type]
        lookups.append(host)
        where = "127.0.0.1" if len(lookups) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (where, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with website({"/": answering(TEA)}) as site:
        had = fetch(site.address("/", "blog.example"), OURS)

        assert f"Host: blog.example:{site.port}" in site.heads[0]
    assert had.body == TEA
    assert lookups == ["blog.example"]


def test_a_name_with_one_private_address_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (where, 0)) for where in ("93.184.215.14", "192.168.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    with pytest.raises(SourceError, match=r"192\.168\.0\.1"):
        fetch("http://blog.example/")


def test_a_lookup_that_hangs_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)

    with pytest.raises(SourceError, match=r"Looking up blog\.example took more than 0\.1 seconds"):
        fetch("http://blog.example/", Web(connect_s=0.1))


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with website({"/": answering(TEA)}) as site:
        assert fetch(site.address("/"), OURS).body == TEA


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def _tls(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_a_certificate_of_nobody_is_refused(authority: trustme.CA) -> None:
    with website({"/": answering(TEA)}, _tls(authority, "127.0.0.1")) as site:
        with pytest.raises(SourceError, match=r"127\.0\.0\.1 cannot prove that it is 127\.0\.0\.1"):
            fetch(site.address("/"), OURS)

        assert site.heads == []


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Make the system trust the authority of the test."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return authority


def test_a_certificate_for_the_name_is_accepted_though_the_address_is_connected_to(trusted: trustme.CA) -> None:
    with website({"/": answering(TEA)}, _tls(trusted, "localhost")) as site:
        assert fetch(site.address("/", "localhost"), OURS).body == TEA
        assert f"Host: localhost:{site.port}" in site.heads[0]


def test_a_certificate_for_another_name_is_refused(trusted: trustme.CA) -> None:
    with (
        website({"/": answering(TEA)}, _tls(trusted, "other.example")) as site,
        pytest.raises(SourceError, match="localhost cannot prove that it is localhost"),
    ):
        fetch(site.address("/", "localhost"), OURS)


def _unless_known(connection: socket.socket, head: str) -> None:
    known = 'if-none-match: "v1"' in head.lower()
    body = b"" if known else TEA
    answer = answering(
        body, "304 Not Modified" if known else "200 OK", etag='"v1"', content_type="text/html; charset=utf-8"
    )
    answer(connection, head)


@pytest.fixture
def store(tmp_path: Path) -> Web:
    return Web(allow_private=True, total_s=5, store=tmp_path / "cache" / "pages")


def _kept(web: Web) -> list[Path]:
    return sorted(web.store.glob("*")) if web.store is not None else []


def test_a_page_that_did_not_change_is_read_from_what_was_had_before(store: Web) -> None:
    with website({"/": _unless_known}) as site:
        first, second = (fetch(site.address("/"), store) for _ in range(2))

        assert 'if-none-match: "v1"' in site.heads[1].lower()
    assert first == second
    assert [path.suffix for path in _kept(store)] == [".page"]


def test_a_time_of_change_is_asked_for_too(store: Web) -> None:
    moment = "Thu, 01 Jan 2015 00:00:00 GMT"
    with website({"/": answering(TEA, last_modified=moment)}) as site:
        for _ in range(2):
            fetch(site.address("/"), store)

        assert f"if-modified-since: {moment}".lower() in site.heads[1].lower()


def test_a_kept_page_that_is_damaged_is_had_afresh(store: Web) -> None:
    with website({"/": _unless_known}) as site:
        fetch(site.address("/"), store)
        for damage in (
            lambda octets: octets[:-5] + b"XXXXX",
            lambda _: b"",
            lambda _: b"[1]\n",
            lambda _: b'{"sha256":1}\n',
        ):
            (path,) = _kept(store)
            path.write_bytes(damage(path.read_bytes()))
            assert fetch(site.address("/"), store).body == TEA

        assert not any("if-none-match" in head.lower() for head in site.heads)


@pytest.mark.parametrize("headers", [{}, {"etag": '"v1"', "cache_control": "private, no-store"}])
def test_a_page_without_marks_or_with_a_wish_not_to_be_kept_is_not(headers: dict[str, str], store: Web) -> None:
    with website({"/": answering(TEA, **headers)}) as site:
        fetch(site.address("/"), store)

    assert _kept(store) == []


def test_what_a_password_opened_is_not_kept(store: Web) -> None:
    with website({"/": _unless_known}) as site:
        fetch(site.address("/").replace("://", "://ann:s3cret@"), store)

    assert _kept(store) == []


def test_a_store_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with website({"/": _unless_known}) as site:
        assert fetch(site.address("/"), Web(allow_private=True, store=tmp_path / "file" / "pages")).body == TEA


def test_an_error_replaces_no_kept_page(store: Web) -> None:
    answers = [_unless_known, answering(b"", "500 Broken"), _unless_known]

    def next_answer(connection: socket.socket, head: str) -> None:
        answers.pop(0)(connection, head)

    with website({"/": next_answer}) as site:
        fetch(site.address("/"), store)
        with pytest.raises(SourceError, match="server failed"):
            fetch(site.address("/"), store)

        assert fetch(site.address("/"), store).body == TEA
        assert "if-none-match" in site.heads[2].lower()


def test_websites_are_closed_when_their_block_ends() -> None:
    with website({}) as site:
        pass
    with pytest.raises(SourceError, match="Cannot connect"):
        fetch(site.address("/"), OURS)


def test_a_website_is_where_it_says() -> None:
    assert Website(80).address("/a") == "http://127.0.0.1:80/a"
