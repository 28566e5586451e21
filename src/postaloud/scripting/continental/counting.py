"""A number as it is written in, its words in a continental European language out."""

import re
from collections.abc import Iterable

from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.numbering import cardinal_words

NUMBER = r"(?:[0-9]{1,3}(?:[.\s’'][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)(?![0-9]|[.,][0-9])"
DASH = r"[-–—−]"
FRACTIONS = "½¼¾⅓⅔"


def number_words(written: str, locale: Locale) -> str:
    """Return the words for "1.000,5"."""
    whole, _, fraction = re.sub(r"[.\s’']", "", written).partition(",")
    words = cardinal_words(int(whole), locale.lang)
    return f"{words} {locale.counting.comma} {locale.counting.decimals(fraction)}" if fraction else words


def counted(written: str, names: tuple[str, str], locale: Locale) -> str:
    """Return a number with the noun that it counts, bent to one another."""
    one, many = names
    words = number_words(written, locale)
    if "," not in written:
        words = locale.counting.agree(words, locale.gender(one))
    return f"{words} {one if written.lstrip('0') == '1' else many}"


def digit_words(written: str, locale: Locale) -> str:
    """Return the words for each digit."""
    return " ".join(cardinal_words(int(digit), locale.lang) for digit in written)


def either(written: Iterable[str]) -> str:
    """Return a pattern for any of some texts, the longest first."""
    return "|".join(re.escape(text) for text in sorted(written, key=len, reverse=True))
