"""Web, mail and file addresses in; what a listener needs of them out: the host, the name, the last piece of a path."""

import re

from postaloud.scripting.rules import Rule

_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}"
_STOP = r"""\s<>"'“”‘’«»()\[\]{}|\\^`\ufdd0"""
_TAIL = rf"[^{_STOP}]*[^{_STOP}.,;:!?…]"


def _host(found: re.Match[str]) -> str:
    """Return the bare host; a scheme without one gives the last readable piece of its path."""
    rest = found["rest"].lstrip("/\\")
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2]
    host = re.sub(r":[0-9]*$", "", authority)
    if found["scheme"].lower().startswith("file") or not re.search(r"\w", host):
        host = next((piece for piece in reversed(re.split(r"[/?#\\]", rest)) if re.search(r"\w", piece)), "")
    return re.sub(r"^(?:www\.)+", "", host, flags=re.I)


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
        re.compile(rf"\b(?P<scheme>[a-z][a-z0-9+.-]{{1,20}}:)(?P<rest>//{_TAIL}|//)", re.I),
        _host,
    ),
    Rule("mail", frozenset("@"), re.compile(rf"(?:\bmailto:)?(?P<name>[\w.+%-]{{1,64}})@(?P<host>{_HOST})\b(?:\?[^{_STOP}]*\w)?", re.I), _mail),
    Rule(
        "host with www, port, path or query",
        frozenset("."),
        re.compile(
            rf"(?<![\w@.-])(?:www\.)+(?P<www>{_HOST})(?::[0-9]+)?(?:[/?#]{_TAIL}|[/?#])?"
            rf"|(?<![\w@.-])(?P<host>{_HOST})(?::[0-9]{{2,5}}(?!\w)|(?=[/?#]))(?:[/?#]{_TAIL}|[/?#])?",
            re.I,
        ),
        lambda found: found["www"] or found["host"],
    ),
)
