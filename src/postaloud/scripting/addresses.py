"""Web, mail and file addresses in; what a listener needs of them out: the host, the name, the last piece of a path."""

import re

from postaloud.scripting.rules import Pattern, Rule

_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}"
_STOP = r"""\s<>"'“”‘’«»()\[\]{}|\\^`\ufdd0"""
_TAIL = rf"[^{_STOP}]*[^{_STOP}.,;:!?…]"


def host_of(address: str) -> str:
    """Return the bare host of an address, or "" where it has none."""
    found = re.match(
        r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)*(?P<host>[^/?#:\s]+)", address.strip(), re.IGNORECASE
    )
    return found["host"] if found else ""


def _host(found: re.Match[str]) -> str:
    """Return the bare host; a scheme without one gives the last readable piece of its path."""
    rest = found["rest"].lstrip("/\\")
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2]
    host = re.sub(r":[0-9]*$", "", authority)
    if found["scheme"].lower().startswith("file") or not re.search(r"\w", host):
        host = next((piece for piece in reversed(re.split(r"[/?#\\]", rest)) if re.search(r"\w", piece)), "")
    return re.sub(r"^(?:www\.)+", "", host, flags=re.IGNORECASE)


def _bare_host(found: re.Match[str]) -> str:
    return found["host"]


def _nothing(_: re.Match[str]) -> str:
    return ""


def _mail(found: re.Match[str]) -> str:
    return f"{_spelt(found['name'])} at {_spelt(found['host'])}"


def _spelt(name: str) -> str:
    for sign, word in ((".", " dot "), ("_", " underscore "), ("-", " dash "), ("+", " plus "), ("%", " percent ")):
        name = name.replace(sign, word)
    return " ".join(name.split())


ADDRESSES = (
    Rule(
        "address with a scheme",
        frozenset(":"),
        Pattern(rf"\b(?P<scheme>[a-z][a-z0-9+.-]{{1,20}}:)(?P<rest>//{_TAIL}|//)", re.IGNORECASE),
        _host,
    ),
    Rule("data address", frozenset(":"), Pattern(rf"\bdata:[\w/+.;=-]{{0,80}},[^{_STOP}]*", re.IGNORECASE), _nothing),
    Rule(
        "host with www",
        frozenset("wW"),
        Pattern(rf"(?<![\w@.-])(?:www\.)+(?P<host>{_HOST})(?::[0-9]+)?(?:[/?#]{_TAIL}|[/?#])?", re.IGNORECASE),
        _bare_host,
    ),
    Rule("www alone", frozenset("wW"), Pattern(r"\bwww\.(?=\w)", re.IGNORECASE), _nothing),
    Rule(
        "host with port, path or query",
        frozenset("/?#:"),
        Pattern(
            rf"(?<![\w@.-])(?P<host>{_HOST})(?::[0-9]{{2,5}}(?!\w)|(?=[/?#]))(?:[/?#]{_TAIL}|[/?#])?", re.IGNORECASE
        ),
        _bare_host,
    ),
)
MAIL = (
    Rule(
        "mail",
        frozenset("@"),
        Pattern(rf"(?:\bmailto:)?(?P<name>[\w.+%-]{{1,64}})@(?P<host>{_HOST})\b(?:\?[^{_STOP}]*\w)?", re.IGNORECASE),
        _mail,
    ),
)
"""Says the signs of an address in English; the voices of other languages know their own words for them."""
