"""A lexicon's text and lexemes in, the text with those lexemes in their places out; the rest of it stays."""

from collections.abc import Iterable, Iterator
from html import escape

from postaloud.errors import UsageError
from postaloud.model.lexicon import Grapheme, Lexeme, Lexicon
from postaloud.scripting.lexicon.pls import Placed, placed_lexemes, read_lexicon, read_root
from postaloud.scripting.xml import Element

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
DAISY = "http://www.daisy.org/ns/pipeline/tts"


def new_lexicon(lang: str) -> str:
    """Return the text of a lexicon without lexemes."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang="{escape(lang)}">\n</lexicon>\n'
    )


def to_pls(lexicon: Lexicon) -> str:
    """Return a lexicon as PLS 1.0."""
    return with_lexemes(new_lexicon(lexicon.lang or "und"), lexicon.lexemes, "export")


def with_alias(text: str, word: str, alias: str, lang: str, name: str) -> str:
    """Return a lexicon's text in which a word has an alias; its phonemes and other spellings stay."""
    word, alias = " ".join(word.split()), " ".join(alias.split())
    found = next((placed.lexeme for placed in _placed(text, name) if _has_word(placed.lexeme, word, lang)), None)
    made = found or Lexeme((Grapheme(word),), lang=lang)
    return with_lexemes(text, [_with_alias(made, alias)], name)


def with_lexemes(text: str, lexemes: Iterable[Lexeme], name: str) -> str:
    """Return a lexicon's text in which these lexemes take the places of those with the same words, or come last.

    Raises `UsageError` where a lexeme cannot be written or the result is no lexicon.
    """
    root = read_root(text, name)
    placed = {_key(one.lexeme): one for one in placed_lexemes(root, name)}
    source = text.encode()
    prefix = _prefix(source, root)
    wanted = {_key(lexeme): _written(lexeme, root, prefix) for lexeme in lexemes}
    spans = {(placed[key].element.start, placed[key].element.end): new for key, new in wanted.items() if key in placed}
    added = "".join(f"  {new}\n" for key, new in wanted.items() if key not in placed)
    done = _at_end(_replaced(source, spans), added, prefix)
    read_lexicon(done, name)
    return done


def without_word(text: str, word: str, name: str) -> str:
    """Return a lexicon's text without a word; raises `UsageError` where it is not there."""
    word = " ".join(word.split())
    placed = [one for one in _placed(text, name) if any(grapheme.text == word for grapheme in one.lexeme.graphemes)]
    if not placed:
        raise UsageError(f'"{word}" is not in {name}: "postaloud lexicon list" shows what is.')
    spans = dict(_removals(text.encode(), placed, word))
    return _replaced(text.encode(), spans)


def _placed(text: str, name: str) -> list[Placed]:
    return list(placed_lexemes(read_root(text, name), name))


def _has_word(lexeme: Lexeme, word: str, lang: str) -> bool:
    return not lexeme.is_pattern and lexeme.lang == lang and Grapheme(word) in lexeme.graphemes


def _with_alias(lexeme: Lexeme, alias: str) -> Lexeme:
    return Lexeme(lexeme.graphemes, alias, lexeme.phoneme, lexeme.alphabet, lexeme.lang, lexeme.is_pattern)


def _key(lexeme: Lexeme) -> tuple[object, ...]:
    """Lexemes for the same words of one language take each other's place."""
    return (lexeme.is_pattern, lexeme.lang, lexeme.graphemes)


def _removals(source: bytes, placed: Iterable[Placed], word: str) -> Iterator[tuple[tuple[int, int], str]]:
    for element, lexeme in placed:
        is_alone = len({grapheme.text for grapheme in lexeme.graphemes}) == 1
        gone = (
            [element] if is_alone else [one for one in element.find("grapheme") if " ".join(one.text.split()) == word]
        )
        for one in gone:
            yield (_line_start(source, one.start), one.end), ""


def _line_start(source: bytes, start: int) -> int:
    """Return where the white space before an element begins, with the line break before it."""
    while start and source[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    return start - 1 if start and source[start - 1 : start] == b"\n" else start


def _replaced(source: bytes, spans: dict[tuple[int, int], str]) -> str:
    for (start, end), new in sorted(spans.items(), reverse=True):
        source = source[:start] + new.encode() + source[end:]
    return source.decode()


def _at_end(text: str, added: str, prefix: str) -> str:
    if not added:
        return text
    closing = f"</{prefix}lexicon"
    at = text.rfind(closing)
    if at >= 0:
        before = text[:at] if text[:at].endswith("\n") else f"{text[:at]}\n"
        return before + added + text[at:]
    at = text.rindex("/>")
    return f"{text[:at].rstrip()}>\n{added}{closing}>{text[at + 2 :]}"


def _prefix(source: bytes, root: Element) -> str:
    """Return the prefix of the namespace as the file writes it: "pls:" or ""."""
    name = source[root.start + 1 :].split(b"lexicon", 1)[0]
    return name.decode()


def _written(lexeme: Lexeme, root: Element, prefix: str) -> str:
    """Return a lexeme as text; only what differs from the lexicon around it is spelled out."""
    lang = lexeme.lang or "und"
    around = root.attributes.get("lang", "") or "und"
    attributes = "" if lang == around or {lang, around} <= {"und", "mul"} else f' xml:lang="{escape(lang)}"'
    attributes += f' xmlns:tts="{DAISY}" tts:regex="true"' if lexeme.is_pattern else ""
    parts = [_grapheme(one, prefix) for one in lexeme.graphemes]
    if lexeme.alias:
        parts.append(f"<{prefix}alias>{_text(lexeme.alias)}</{prefix}alias>")
    if lexeme.phoneme:
        is_same = lexeme.alphabet == root.attributes.get("alphabet", "ipa")
        alphabet = "" if is_same else f' alphabet="{escape(lexeme.alphabet)}"'
        parts.append(f"<{prefix}phoneme{alphabet}>{_text(lexeme.phoneme)}</{prefix}phoneme>")
    return f"<{prefix}lexeme{attributes}>{''.join(parts)}</{prefix}lexeme>"


def _grapheme(grapheme: Grapheme, prefix: str) -> str:
    looks = {"positive": grapheme.ahead, "negative": grapheme.not_ahead}
    written = "".join(f' tts:{kind}-lookahead="{_text(look)}"' for kind, look in looks.items() if look)
    declared = f' xmlns:tts="{DAISY}"' if written else ""
    return f"<{prefix}grapheme{declared}{written}>{_text(grapheme.text)}</{prefix}grapheme>"


def _text(text: str) -> str:
    if not all(letter.isprintable() or letter == " " for letter in text):
        raise UsageError(f"{text!r} holds characters that XML cannot: leave them out.")
    return escape(text)
