"""The nouns of pronunciation: a lexicon, its lexemes, their graphemes (W3C PLS 1.0)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grapheme:
    """How a word is written; in a lexeme of patterns, a regular expression."""

    text: str
    ahead: str = ""
    """A regular expression that must match right behind it, or ""."""
    not_ahead: str = ""
    """A regular expression that must not match right behind it, or ""."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """Written forms, and how they are said."""

    graphemes: tuple[Grapheme, ...]
    alias: str = ""
    """What is said instead, or "" where there are only phonemes."""
    phoneme: str = ""
    alphabet: str = ""
    """The alphabet of `phoneme`: "ipa", "x-sampa", …"""
    lang: str = ""
    """A BCP 47 tag, or "" for texts in any language."""
    is_pattern: bool = False
    """Whether the graphemes are regular expressions."""
    source: str = ""
    """The file that it stands in."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Lexemes in order of precedence; a lexicon is the same as itself only, so that looking it up is quick."""

    lexemes: tuple[Lexeme, ...] = ()
    lang: str = ""
    alphabet: str = "ipa"


EMPTY = Lexicon()


def joined(lexicons: tuple[Lexicon, ...]) -> Lexicon:
    """Return several lexicons as one, in which the first wins."""
    return Lexicon(tuple(lexeme for lexicon in lexicons for lexeme in lexicon.lexemes))
