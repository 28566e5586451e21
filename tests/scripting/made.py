"""Articles made by hand from a few blocks."""

from postaloud.model.article import (
    Article,
    Block,
    Cell,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from postaloud.model.script import Line, Pause, Role, Script, Utterance
from postaloud.scripting import Manner, Verbosity, write_script

PLAIN, GUIDED, FULL = Manner(Verbosity.PLAIN), Manner(Verbosity.GUIDED), Manner(Verbosity.FULL)


def para(*texts: str | Run, anchor: str = "") -> Paragraph:
    """Return a paragraph of plain texts and runs."""
    return Paragraph(tuple(Run(text) if isinstance(text, str) else text for text in texts), anchor)


def bold(text: str) -> Run:
    """Return a bold run."""
    return Run(text, Mark.STRONG)


def item(*blocks: Block | str, ordinal: str | None = None) -> ListItem:
    """Return a list item; texts stand for paragraphs."""
    return ListItem(tuple(para(block) if isinstance(block, str) else block for block in blocks), ordinal)


def numbered(*items: str | tuple[Block | str, ...], ordinals: str = "123456789") -> ListBlock:
    """Return a numbered list."""
    made = (
        item(*((one,) if isinstance(one, str) else one), ordinal=ordinal)
        for one, ordinal in zip(items, ordinals.split() if " " in ordinals else ordinals, strict=False)
    )
    return ListBlock(tuple(made), ordered=True)


def bullets(*items: str | tuple[Block | str, ...]) -> ListBlock:
    """Return a bulleted list."""
    return ListBlock(tuple(item(*((one,) if isinstance(one, str) else one)) for one in items))


def head(text: str) -> Cell:
    """Return a header cell."""
    return Cell((Run(text),), is_header=True)


def cell(text: str, *headers: str) -> Cell:
    """Return a data cell with its headers."""
    return Cell((Run(text),), headers=headers)


def hours() -> Table:
    """Return a small table with a header row and header cells in front."""
    rows = (
        Row((head("Day"), head("Opens"), head("Closes")), is_header=True),
        Row(
            (
                Cell((Run("Monday"),), is_header=True, headers=("Day",)),
                cell("9 am", "Monday", "Opens"),
                cell("5 pm", "Monday", "Closes"),
            )
        ),
        Row(
            (
                Cell((Run("Sunday"),), is_header=True, headers=("Day",)),
                cell("10 am", "Sunday", "Opens"),
                cell("", "Sunday", "Closes"),
            )
        ),
    )
    return Table(rows, (Run("Our hours"),))


def article(*blocks: Block, lang: str = "en", sections: tuple[Section, ...] = (), title: str = "Tea") -> Article:
    """Return an article with these blocks before its first section."""
    return Article(title, lang=lang, lead=blocks, sections=sections)


def section(heading: str, *blocks: Block, level: int = 2, anchor: str = "") -> Section:
    """Return a section."""
    return Section(level, (Run(heading),), blocks, anchor)


def script_of(*blocks: Block, manner: Manner = GUIDED, lang: str = "en") -> Script:
    """Return the script of an article with these blocks and no section."""
    return write_script(article(*blocks, lang=lang), manner)


def lines_of(*blocks: Block, manner: Manner = GUIDED, lang: str = "en") -> list[Line]:
    """Return the lines of some blocks alone: what stands between the title's and the end's announcements."""
    lines = list(script_of(*blocks, manner=manner, lang=lang).lines())
    around = [i for i, line in enumerate(lines) if isinstance(line, Utterance) and is_frame(line)]
    return lines[around[-2] + 1 : around[-1]]


def is_frame(line: Utterance) -> bool:
    """Whether a line is the title, the announced length or the article's end."""
    ends = (
        "minute.",
        "minutes.",
        "End of article.",
        "Minute.",
        "Ende des Artikels.",
        "l’article.",
        "minuto.",
        "artículo.",
    )
    return line.role is Role.TITLE or (line.role is Role.ANNOUNCEMENT and line.shown.endswith(ends))


def said_of(*blocks: Block, manner: Manner = GUIDED, lang: str = "en") -> list[str]:
    """Return what is said of some blocks."""
    return [line.said for line in lines_of(*blocks, manner=manner, lang=lang) if isinstance(line, Utterance)]


def pauses_of(*blocks: Block, manner: Manner = GUIDED) -> list[int]:
    """Return the pauses of some blocks."""
    return [line.ms for line in lines_of(*blocks, manner=manner) if isinstance(line, Pause)]
