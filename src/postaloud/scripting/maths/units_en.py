"""English names of units in formulas, one and many; prefixes of the SI."""

PREFIXES = {
    "Q": "quetta", "R": "ronna", "Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga",
    "M": "mega", "k": "kilo", "h": "hecto", "da": "deka", "d": "deci", "c": "centi", "m": "milli", "µ": "micro",
    "μ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "z": "zepto", "y": "yocto", "r": "ronto",
    "q": "quecto",
}  # fmt: skip
_REGULAR = {
    "m": "metre", "g": "gram", "s": "second", "sec": "second", "″": "second", '"': "second", "A": "ampere",
    "K": "kelvin", "mol": "mole", "cd": "candela", "Bq": "becquerel", "C": "coulomb", "F": "farad", "Gy": "gray",
    "J": "joule", "kat": "katal", "lm": "lumen", "N": "newton", "\u2126": "ohm", "\u03a9": "ohm", "Pa": "pascal",
    "Sv": "sievert", "T": "tesla", "V": "volt", "W": "watt", "Wb": "weber", "l": "litre", "L": "litre", "ℓ": "litre",
    "t": "metric ton", "Da": "dalton", "Np": "neper", "u": "atomic mass unit", "amu": "atomic mass unit",
    "eV": "electronvolt", "rad": "radian", "sr": "steradian", "a": "annum", "as": "arcsecond", "b": "bit", "B": "byte",
    "Bd": "baud", "′": "minute", "'": "minute", "min": "minute", "h": "hour", "hr": "hour", "Hr": "hour", "d": "day",
    "dy": "day", "w": "week", "wk": "week", "y": "year", "yr": "year", "ha": "hectare", "dB": "decibel",
    "atm": "atmosphere", "bar": "bar", "cal": "calorie", "Ci": "curie", "grad": "gradian", "M": "molar",
    "R": "roentgen", "fl dr": "fluid dram", "℧": "m-h-o", "dyn": "dyne", "erg": "erg", "mi": "mile", "in": "inch",
    "ft": "foot", "yd": "yard", "rd": "rod", "li": "link", "ch": "chain", "fur": "furlong", "n.m.": "nautical mile",
    "lb": "pound", "lbs": "pound", "oz": "ounce", "dr": "dram", "gr": "grain", "tn": "ton", "tsp": "teaspoon",
    "tbsp": "tablespoon", "fl oz": "fluid ounce", "gi": "gill", "cp": "cup", "pt": "pint", "qt": "quart",
    "gal": "gallon", "bu": "bushel", "pk": "peck", "bbl": "barrel", "acre": "acre", "ac": "acre", "mil": "mil",
    "AU": "astronomical unit", "au": "astronomical unit", "ly": "light year", "pc": "parsec", "Å": "angstrom",
    "fm": "fermi", "kn": "knot", "kt": "knot", "hp": "horsepower", "BTU": "BTU", "dpt": "dioptre", "Oe": "oersted",
    "Mx": "maxwell", "Gs": "gauss", "P": "poise", "St": "stokes", "fc": "footcandle", "mph": "mile per hour",
    "kph": "kilometre per hour", "mpg": "mile per gallon", "gpm": "gallon per minute", "rpm": "revolution per minute",
    "dwt": "pennyweight", "cwt": "hundredweight",
}  # fmt: skip
_ODD = {
    "°C": ("degree celsius", "degrees celsius"), "℃": ("degree celsius", "degrees celsius"),
    "°F": ("degree fahrenheit", "degrees fahrenheit"), "℉": ("degree fahrenheit", "degrees fahrenheit"),
    "ºF": ("degree fahrenheit", "degrees fahrenheit"), "°": ("degree", "degrees"), "deg": ("degree", "degrees"),
    "in": ("inch", "inches"), "ft": ("foot", "feet"), "H": ("henry", "henries"), "Hz": ("hertz", "hertz"),
    "lx": ("lux", "lux"), "S": ("siemens", "siemens"), "hp": ("horsepower", "horsepower"), "St": ("stokes", "stokes"),
    "Gs": ("gauss", "gauss"), "gauss": ("gauss", "gauss"), "mph": ("mile per hour", "miles per hour"),
    "kph": ("kilometre per hour", "kilometres per hour"), "mpg": ("mile per gallon", "miles per gallon"),
    "gpm": ("gallon per minute", "gallons per minute"), "rpm": ("revolution per minute", "revolutions per minute"),
    "%": ("percent", "percent"),
}  # fmt: skip
UNITS = {**{unit: (name, f"{name}s") for unit, name in _REGULAR.items()}, **_ODD}
