"""Numbers that name something in (phones, books, versions, network addresses, models), English words out."""

import re

from postaloud.scripting.numbers_en import cardinal, decimal, digits
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule

_SOFTWARE = (
    "Python|iOS|iPadOS|macOS|watchOS|tvOS|visionOS|Android|Ubuntu|Debian|Fedora|Node|Node\\.js|Java|PHP|Ruby|Rails|"
    "Django|React|Vue|Angular|Swift|Kotlin|Go|Rust|Perl|Windows|Firefox|Chrome|Safari|Kubernetes|Postgres|PostgreSQL|"
    "MySQL|Linux|Bluetooth|Unity|WordPress|TypeScript|version|Version|release|Release"
)
_NAMED_BY_NUMBER = "[Rr]oom|[Ff]light|Boeing|Route|Highway|Interstate|[Ss]uite|[Aa]partment|Psalm"


def _phone(found: re.Match[str]) -> str:
    plus = "plus " if found[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in re.findall("[0-9]+", found[0]))


def _book_number(found: re.Match[str]) -> str:
    groups = ", ".join(digits(group) for group in re.findall("[0-9]+", found["digits"]))
    return f"{'.'.join(found['name'])}. {groups}{', X' if found['digits'][-1] in 'xX' else ''}"


def _free_phone(found: re.Match[str]) -> str:
    prefix = found["prefix"]
    return f"one, {cardinal(int(prefix)) if prefix.endswith('00') else digits(prefix)}, "


def _groups(found: re.Match[str]) -> str:
    groups = found["digits"].split("-")
    return (" " if max(map(len, groups)) == 1 else ", ").join(digits(group) or group for group in groups)


def _network(found: re.Match[str]) -> str:
    port = f", port {digits(found['port'])}" if found["port"] else ""
    mask = f" slash {cardinal(int(found['mask']))}" if found["mask"] else ""
    return " dot ".join(digits(piece) for piece in found["digits"].split(".")) + port + mask


def _version(found: re.Match[str]) -> str:
    is_named = re.search(r"version\s$", found.string[: found.start()], re.IGNORECASE)
    word = "version " if found["v"] and not is_named else ""
    return word + " point ".join(found["digits"].split("."))


def _release(found: re.Match[str]) -> str:
    whole, minor = found["digits"].split(".")
    return f"{cardinal(int(whole))} point {_pair(minor)}"


def _pair(minor: str) -> str:
    return f"oh {digits(minor[1:])}" if minor[0] == "0" and len(minor) > 1 else cardinal(int(minor))


def house_number(written: str) -> str:
    """Return "one oh one" for 101, "fourteen twenty eight" for 1428: the number of a house, room or flight."""
    number = int(written)
    if number >= 10000:
        return digits(written)
    if number % 100 == 0 or number < 100:
        return cardinal(number)
    hundreds, rest = divmod(number, 100)
    if rest < 10 and number > 1000:
        return digits(written)
    return f"{cardinal(hundreds)} {cardinal(rest) if rest > 9 else f'oh {cardinal(rest)}'}"


def _named_by_number(found: re.Match[str]) -> str:
    return house_number(found["number"])


def _lines(found: re.Match[str]) -> str:
    rate = f" {cardinal(int(found['rate']))}" if found["rate"] else ""
    return f"{house_number(found['number'])} {found['letter'].upper()}{rate}"


def _spelt(found: re.Match[str]) -> str:
    return f" {digits(found['digits'])}"


def _exponent(found: re.Match[str]) -> str:
    minus = "minus " if found["sign"] == "-" else ""
    return f"{decimal(found['number'])} times 10 to the power of {minus}{int(found['power'])}"


def _serial(found: re.Match[str]) -> str:
    return " ".join(cardinal(int(piece)) if piece.isdecimal() else piece for piece in found[0].split("-"))


