"""A measure's place in a sentence in, whether its unit is said in the singular out: "a five dollar bill"."""

import re

from postaloud.scripting.words import words

_FUNCTION = "|".join(
    words(
        "of in on at to for from with by and or but as than per each more less if when so not away ago long "
        "tall high  wide deep thick apart off later earlier back down up into onto over under below above "
        "about after before  every until till while via within without between is are was were be been has "
        "had have will would can could  should may might must do does did went goes came comes you we they he "
        "she it that which who whose where this  these those there then here now the an left right out spent "
        "paid required needed too also just only plus  minus times yesterday today tonight tomorrow daily "
        "weekly monthly north south east west max total straight across around through during since because "
        "though although yet nor via against"
    )
)
_ADJECTIVE = (
    r"(?:(?:new|single|small|large|big|full|whole|simple|typical|standard|flat|quick|short|long|brisk|second|first|"
    r"free|total|combined|additional|extra|cheap|record|massive|huge|tiny|good|great|solid|gentle|recent)\s)?"
)
_DETERMINED = re.compile(
    rf"\b(?:an?|another|the|this|that|his|her|my|our|your|their|its|each|every)\s{_ADJECTIVE}"
    r"(?:[0-9][0-9.,]*\s?(?:[-–—]|to)\s?)?[-–]?$",
    re.IGNORECASE,
)
_NOUN = re.compile(rf"\s(?!(?:{_FUNCTION})\b)[A-Za-z]{{2}}", re.IGNORECASE)
_REACH = 40
"""Characters in front of a measure in which its article may stand."""


def is_attributive(text: str, start: int, end: int) -> bool:
    """Whether a measure describes the noun behind it, as in "a 5 km run"."""
    return bool(precedes_noun(text, end) and _DETERMINED.search(text[max(0, start - _REACH) : start]))


def precedes_noun(text: str, end: int) -> bool:
    """Whether a word follows that may be a noun."""
    return _NOUN.match(text, end) is not None
