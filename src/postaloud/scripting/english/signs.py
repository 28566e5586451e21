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
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋"


def _lowered(found: re.Match[str]) -> str:
    return found[0].translate(SUBSCRIPTS)


_TABLE = (
    ("sharp", "#", r"(?<=\b[CFG])#(?!\w)", " sharp"),
    ("inches", "″", r"(?<=[0-9\ufdd0])\s?″", " inches"),
    ("feet", "′", r"(?<=[0-9\ufdd0])\s?′", " feet"),
    ("number sign", "#", r"(?<![\w#])#\s?(?=[0-9\ufdd0])", "number "),
    ("hashtag", "#", r"(?<![\w#&])#(?=[^\W\d_])", "hashtag "),
    ("handle", "@", r"(?<![\w.@])@(?=[\w])", "at "),
    ("at", "@", r"\s@\s", " at "),
    ("about", "~≈∼", r"(?<![\w~])[~≈∼]\s?(?=[0-9$£€\ufdd0])", "about "),
    ("about equal", "≈≅", r"\s?[≈≅]\s?", " is about "),
    ("at most", "≤<⩽", r"\s?(?:≤|<=|⩽)\s?(?=[\w\ufdd0.$£€-])", " at most "),
    ("at least", "≥>⩾", r"\s?(?:≥|>=|⩾)\s?(?=[\w\ufdd0.$£€-])", " at least "),
    ("arrow", ">→⇒⟶", r"(?<=[\w\ufdd0.)])\s?(?:->|=>|→|⇒|⟶)\s?(?=[\w\ufdd0(])", " to "),
    ("arrows", "", r"\s?(?:<?[-=]{1,9}>|<[-=]{1,9}|[←-⇿⟵-⟿])\s?", " "),
    ("less", "<", r"(?<=[\w\ufdd0)])\s?<\s?(?=[0-9.\ufdd0])|(?<![\w\ufdd0])<\s?(?=[0-9.\ufdd0])", " less than "),
    ("more", ">", r"(?<=[\w\ufdd0)])\s?>\s?(?=[0-9.\ufdd0])|(?<![\w\ufdd0])>\s?(?=[0-9.\ufdd0])", " more than "),
    ("not equal", "≠!", r"\s?(?:≠|!=)\s?", " is not equal to "),
    ("equals", "=", r"(?<=[\w\ufdd0)])\s?={1,3}\s?(?=[\w\ufdd0(+-])", " equals "),
    ("plus or minus", "±", r"\s?±\s?", " plus or minus "),
    ("plus", "+", r"(?<=[\w\ufdd0)])\s?\+\s?(?=[\w\ufdd0(])|(?<![\w\ufdd0])\+(?=[0-9\ufdd0])", " plus "),
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
    ("section", "§", r"§{1,2}\s?", "section "),
    ("copyright", "©(", r"©\s?|\([cC]\)(?=\s[0-9\ufdd0])", "copyright "),
    ("slash", "/", r"(?<=[A-Za-z])/(?=[A-Za-z])", " slash "),
)  # fmt: skip


SIGNS = (
    *OPENING,
    Rule("below the line", frozenset(_LOWERED), Pattern(f"[{_LOWERED}]+"), _lowered),
    *(sign("Greek letter", letter, rf"(?<!\w){letter}(?!\w)", name) for letter, name in _GREEK.items()),
    *(sign(*row) for row in _TABLE),
    *CLOSING,
    sign("full stop behind initials", ".", r"(?<=\b[A-Z]\.)\.(?!\.)", ""),
)  # fmt: skip
