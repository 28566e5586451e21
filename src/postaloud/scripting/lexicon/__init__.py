"""How words are said that the rules do not know: a lexicon's text in, edits of a text out (W3C PLS 1.0)."""

from postaloud.scripting.lexicon.lexemes import EMPTY, Grapheme, Lexeme, Lexicon, joined

__all__ = ["EMPTY", "Grapheme", "Lexeme", "Lexicon", "joined"]
