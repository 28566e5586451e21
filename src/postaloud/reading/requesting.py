"""A web address goes in, its page comes out, had within every limit of `Web`; the only module that uses the network.

A host is looked up once, its addresses are checked, and the connection goes to a checked address, so that the name
cannot come to mean another host in between; the name itself is still what the request and the certificate are about.
Proxies of the environment are not used: what a proxy connects to cannot be checked.
"""

import logging
import ssl
from base64 import b64encode
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime

import httpx

from postaloud.errors import NothingToRead, SourceError
from postaloud.model.page import Page
from postaloud.reading import stored
from postaloud.reading.addresses import Host, addresses_of
from postaloud.reading.answers import refuse_login, refuse_status, refuse_type
from postaloud.reading.stored import Answer
from postaloud.reading.unpacking import ENCODINGS, MEGABYTE, Body
from postaloud.reading.watching import Watch
from postaloud.reading.web import Web

_log = logging.getLogger(__name__)
_PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4
"""Addresses of one host that are tried."""
_HEADERS = {
    "User-Agent": "postaloud (reads articles aloud)",
    "Accept": "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/markdown;q=0.9, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class _Quest:
    """One page that is wanted: what sentences call it, by which limits, until when."""

    name: str
    web: Web
    watch: Watch


def fetch_address(location: str, web: Web) -> Page:
    """Have the page at an http or https address.

    Raises `SourceError` where it cannot be had (no such host, a private one, HTTP errors, login pages, certificates
    that cannot be verified, limits of time) and `NothingToRead` where it is no page or over a limit of size.
    """
    url = _web_url(location, "An address")
    name = shown(url)
    with Watch(web.total_s) as watch:
        try:
            came_to, answer = _follow(url, _Quest(name, web, watch))
        except (httpx.HTTPError, httpx.InvalidURL) as e:
            _refuse_late(name, watch)
            raise SourceError(_broken(name, url.host, e)) from e
        _refuse_late(name, watch)
    refuse_login(name, url.path, came_to.path)
    return Page(
        location=name,
        body=answer.body,
        charset=_charset(answer.content_type),
        modified=_moment(answer.last_modified),
        media=answer.content_type,
        address=shown(came_to),
    )


def shown(url: httpx.URL) -> str:
    """Return an address as it may be told: without name, password and fragment."""
    return str(url.copy_with(username=None, password=None, fragment=None))


def _web_url(address: str | httpx.URL, what: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as e:
        raise SourceError("The web address cannot be understood; check how it is written.") from e
    if url.scheme not in _PORTS:
        raise SourceError(
            f"{what} of {url.scheme} is not fetched, only one of http or https; for a file give its path."
        )
    if not url.host:
        raise SourceError(f"{what} must name a host, like https://example.org/page.")
    return url


def _follow(url: httpx.URL, quest: _Quest) -> tuple[httpx.URL, Answer]:
    """Ask, and go where the answer sends, each place checked as the first was."""
    password = ""
    for _ in range(quest.web.redirects + 1):
        if url.userinfo:
            password = f"Basic {b64encode(f'{url.username}:{url.password}'.encode()).decode()}"
        answer = _ask(url, password, quest)
        if isinstance(answer, Answer):
            if quest.web.store is not None:
                stored.keep(quest.web.store, shown(url), answer)
            return url, answer
        target = _web_url(url.join(answer), f"{quest.name} leads elsewhere: an address")
        if (target.scheme, target.netloc) != (url.scheme, url.netloc):
            password = ""
        url = target
    raise SourceError(f"{quest.name} is sent on more than {quest.web.redirects} times; check the address.")


def _ask(url: httpx.URL, password: str, quest: _Quest) -> Answer | str:
    """Return the answer, or where else to look for it; tries each of the host's addresses until one connects."""
    host = Host(url.host, url.port or _PORTS[url.scheme])
    seconds = min(quest.web.connect_s, quest.watch.rest)
    found = addresses_of(host, allow_private=quest.web.allow_private, seconds=seconds)[:_MOST_ADDRESSES]
    for address in found[:-1]:
        try:
            return _ask_at(address, url, password, quest)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            _log.debug("%s at %s: %s", url.host, address, error)
    return _ask_at(found[-1], url, password, quest)


def _ask_at(address: str, url: httpx.URL, password: str, quest: _Quest) -> Answer | str:
    before = stored.find(quest.web.store, shown(url)) if quest.web.store is not None and not password else None
    headers = _HEADERS | {"Host": url.netloc.decode("ascii")} | (before.conditions if before else {})
    times = httpx.Timeout(quest.web.total_s + 1, connect=min(quest.web.connect_s, quest.watch.rest))
    request = httpx.Request(
        "GET",
        url.copy_with(host=address, username=None, password=None, fragment=None),
        headers=headers | ({"Authorization": password} if password else {}),
        extensions={"sni_hostname": url.host, "trace": quest.watch.trace, "timeout": times.as_dict()},
    )
    with httpx.HTTPTransport(verify=_trusted(url.scheme), trust_env=False) as transport:
        response = transport.handle_request(request)
        try:
            return _answer(response, request, before, quest)
        finally:
            response.close()


def _answer(response: httpx.Response, request: httpx.Request, before: Answer | None, quest: _Quest) -> Answer | str:
    headers = response.headers
    if response.has_redirect_location:
        return headers["Location"]
    if response.status_code == 304 and before is not None:
        _log.debug("%s has not changed since it was had before.", quest.name)
        return before
    refuse_status(quest.name, response.status_code, headers.get("Retry-After", "").strip())
    kind = headers.get("Content-Type", "")
    refuse_type(quest.name, kind)
    is_private = "no-store" in headers.get("Cache-Control", "").lower() or "Authorization" in request.headers
    body = _body(response, quest)
    return Answer(body, kind, headers.get("ETag", ""), headers.get("Last-Modified", ""), is_private)


def _body(response: httpx.Response, quest: _Quest) -> bytes:
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise SourceError(f"{quest.name} comes packed as {encoding[:40]}, which was not asked for.")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > quest.web.max_bytes:
        limit = quest.web.max_bytes / MEGABYTE
        raise NothingToRead(f"{quest.name} is over the limit of {limit:g} MB for one page.")
    body = Body(quest.name, encoding, (quest.web.max_bytes, quest.web.max_ratio))
    for piece in response.iter_raw():
        body.add(piece)
    _refuse_late(quest.name, quest.watch)
    return body.whole()


def _trusted(scheme: str) -> ssl.SSLContext:
    """Return whom to trust: the system's authorities and those of certifi, which some systems need."""
    if scheme != "https":
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and is not used
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _refuse_late(name: str, watch: Watch) -> None:
    if watch.is_over:
        raise SourceError(f"{name} did not come within {watch.seconds:g} seconds; try again later.")


_BROKEN = (
    (httpx.ConnectTimeout, "{host} does not answer; check the connection, or try again later"),
    (httpx.TimeoutException, "{name} did not come in time; try again later"),
    (httpx.ConnectError, "Cannot connect to {host}: {why}; check the address and the connection"),
    (httpx.HTTPError, "{name} broke off before it was whole; try again"),
    (httpx.InvalidURL, "{name} leads to an address that cannot be understood"),
)


def _broken(name: str, host: str, error: Exception) -> str:
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, ssl.SSLCertVerificationError):
            return f"{host} cannot prove that it is {host} ({link.verify_message}), and nothing was read from it."
        link = link.__cause__ or link.__context__
    _log.debug("%s: %r", name, error)
    sentence = next(sentence for kind, sentence in _BROKEN if isinstance(error, kind))
    return sentence.format(name=name, host=host, why=_why(error)) + "."


def _why(error: BaseException) -> str:
    """Return the system's own words, without its numbers."""
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, OSError) and link.strerror:
            return link.strerror
        link = link.__cause__ or link.__context__
    return "the connection failed"


def _charset(content_type: str) -> str:
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset("") or ""


def _moment(last_modified: str) -> float | None:
    try:
        return parsedate_to_datetime(last_modified).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
