"""`postaloud lexicon`: how words are said that the rules do not know."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import progress, result, results

if TYPE_CHECKING:
    from postaloud.model.lexicon import Lexeme
    from postaloud.scripting.lexicon.finding import Match

lexicon = typer.Typer(
    help="Say words as you want them: names, abbreviations, acronyms (PLS 1.0).",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

User = Annotated[bool, typer.Option("--user", help="Your own lexicon, also where there is a postaloud.toml.")]
Lang = Annotated[str, typer.Option(metavar="TAG", help="Only for texts in this language; else that of the lexicon.")]
Word = Annotated[str, typer.Argument(metavar="WORD", help="The word or words, as a page writes them.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A lexicon in PLS 1.0.")]
FALLBACK_LANG = "en"


@lexicon.command()
def add(
    word: Word,
    said: Annotated[str, typer.Argument(metavar="SAID", help='What is said instead: "N.I.A.".')],
    lang: Lang = "",
    user: User = False,
    config: options.ConfigFile = None,
) -> None:
    """Say a word in other words; an entry that is there already is changed."""
    from postaloud.lexicons import write_text
    from postaloud.scripting.lexicon.pls import read_root
    from postaloud.scripting.lexicon.writing import with_alias

    path, text = _target(config, user=user)
    around = read_root(text, str(path)).attributes.get("lang", "")
    wanted = options.checked_lang(lang) or around
    write_text(path, with_alias(text, word, said, "" if wanted == "und" else wanted, str(path)))
    result(f'"{word}" is said as "{said}" from now on. Lexicon: {path}')


@lexicon.command()
def remove(word: Word, user: User = False, config: options.ConfigFile = None) -> None:
    """Take a word out of the lexicon."""
    from postaloud.lexicons import write_text
    from postaloud.scripting.lexicon.writing import without_word

    path, text = _target(config, user=user)
    write_text(path, without_word(text, word, str(path)))
    result(f'"{word}" is said by the rules from now on. Lexicon: {path}')


@lexicon.command("list")
def list_entries(
    as_json: options.AsJson = False, extra: options.LexiconFile = None, config: options.ConfigFile = None
) -> None:
    """List what the lexicons say, in the order in which they win."""
    from postaloud.lexicons import load_lexicons

    lexemes = load_lexicons(options.lexicon_paths(extra, options.configured(config))).lexemes
    if as_json:
        import json

        result(json.dumps([asdict(lexeme) for lexeme in lexemes], ensure_ascii=False, indent=1))
        return
    results(line for lexeme in lexemes for line in _lines(lexeme))
    if not lexemes:
        progress('No lexicon says anything yet: try postaloud lexicon add NIA "N.I.A."')


@lexicon.command("test")
def show(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A text as a page shows it.")],
    lang: options.Lang = "en",
    extra: options.LexiconFile = None,
    config: options.ConfigFile = None,
) -> None:
    """Show what the lexicons do to a text."""
    from postaloud.lexicons import load_lexicons
    from postaloud.scripting import as_said
    from postaloud.scripting.lexicon.finding import find_matches, find_phonemes

    tag = options.checked_lang(lang)
    found = load_lexicons(options.lexicon_paths(extra, options.configured(config)))
    matches = (*find_matches(text, tag, found), *find_phonemes(text, tag, found))
    results(f'"{text[match.start : match.end]}" {_what_happens(match)} ({match.lexeme.source})' for match in matches)
    result(f"Said: {as_said(text, tag, found).text}")


@lexicon.command()
def export(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where to write; - for standard output.")],
    user: User = False,
    config: options.ConfigFile = None,
) -> None:
    """Write the lexicon to a file in PLS 1.0, for other programs."""
    from postaloud.lexicons import write_text
    from postaloud.scripting.lexicon.pls import read_lexicon
    from postaloud.scripting.lexicon.writing import to_pls

    path, text = _target(config, user=user)
    written = to_pls(read_lexicon(text, str(path)))
    if file == "-":
        results(written.splitlines())
        return
    write_text(Path(file), written)
    result(f"Lexicon: {file}")


@lexicon.command("import")
def take_in(file: File, user: User = False, config: options.ConfigFile = None) -> None:
    """Take the entries of another lexicon into this one; entries for the same words are replaced."""
    from postaloud.lexicons import read_text, write_text
    from postaloud.scripting.lexicon.pls import read_lexicon
    from postaloud.scripting.lexicon.writing import with_lexemes

    taken = read_lexicon(read_text(file), str(file)).lexemes
    path, text = _target(config, user=user)
    write_text(path, with_lexemes(text, taken, str(path)))
    result(f"Taken over: {len(taken)} from {file}. Lexicon: {path}")


def _target(config: Path | None, *, user: bool) -> tuple[Path, str]:
    """Return the file that is changed, and its text: the project's where there is a postaloud.toml, else the user's."""
    from postaloud.lexicons import FILE_NAME, read_text, user_file
    from postaloud.scripting.lexicon.writing import new_lexicon

    settings = options.configured(config)
    if user or settings.base is None:
        path = user_file()
    else:
        path = settings.lexicons[0] if settings.lexicons else settings.base / FILE_NAME
    return path, read_text(path) if path.exists() else new_lexicon(settings.default_lang or FALLBACK_LANG)


def _what_happens(match: "Match") -> str:
    lexeme = match.lexeme
    if lexeme.alias:
        return f'is said as "{match.said}"'
    sounds = f"has phonemes, /{lexeme.phoneme}/ in {lexeme.alphabet}"
    if lexeme.alphabet.lower() != "ipa":
        return f"{sounds}, which no engine takes: write them in ipa"
    return f"{sounds}, which espeak speaks; other engines read the word"


def _lines(lexeme: "Lexeme") -> Iterator[str]:
    for grapheme in lexeme.graphemes:
        kind = "pattern " if lexeme.is_pattern else ""
        looks = "".join(
            f", {word} before {look}" for word, look in (("only", grapheme.ahead), ("not", grapheme.not_ahead)) if look
        )
        said = lexeme.alias or f"phonemes /{lexeme.phoneme}/ in {lexeme.alphabet}"
        yield f"{kind}{grapheme.text}{looks}: {said} ({lexeme.lang or 'any language'}, {lexeme.source})"