CODES = (
    Rule(
        "book number",
        DIGITS,
        Pattern(r"\b(?P<name>ISBN|ISSN)(?:-1[03])?:?\s?(?P<digits>[0-9][0-9-]{6,16}[0-9xX])\b"),
        _book_number,
    ),
    Rule(
        "phone",
        DIGITS,
        Pattern(r"(?<![\w.,$-])(?:\+?1[-.\s]?)?(?:\([0-9]{3}\)[\s-]?|[0-9]{3}[-.\s])[0-9]{3}[-.][0-9]{4}(?![\w-])"),
        _phone,
    ),
    Rule(
        "phone with country",
        frozenset("+"),
        Pattern(r"(?<![\w.,])\+[1-9][0-9]{0,2}(?:[-.\s]?\(?[0-9]{1,5}\)?){2,5}(?![\w-])"),
        _phone,
        also=DIGITS,
    ),
    Rule("short phone", frozenset("-"), Pattern(r"(?<![\w.,$-])[0-9]{3}-[0-9]{4}(?![\w-])"), _phone, also=DIGITS),
    Rule(
        "figures in groups",
        frozenset("-"),
        Pattern(
            r"(?<![\w.,$/-])(?![12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9](?![\w-])"
            r"|[0-3]?[0-9]-[0-3]?[0-9]-(?:[12][0-9]{3}|[0-9]{2})(?![\w-]))"
            r"(?P<digits>[0-9]{1,7}(?:-[0-9]{1,7}){2,5}(?:-[xX])?|0[0-9]{2,4}-[0-9]{3,8})(?![\w/-]|[.,][0-9])"
        ),
        _groups,
        also=DIGITS,
    ),
    Rule(
        "phone with a zero in front",
        frozenset("0"),
        Pattern(
            r"(?<![\w.,/-])(?:\(0[0-9]{2,4}\)\s?[0-9]{3,4}[\s-]?[0-9]{3,4}|0[0-9]{2,4}(?:[\s-][0-9]{3,4}){2})(?![\w/-]|[.,][0-9])"
        ),
        _phone,
    ),
    Rule("free phone", frozenset("-"), Pattern(r"(?<![\w-])1-(?P<prefix>8[0-9]{2})-(?=[A-Z])"), _free_phone),
    Rule(
        "proportion",
        frozenset(":"),
        Pattern(
            r"(?<![\w.,:/])[0-9]{1,4}(?P<said>:)(?=[0-9]{1,4}\s(?:mix|mixture|ratio|scale|dilution|odds|split|solution)\b)"
        ),
        always(" to "),
    ),
    Rule(
        "releases",
        frozenset("/"),
        Pattern(rf"\b(?:{_SOFTWARE})\s[0-9.]{{1,6}}(?P<said>/)(?=[0-9])"),
        always(", "),
    ),
    Rule(
        "number of a listing",
        frozenset("-–"),
        Pattern(
            r"\b(?:Listing|Figure|Fig\.|Table|Exhibit|Example|Appendix)\s[0-9]{1,3}(?P<said>-)(?=[0-9]{1,3}(?![\w-]))"
        ),
        always(" dash "),
    ),
    Rule(
        "emergency number",
        DIGITS,
        Pattern(
            r"\b(?:[Cc]all(?:ing|ed|s)?|[Dd]ial(?:ling|ing|led|ed|s)?|[Tt]ext(?:ing|ed|s)?|[Rr]ing)\s"
            r"(?P<said>(?P<spelt>[0-9]{3}|[0-9]{5,7}))(?![\w-]|[.,:][0-9]|\s(?:people|times|of|or|more|friends))"
        ),
        lambda found: digits(found["spelt"]),
    ),
    Rule(
        "card", DIGITS, Pattern(r"\bending (?:in|with) (?P<said>(?P<spelt>[0-9]{4}))\b"), lambda f: digits(f["spelt"])
    ),
    Rule(
        "lines of a picture",
        frozenset("pi"),
        Pattern(
            r"(?<![\w.,])(?P<number>480|576|720|1080|1440|2160|4320)(?P<letter>[pi])(?P<rate>[2-9][0-9]|[1-9][0-9]{2})?\b"
        ),
        _lines,
        also=DIGITS,
    ),
    Rule("pension plan", frozenset("("), Pattern(r"\b401\s?\(k\)|\b401k\b"), always("four oh one K")),
    Rule("charity", frozenset("("), Pattern(r"\b501\(c\)\(3\)"), always("five oh one C three")),
    Rule(
        "network address",
        frozenset("."),
        Pattern(
            r"(?<![\w.,])(?P<digits>(?:[0-9]{1,3}\.){3}[0-9]{1,3})(?::(?P<port>[0-9]{2,5}))?(?:/(?P<mask>[0-9]{1,2}))?(?![\w/]|\.[0-9])"
        ),
        _network,
        also=DIGITS,
    ),
    Rule(
        "version",
        frozenset("."),
        Pattern(
            r"(?<![\w.,])(?![0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}\b)(?P<v>[vV]\.?\s?)?(?P<digits>[0-9]+(?:\.[0-9]+){2,4})(?!\w|\.[0-9])"
        ),
        _version,
        also=DIGITS,
    ),
    Rule(
        "version letter",
        frozenset("vV"),
        Pattern(r"(?<![\w.,])(?P<v>v(?=[0-9])|V(?=[0-9]+\.))(?P<digits>[0-9]+(?:\.[0-9]+)?)(?!\w|\.[0-9])"),
        _version,
        also=DIGITS,
    ),
    Rule(
        "release",
        frozenset("."),
        Pattern(rf"\b(?:{_SOFTWARE})\s(?P<said>(?P<digits>[0-9]{{1,3}}\.[0-9]{{1,2}}))(?![\w+%]|\.[0-9])"),
        _release,
        also=DIGITS,
    ),
    Rule(
        "named by its number",
        DIGITS,
        Pattern(
            rf"\b(?:{_NAMED_BY_NUMBER})\s(?:[A-Z]{{2}}\s)?(?P<said>(?P<number>[1-9][0-9]{{2}}))(?![\w-]|[.,:/][0-9])"
        ),
        _named_by_number,
    ),
    Rule(
        "power of ten",
        frozenset("eE"),
        Pattern(r"(?<![\w.,])(?P<number>[0-9]+(?:\.[0-9]+)?)[eE](?P<sign>[-+]?)(?P<power>[0-9]{1,3})(?!\w|\.[0-9])"),
        _exponent,
        also=DIGITS,
    ),
)
"""Looked for before any date, year or amount."""
GROUPS = (
    Rule(
        "serial number",
        frozenset("-"),
        Pattern(
            r"(?<![\w.,/-])(?=[A-Za-z0-9-]*[0-9]-)(?=[A-Za-z0-9-]*[a-z])(?:[a-z]{1,2}|[0-9]{1,4})(?:-(?:[a-z]{1,2}|[0-9]{1,4})){3,12}(?![\w-])"
        ),
        _serial,
        also=DIGITS,
    ),
    Rule("figures behind letters", DIGITS, Pattern(r"\b[a-z]{2,}(?P<said>(?P<digits>[0-9]{3,8}))\b(?!\.\w)"), _spelt),
    Rule(
        "number between letters",
        CAPITALS,
        Pattern(r"(?<![\w-])[A-Z](?P<said>(?P<digits>[0-9]{1,2}))(?=s\b)"),
        lambda found: f" {cardinal(int(found['digits']))} ",
        also=DIGITS,
    ),
)
"""Looked for when dates, amounts and ranges are said."""
