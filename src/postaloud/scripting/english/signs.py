"""Signs between words in, English words out."""

import re

from postaloud.scripting.english.figures import SUBSCRIPTS
from postaloud.scripting.ornaments import CLOSING, OPENING, sign
from postaloud.scripting.rules import Pattern, Rule

_GREEK = {
    "π": "pi",
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "Δ": "delta",
    "λ": "lambda",
    "μ": "mu",
    "σ": "sigma",
    "Σ": "sigma",
    "Ω": "omega",
    "ω": "omega",
    "θ": "theta",
    "φ": "phi",
    "ε": "epsilon",
    "δ": "delta",
}
_NO_SPAN = "(?<!day)(?<!night)(?<!week)(?<!month)(?<!hour)"
_PER = (
    "day|week|month|year|hour|minute|second|person|night|serving|session|user|unit|piece|side|set|kilometer|mile|pound|"
    "kilogram|liter|hundred|thousand|million|square|cubic|class|visit|week|game|match|round"
)
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋"


def _lowered(found: re.Match[str]) -> str:
    return found[0].translate(SUBSCRIPTS)


def _hashtag(found: re.Match[str]) -> str:
    words = re.findall(r"[^\W\d_]?[^\W\dA-Z_]+|[A-Z]+(?![a-z])|[0-9]+", found["words"])
    return " ".join(("hashtag", *words))


