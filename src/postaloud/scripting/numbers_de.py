"""Numbers in, German words out, set apart: a voice reads "fünf und vierzig" better than "fünfundvierzig"."""

from postaloud.scripting.words import words

ONES = words(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
TENS = words("_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
SCALES = (("Million", "Millionen"), ("Milliarde", "Milliarden"), ("Billion", "Billionen"), ("Billiarde", "Billiarden"))
ORDINALS = {"eins": "erste", "drei": "dritte", "sieben": "siebte", "acht": "achte"}

LARGEST_PART = 100


def cardinal(number: int) -> str:
    """Return "zwei hundert fünf" for 205; numbers beyond the quadrillions stay in digits."""
    if number >= 10 ** (6 + 3 * len(SCALES)):
        return str(number)
    large = [
        f"eine {one}" if count == 1 else f"{_before(cardinal(count))} {many}"
        for place, (one, many) in reversed(list(enumerate(SCALES)))
        if (count := number // 10 ** (6 + 3 * place) % 1000)
    ]
    small = number % 10**6
    return " ".join([*large, _below_million(small)] if small or not large else large)


def _below_million(number: int) -> str:
    thousands, rest = divmod(number, 1000)
    head = f"{_before(_below_thousand(thousands))} tausend" if thousands else ""
    return f"{head} {_below_thousand(rest) if rest or not head else ''}".strip()


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{_before(ONES[hundreds])} hundert" if hundreds else ""
    return f"{head} {_below_hundred(rest) if rest or not head else ''}".strip()


def _below_hundred(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_before(ONES[ones])} und {TENS[tens]}" if ones else TENS[tens]


def _before(count: str) -> str:
    """Return a number as it stands before another word: "ein" for "eins"."""
    return count.removesuffix("s") if count.endswith("eins") else count


def ordinal(number: int) -> str:
    """Return "drei und zwanzigste" for 23."""
    head, space, last = cardinal(number).rpartition(" ")
    ending = "te" if 0 <= number % 100 < 20 and last in ONES else "ste"
    return f"{head}{space}{ORDINALS.get(last, f'{last}{ending}')}"


def year(number: int) -> str:
    """Return "neunzehn hundert fünf" for 1905, "zwei tausend drei" for 2003."""
    century, rest = divmod(number, 100)
    if not 11 <= century < 20:
        return cardinal(number)
    return f"{ONES[century]} hundert {_below_hundred(rest) if rest else ''}".strip()


def fraction(above: int, below: int) -> str:
    """Return "drei achtel", "ein halb"; beyond the hundredths one number over another."""
    count = _before(cardinal(above))
    if below == 2:
        return f"{count} {'halb' if above == 1 else 'halbe'}"
    if below > LARGEST_PART and below % 100:
        return f"{cardinal(above)} durch {cardinal(below)}"
    return f"{count} {ordinal(below).removeprefix('ein ').removesuffix('te')}tel"
