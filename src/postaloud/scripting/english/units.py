"""A unit's symbol in, its English name out."""

import re

from postaloud.scripting.rules import DIGITS, Pattern, Rule
from postaloud.scripting.words import words

UNITS = {
    "km": ("kilometer", "kilometers"),
    "m": ("meter", "meters"),
    "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"),
    "µm": ("micrometer", "micrometers"),
    "μm": ("micrometer", "micrometers"),
    "nm": ("nanometer", "nanometers"),
    "mi": ("mile", "miles"),
    "yd": ("yard", "yards"),
    "ft": ("foot", "feet"),
    "in": ("inch", "inches"),
    "kg": ("kilogram", "kilograms"),
    "g": ("gram", "grams"),
    "mg": ("milligram", "milligrams"),
    "mcg": ("microgram", "micrograms"),
    "µg": ("microgram", "micrograms"),
    "μg": ("microgram", "micrograms"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "oz": ("ounce", "ounces"),
    "fl oz": ("fluid ounce", "fluid ounces"),
    "gal": ("gallon", "gallons"),
    "qt": ("quart", "quarts"),
    "tbsp": ("tablespoon", "tablespoons"),
    "Tbsp": ("tablespoon", "tablespoons"),
    "tsp": ("teaspoon", "teaspoons"),
    "l": ("liter", "liters"),
    "L": ("liter", "liters"),
    "ml": ("milliliter", "milliliters"),
    "mL": ("milliliter", "milliliters"),
    "cl": ("centiliter", "centiliters"),
    "dl": ("deciliter", "deciliters"),
    "ha": ("hectare", "hectares"),
    "kcal": ("kilocalorie", "kilocalories"),
    "cal": ("calorie", "calories"),
    "J": ("joule", "joules"),
    "kJ": ("kilojoule", "kilojoules"),
    "W": ("watt", "watts"),
    "kW": ("kilowatt", "kilowatts"),
    "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"),
    "kWh": ("kilowatt hour", "kilowatt hours"),
    "MWh": ("megawatt hour", "megawatt hours"),
    "V": ("volt", "volts"),
    "kV": ("kilovolt", "kilovolts"),
    "mA": ("milliamp", "milliamps"),
    "mAh": ("milliamp hour", "milliamp hours"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "dB": ("decibel", "decibels"),
    "KB": ("kilobyte", "kilobytes"),
    "kB": ("kilobyte", "kilobytes"),
    "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"),
    "TB": ("terabyte", "terabytes"),
    "PB": ("petabyte", "petabytes"),
    "kbps": ("kilobit per second", "kilobits per second"),
    "mbps": ("megabit per second", "megabits per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "px": ("pixel", "pixels"),
    "hPa": ("hectopascal", "hectopascals"),
    "kPa": ("kilopascal", "kilopascals"),
    "ms": ("millisecond", "milliseconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "s": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "wk": ("week", "weeks"),
    "wks": ("week", "weeks"),
    "mo": ("month", "months"),
    "mos": ("month", "months"),
    "yr": ("year", "years"),
    "yrs": ("year", "years"),
    "mph": ("mile per hour", "miles per hour"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "bpm": ("beat per minute", "beats per minute"),
    "psi": ("pound per square inch", "pounds per square inch"),
    "ppm": ("part per million", "parts per million"),
    "dpi": ("dot per inch", "dots per inch"),
    "mol": ("mole", "moles"),
    "°C": ("degree Celsius", "degrees Celsius"),
    "℃": ("degree Celsius", "degrees Celsius"),
    "℉": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "º": ("degree", "degrees"),
    "°": ("degree", "degrees"),
    "sq ft": ("square foot", "square feet"),
    "sq km": ("square kilometer", "square kilometers"),
    "sq mi": ("square mile", "square miles"),
    "sq m": ("square meter", "square meters"),
    "cu ft": ("cubic foot", "cubic feet"),
    "M": ("million", "million"),
    "bn": ("billion", "billion"),
}
PER = {
    **{symbol: names[0] for symbol, names in UNITS.items()},
    "s²": "second squared",
    "s2": "second squared",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "person": "person",
    "d": "day",
}
POWERS = {"²": "square ", "³": "cubic ", "^2": "square ", "^3": "cubic ", "2": "square ", "3": "cubic "}
_LENGTHS = ("km", "m", "cm", "mm", "mi", "ft", "in", "yd")
_ONE_LETTER = frozenset("mghlsVWJLM")
"""Symbols that need a number right in front, and no apostrophe or hyphen behind."""


def _either(symbols: tuple[str, ...]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


def _unit(found: re.Match[str]) -> str | None:
    symbol, power, per = found["unit"], found["power"], found["per"]
    if power in ("2", "3") and symbol not in _LENGTHS:
        return None
    rest = found.string[found.end() :]
    if symbol == "in" and not (power or found["stop"] or re.match(r"\s?(?:[.,;:)×]|x\b|$)", rest)):
        return None
    before = found.string[max(found.start() - 2, 0) : found.start()].rstrip()
    is_part = before.endswith(("/", "⁄")) or (not found["number"].isascii() and not before[-1:].isdigit())
    is_one = found["number"] == "1" or is_part
    stop = "." if found["stop"] and re.match(r"\s*$|\s+[A-Z]", rest) else ""
    per_words = f" per {PER[per]}" if per else ""
    return f" {POWERS.get(power or '', '')}{UNITS[symbol][0 if is_one else 1]}{per_words}{stop}"


_STOPPED = "|".join(
    f"(?<={short})"
    for short in words("in ft lb lbs oz yd mi gal qt tsp tbsp Tbsp hr hrs min mins sec secs yr yrs wk wks mo mos")
)
"""Units that may be written with a full stop of their own."""
UNIT_RULES = (
    Rule(
        "feet and inches",
        frozenset("'′"),
        Pattern(r"(?<![\w.,'’])(?P<feet>[1-9])['′]\s?(?P<inches>1?[0-9])[\"″”](?!\w)"),
        lambda found: f"{found['feet']} foot {found['inches']}",
    ),
    Rule(
        "unit",
        DIGITS | frozenset("¼½¾⅓⅔"),
        Pattern(
            r"(?P<number>(?<![\w.,])\.?[0-9]{1,15}(?:[.,][0-9]{1,15}){0,5}|[¼½¾⅓⅔])"
            rf"(?P<said>(?:\s|-(?=[a-zµμ]))?(?P<unit>{_either(tuple(UNITS))})"
            rf"(?P<power>[²³]|\^[23]|[23](?!\w))?(?:/(?P<per>{_either(tuple(PER))}))?(?![\w²³/^'’])"
            rf"(?P<stop>(?:{_STOPPED})\.(?!\w))?)"
        ),
        _unit,
    ),
)
