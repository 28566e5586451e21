"""Streets, states and postal codes in, English words out."""

import re

from postaloud.scripting.english.codes import house_number
from postaloud.scripting.english.patterns import either, ends_sentence
from postaloud.scripting.numbers_en import digits
from postaloud.scripting.rules import ANY, CAPITALS, DIGITS, Pattern, Rule

STREETS = {
    "St": "Street",
    "Ave": "Avenue",
    "Av": "Avenue",
    "Blvd": "Boulevard",
    "Rd": "Road",
    "Hwy": "Highway",
    "Pkwy": "Parkway",
    "Expy": "Expressway",
    "Sq": "Square",
    "Ln": "Lane",
    "Ct": "Court",
    "Pl": "Place",
    "Dr": "Drive",
    "Ste": "Suite",
    "Apt": "Apartment",
    "Ter": "Terrace",
    "Cir": "Circle",
}
"""Stand behind the name of a street."""
SURE_STREETS = {name: STREETS[name] for name in ("Ave", "Blvd", "Rd", "Hwy", "Pkwy", "Expy", "Sq", "Ln")}
"""Are understood behind any name."""
COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West", "NE": "Northeast", "NW": "Northwest",
           "SE": "Southeast", "SW": "Southwest"}  # fmt: skip
STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "ID": "Idaho",
    "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine",
    "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri",
    "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon",
    "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming", "DC": "D.C.",
}  # fmt: skip
PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_COMPASS = r"(?:NE|NW|SE|SW|[NSEW])\b\.?"
_NAME = rf"(?:{_COMPASS}\s)?(?:(?:[A-Z][\w'’]+|[0-9]{{1,3}}(?:st|nd|rd|th))\s){{1,3}}"


def _house(found: re.Match[str]) -> str:
    letter = " " if found.string[found.end() : found.end() + 1].isalpha() else ""
    return f"{house_number(found['number'])}{letter}"


def _street(found: re.Match[str]) -> str:
    return STREETS[found["short"]] + ends_sentence(found)


def _compass(found: re.Match[str]) -> str:
    return COMPASS[found["compass"]]


def _state(found: re.Match[str]) -> str:
    return STATES[found["state"]]


def _postal_code(found: re.Match[str]) -> str:
    return ", ".join(digits(group) for group in found["code"].split("-"))


def _member(found: re.Match[str]) -> str:
    return f"({PARTIES[found['party']]}, {STATES[found['state']]})"


_STREET = rf"(?P<short>{either(STREETS)})\b(?:\.|(?!\w))"
PLACES = (
    Rule(
        "house number",
        DIGITS,
        Pattern(rf"(?<![\w.,$£€/:-])(?P<number>[0-9]{{1,5}})(?=[A-Z]?\s{_NAME}{_STREET})"),
        _house,
        also=CAPITALS,
    ),
    Rule(
        "point of the compass",
        CAPITALS,
        Pattern(
            rf"(?<![\w.-])(?P<said>(?P<compass>NE|NW|SE|SW|[NSEW])\b\.?)(?=\s(?:[A-Z][\w'’]+|[0-9]{{1,3}}(?:st|nd|rd|th))\s{_STREET})"
        ),
        _compass,
    ),
    Rule(
        "street with its number",
        CAPITALS,
        Pattern(
            rf"(?<![\w.])(?:[0-9]+|\ufdd0+)\s(?:{_COMPASS}\s|\ufdd0+\s)?(?:(?:[A-Z][\w'’]+|[0-9]+(?:st|nd|rd|th))\s){{1,3}}(?P<said>{_STREET})"
        ),
        _street,
        also=DIGITS,
    ),
    Rule(
        "street",
        frozenset("."),
        Pattern(
            rf"\b(?:[A-Z][a-z'’]+|[0-9]{{1,3}}(?:st|nd|rd|th))\s(?P<said>(?P<short>{either(SURE_STREETS)})\b\.|(?P<saint>St)\.(?!\s[A-Z]))"
        ),
        lambda found: (STREETS[found["short"] or "St"]) + ends_sentence(found),
    ),
    Rule("numbered street", ANY, Pattern(rf"\b(?P<number>[0-9]{{1,3}})(?:st|nd|rd|th)\s(?P<said>{_STREET})"), _street),
    Rule(
        "party and state", frozenset("("), Pattern(rf"\((?P<party>[DRI])-(?P<state>{'|'.join(STATES)})\.?\)"), _member
    ),
    Rule(
        "state",
        frozenset(","),
        Pattern(rf"[A-Z][a-z'’]+,\s(?P<said>(?P<state>{'|'.join(STATES)}))(?![\w'’.&/-])"),
        _state,
    ),
    Rule(
        "postal code",
        DIGITS,
        Pattern(
            rf"(?:\b(?:{'|'.join(STATES)}|ZIP(?:\scode)?:?)|\ufdd0)\s(?P<said>(?P<code>[0-9]{{5}}(?:-[0-9]{{4}})?))(?![\w-]|[.,][0-9]|\s[a-z])"
        ),
        _postal_code,
        also=CAPITALS,
    ),
)