_TABLE = (
    ("sharp", "#", r"(?<=\b[CFG])#(?!\w)", " sharp"),
    ("inches", "″", r"(?<=[0-9\ufdd0])\s?″", " inches"),
    ("feet", "′", r"(?<=[0-9\ufdd0])\s?′", " feet"),
    ("number sign", "#", r"(?<![\w#])#\s?(?=(?:[0-9]+(?!\w)|\ufdd0))", "number "),
    ("handle", "@", r"(?<![\w.@])@(?=[\w])", "at "),
    ("at", "@", r"\s@\s", " at "),
    ("slash behind words", "/", r"(?<=\ufdd0)\s?/\s?(?=[0-9])", ", "),
    ("per night", "/", rf"(?<=[a-z]){_NO_SPAN}/(?=(?:night|day|week|month|hour)\b)", " per "),
    ("delta", "Δ", r"Δ(?=[A-Za-z])", "delta "),
    ("is about", "≈≅", r"(?:(?<=[0-9\ufdd0%)])|(?<=\b[A-Za-z]))\s?[≈≅]\s?", " is about "),
    ("about", "~≈∼", r"(?<![\w~])[~≈∼]\s?(?=[0-9$£€\ufdd0])", "about "),
    ("at most", "≤<⩽", r"\s?(?:≤|<=|⩽)\s?(?=[\w\ufdd0.$£€-])", " at most "),
    ("at least", "≥>⩾", r"\s?(?:≥|>=|⩾)\s?(?=[\w\ufdd0.$£€-])", " at least "),
    ("arrow", ">→⇒⟶", r"(?<=[\w\ufdd0.)])\s?(?:->|=>|→|⇒|⟶)\s?(?=[\w\ufdd0(])", " to "),
    ("arrows", "", r"\s?(?:<?[-=]{1,9}>|<[-=]{1,9}|[←-⇿⟵-⟿])\s?", " "),
    ("less", "<", r"(?<=[\w\ufdd0)])\s?<\s?(?=[0-9.\ufdd0])|(?<![\w\ufdd0])<\s?(?=[0-9.\ufdd0])", " less than "),
    ("more", ">", r"(?<=[\w\ufdd0)])\s?>\s?(?=[0-9.\ufdd0])|(?<![\w\ufdd0])>\s?(?=[0-9.\ufdd0])", " more than "),
    ("not equal", "≠!", r"\s?(?:≠|!=)\s?", " is not equal to "),
    ("equals", "=", r"(?<=[\w\ufdd0)])\s?={1,3}\s?(?=[\w\ufdd0(+-])", " equals "),
    ("plus or minus", "±", r"\s?±\s?", " plus or minus "),
    ("plus in front", "+", r"(?<![\w\ufdd0)]\s)(?<![\w\ufdd0)])\+(?=[0-9\ufdd0])", "plus "),
    ("plus", "+", r"(?<=[\w\ufdd0)])\s?\+\s?(?=[\w\ufdd0(])", " plus "),
    ("or more", "+", r"(?<=[\w\ufdd0])\+{2}(?!\w)", " plus plus"),
    ("and more", "+", r"(?<=[\w\ufdd0])\+(?!\w)", " plus"),
    ("times", "*×⋅∙", r"(?<=[0-9\ufdd0)])\s?[*×⋅∙]\s?(?=[0-9\ufdd0(])|\s×\s", " times "),
    ("divided by", "÷", r"\s?÷\s?", " divided by "),
    ("minus", "-−", r"(?<=[0-9)])\s[−-]\s(?=[0-9(])|\s−\s?", " minus "),
    ("and", "&", r"\s?&(?:amp;)?\s?", " and "),
    ("root", "√", r"√\s?", "square root of "),
    ("infinity", "∞", "∞", "infinity"),
    ("degrees", "°º", r"\s?[°º](?!\w)", " degrees"),
    ("percent", "%", r"(?<=[0-9\ufdd0])\s?%", " percent"),
    ("per mille", "‰", r"\s?‰", " per mille"),
    ("percent sign", "%", r"(?<!\w)%(?!\w)", "percent"),
    ("sections", "§", r"§§\s?", "sections "),
    ("section", "§", r"§\s?", "section "),
    ("paragraph", "¶", r"¶\s?(?=[0-9])", "paragraph "),
    ("micro", "µ", r"(?<!\w)µ(?!\w)", "micro"),
    ("ruble", "₽", r"(?<!\w)₽(?!\w)", "ruble"),
    ("element", "∈", r"\s?∈\s?", " is in "),
    ("no element", "∉", r"\s?∉\s?", " is not in "),
    ("subset", "⊂⊆", r"\s?[⊂⊆]\s?", " is a subset of "),
    ("union", "∪", r"\s?∪\s?", " union "),
    ("intersection", "∩", r"\s?∩\s?", " intersection "),
    ("empty set", "∅", "∅", "empty set"),
    ("for all", "∀", r"∀\s?", "for all "),
    ("there is", "∃", r"∃\s?", "there is "),
    ("therefore", "∴", r"∴\s?", "therefore "),
    ("proportional", "∝", r"\s?∝\s?", " is proportional to "),
    ("identical", "≡", r"\s?≡\s?", " is identical to "),
    ("sum", "∑", r"∑\s?", "sum of "),
    ("integral", "∫", r"∫\s?", "integral of "),
    ("partial", "∂", "∂", "partial "),
    ("per", "/", rf"(?<=[0-9\ufdd0])\s?/\s?(?:a\s)?(?=(?:{_PER})\b)", " per "),
    ("copyright twice", "©", r"(?<=[Cc]opyright\s)©\s?", ""),
    ("copyright", "©(", r"©\s?|\([cC]\)(?=\s[0-9\ufdd0])", "copyright "),
    ("slash", "/", r"(?<=[A-Za-z])/(?=[A-Za-z])", " slash "),
)  # fmt: skip


HASHTAGS = (Rule("hashtag", frozenset("#"), Pattern(r"(?<![\w#&])#(?P<words>[0-9]*[^\W\d_]\w*)"), _hashtag),)
"""Looked for before anything else in them."""
SIGNS = (
    *OPENING,
    Rule("below the line", frozenset(_LOWERED), Pattern(f"[{_LOWERED}]+"), _lowered),
    *(sign("Greek letter", letter, rf"(?<!\w){letter}(?!\w)", name) for letter, name in _GREEK.items()),
    *(sign(*row) for row in _TABLE),
    *CLOSING,
    sign("full stop behind initials", ".", r"(?<=\b[A-Z]\.)\.(?!\.)", ""),
)  # fmt: skip
