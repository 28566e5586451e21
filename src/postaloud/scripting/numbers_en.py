"""Numbers in, English words out, without hyphens or "and"."""

from postaloud.scripting.words import words

ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = words("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
SCALES = ("", " thousand", " million", " billion", " trillion", " quadrillion")
ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(number: int) -> str:
    """Return "two hundred five" for 205; numbers beyond the quadrillions digit by digit."""
    if number >= 10 ** (3 * len(SCALES)):
        return digits(str(number))
    groups = [
        f"{_below_thousand(number // 1000**i % 1000)}{scale}"
        for i, scale in enumerate(SCALES)
        if number // 1000**i % 1000
    ]
    return " ".join(reversed(groups)) or ONES[0]


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    return " ".join(([f"{ONES[hundreds]} hundred"] if hundreds else []) + ([_below_hundred(rest)] if rest else []))


def _below_hundred(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens]} {ONES[ones]}" if ones else TENS[tens]


def ordinal(number: int) -> str:
    """Return "twenty third" for 23."""
    head, space, last = cardinal(number).rpartition(" ")
    if last not in ORDINALS:
        last = f"{last[:-1]}ie" if last.endswith("y") else last
        return f"{head}{space}{last}th"
    return f"{head}{space}{ORDINALS[last]}"


def digits(written: str) -> str:
    """Return "one two three" for "123"; anything but digits is passed over."""
    return " ".join(ONES[int(digit)] for digit in written if digit in "0123456789")


def decimal(written: str) -> str:
    """Return the words for "1,234.50" or ".5"; the digits after the point one by one."""
    whole, point, fraction = written.replace(",", "").partition(".")
    spoken = cardinal(int(whole)) if whole else ONES[0] if not point else ""
    return f"{spoken} point {digits(fraction)}".strip() if fraction else spoken


def year(number: int) -> str:
    """Return "nineteen oh five" for 1905, "two thousand nine" for 2009, "twenty twenty three" for 2023."""
    century, rest = divmod(number, 100)
    if not 1000 < number < 10000 or 2000 <= number < 2010 or (century % 10 == 0 and rest == 0):
        return cardinal(number)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    if rest < 10:
        return f"{cardinal(century)} {'oh ' + ONES[rest]}" if century % 10 else cardinal(number)
    return f"{cardinal(century)} {cardinal(rest)}"


def plural(words: str) -> str:
    """Return the plural of number words: "nineteen nineties", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"
