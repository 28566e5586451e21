"""The source of a formula in, the words for it out."""

from functools import cache

from postaloud.scripting.maths.vocabulary import Vocabulary
from postaloud.scripting.tags import language

__all__ = ["say_maths"]

LONGEST_MATHML = 20_000
LONGEST_TEX = 2_000
"""Characters of a formula's source; nobody can follow a longer one by ear."""


def say_maths(source: str, lang: str) -> str:
    """Return the words for a formula in MathML, or in TeX; "" where it is neither or holds nothing to say."""
    from postaloud.scripting.maths.speech import speak
    from postaloud.scripting.maths.tex import mathml_of
    from postaloud.scripting.maths.tree import read_mathml
    from postaloud.scripting.xml import XmlError

    is_mathml = source.lstrip().startswith("<")
    if len(source) > (LONGEST_MATHML if is_mathml else LONGEST_TEX):
        return ""
    mathml = source if is_mathml else mathml_of(source)
    if not mathml:
        return ""
    try:
        return speak(read_mathml(mathml), _vocabulary(language(lang)))
    except XmlError:
        return ""


@cache
def _vocabulary(lang: str) -> Vocabulary:
    match lang:
        case "de":
            from postaloud.scripting.maths.de import GERMAN

            return GERMAN
        case "fr":
            from postaloud.scripting.maths.fr import FRENCH

            return FRENCH
        case "es":
            from postaloud.scripting.maths.es import SPANISH

            return SPANISH
        case _:
            from postaloud.scripting.maths.en import ENGLISH

            return ENGLISH
