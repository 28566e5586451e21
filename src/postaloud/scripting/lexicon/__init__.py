"""How words are said that the rules do not know: a lexicon's text in, edits of a text out (W3C PLS 1.0)."""
