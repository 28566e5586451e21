"""The text of a pronunciation lexicon in, a lexicon out (W3C PLS 1.0, with the patterns and lookaheads of DAISY)."""

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

from postaloud.errors import UsageError
from postaloud.model.lexicon import Grapheme, Lexeme, Lexicon
from postaloud.scripting.xml import Element, XmlError, parse_xml

LONGEST_PATTERN = 200
LONGEST_WORDS = 1000
MOST_CHARACTERS = 5_000_000
ANY_LANGUAGE = ("und", "mul", "")
_GROUP = re.compile(r"\\.|\$(\d+)")


class Placed(NamedTuple):
    """A lexeme and the element that it was read from."""

    element: Element
    lexeme: Lexeme


class _File(NamedTuple):
    """What errors and lexemes need to know of the file around them."""

    name: str
    lang: str = ""
    alphabet: str = ""

    def refuse(self, element: Element, reason: str) -> NoReturn:
        """Raise the error that names file, line and column."""
        raise UsageError(f"{self.name}, line {element.line}, column {element.column}: {reason}.")


def read_lexicon(text: str, name: str) -> Lexicon:
    """Return the lexicon that a text holds; `name` is its file.

    Raises `UsageError` with file, line and column for what is no PLS, has entities, or a pattern that cannot be used.
    """
    root = read_root(text, name)
    lexemes = tuple(placed.lexeme for placed in placed_lexemes(root, name))
    return Lexicon(lexemes, root.attributes.get("lang", ""), root.attributes.get("alphabet", "ipa"))


def read_root(text: str, name: str) -> Element:
    """Return the `lexicon` element of a text."""
    if len(text) > MOST_CHARACTERS:
        raise UsageError(f"{name} has more than {MOST_CHARACTERS:,} characters: split the lexicon.")
    try:
        root = parse_xml(text)
    except XmlError as error:
        raise UsageError(f"{name}, line {error.line}, column {error.column}: {error.reason}.") from error
    if root.name != "lexicon":
        _File(name).refuse(root, f'the first element is "{root.name}"; a lexicon starts with "lexicon" (PLS 1.0)')
    return root


def placed_lexemes(root: Element, name: str) -> Iterator[Placed]:
    """Yield each lexeme with its element, in the order of the file."""
    file = _File(name, root.attributes.get("lang", ""), root.attributes.get("alphabet", "ipa"))
    for element in root.find("lexeme"):
        yield Placed(element, _lexeme(element, file))


def _lexeme(element: Element, file: _File) -> Lexeme:
    written = tuple(element.find("grapheme"))
    is_pattern = any(_is_true(one.attributes.get("regex", "")) for one in (element, *written))
    graphemes = tuple(_grapheme(one, file) for one in written)
    alias, phoneme = (_words(_preferred(element, name)) for name in ("alias", "phoneme"))
    alphabet = _preferred(element, "phoneme").attributes.get("alphabet", file.alphabet) if phoneme else ""
    if not graphemes:
        file.refuse(element, 'the lexeme has no "grapheme", so nothing can match it')
    if not alias and (is_pattern or not phoneme):
        file.refuse(element, f'the lexeme of "{graphemes[0].text}" has no "alias" that could be said')
    if len(alias) > LONGEST_WORDS:
        file.refuse(element, f"the alias has more than {LONGEST_WORDS} characters")
    if is_pattern:
        _check_patterns(written, alias, file)
    lang = element.attributes.get("lang", file.lang)
    lang = "" if lang.lower() in ANY_LANGUAGE else lang
    return Lexeme(graphemes, alias, phoneme, alphabet, lang, is_pattern, file.name)


def _is_true(value: str) -> bool:
    return value.strip() in ("true", "1")


def _preferred(element: Element, name: str) -> Element:
    """Return the pronunciation that the author prefers, else the first (PLS 4.6), else an empty one."""
    found = list(element.find(name)) or [Element(name)]
    return next((one for one in found if _is_true(one.attributes.get("prefer", ""))), found[0])


def _words(element: Element) -> str:
    return " ".join(element.text.split())


def _grapheme(element: Element, file: _File) -> Grapheme:
    text = _words(element)
    if not text:
        file.refuse(element, "the grapheme is empty")
    if len(text) > LONGEST_PATTERN:
        file.refuse(element, f"the grapheme has more than {LONGEST_PATTERN} characters")
    ahead, not_ahead = (element.attributes.get(f"{kind}-lookahead", "") for kind in ("positive", "negative"))
    for pattern in filter(None, (ahead, not_ahead)):
        _check_pattern(pattern, element, file)
    return Grapheme(text, ahead, not_ahead)


def _check_patterns(written: tuple[Element, ...], alias: str, file: _File) -> None:
    for element in written:
        groups = _check_pattern(_words(element), element, file)
        wanted = max((int(found[1]) for found in _GROUP.finditer(alias) if found[1]), default=0)
        if wanted > groups:
            file.refuse(element, f"the alias asks for ${wanted}, and the pattern has {groups} groups")


def _check_pattern(pattern: str, element: Element, file: _File) -> int:
    """Return how many groups a pattern has; raises for one that is too long or cannot be read."""
    import regex

    if len(pattern) > LONGEST_PATTERN:
        file.refuse(element, f"the pattern has more than {LONGEST_PATTERN} characters")
    try:
        groups = re.compile(pattern).groups
        regex.compile(pattern)
    except (re.error, regex.error) as error:
        file.refuse(element, f'"{pattern}" is no regular expression: {error}')
    except (OverflowError, RecursionError, MemoryError):
        file.refuse(element, f'"{pattern}" repeats too much')
    return groups
