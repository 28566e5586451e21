"""What a server says of a page goes in (a status, a type, a place to go), a sentence for what is wrong comes out."""

import re

from postaloud.errors import NothingToRead, SourceError

_SAVE = "open it in a browser, save the page as an HTML file and give its path"
_STATUS = (
    (401, 401, f"asks for a name and a password; {_SAVE}"),
    (402, 402, f"asks for payment; {_SAVE}"),
    (403, 403, f"is not given to programs or to strangers; {_SAVE}"),
    (404, 404, "does not exist on its server; check the address"),
    (410, 410, "is gone for good, as its server says; an archive may have it"),
    (407, 407, "is behind a proxy that asks for a password; postaloud uses no proxy"),
    (429, 429, "was asked for too often, as its server says; try again later"),
    (451, 451, "is withheld for legal reasons, as its server says"),
    (400, 499, f"was refused by its server; {_SAVE}"),
    (500, 599, "was not given, because its server failed; try again later"),
)
"""First status, last status, what it means."""
PAGES = frozenset(
    (
        "",
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/x-markdown",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
    )
)
"""The types that can be a page or a feed; a server that names none is taken at its bytes."""
_OTHERS = (
    (re.compile(r"image/"), "a picture"),
    (re.compile(r"audio/"), "sound"),
    (re.compile(r"video/"), "a video"),
    (re.compile(r"application/pdf"), "a PDF document"),
    (re.compile(r"application/(?:zip|gzip|x-tar|x-7z)"), "an archive"),
    (re.compile(r"application/.*json"), "data for programs"),
)
_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign-?on|sso|auth|authenticate|oauth2?|authorize)(?:$|[/._?-])",
    re.IGNORECASE,
)


def refuse_status(name: str, status: int, retry_after: str) -> None:
    """Raise `SourceError` for every status but that of a whole page."""
    for first, last, meaning in _STATUS:
        if first <= status <= last:
            wait = f", in {retry_after} seconds" if retry_after.isdecimal() and meaning.endswith("later") else ""
            raise SourceError(f"{name} {meaning}{wait} (HTTP status {status}).")
    if status not in (200, 203):
        raise SourceError(f"{name} cannot be had: its server answers with HTTP status {status} and no page.")


def refuse_type(name: str, content_type: str) -> None:
    """Raise `NothingToRead` for a type that is no page and no feed."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in PAGES:
        what = next((what for pattern, what in _OTHERS if pattern.match(kind)), "of a type that is not read")
        raise NothingToRead(f"{name} is {what} ({kind[:60]}), not a page.")


def refuse_login(name: str, asked: str, came_to: str) -> None:
    """Raise `SourceError` where the path that was asked for led to one that asks for a login."""
    if _LOGIN.search(came_to) and not _LOGIN.search(asked):
        raise SourceError(f"{name} leads to a login page; log in with a browser, save the page and give its path.")
