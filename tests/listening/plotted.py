"""A course that the tests of this room go through: sections, a list in a list, a table, and what is only announced."""

from episodes import Lines, paragraph, say, within
from postaloud.listening.course import Course, plot
from postaloud.model.script import BlockKind, ChapterMark, Earcon, EarconKind, Part, Pause, Role, Utterance


def mark(title: str, number: int) -> Lines:
    """Return a chapter mark and its announced heading."""
    announced = (Utterance(f"Section {number}.", f"Section {number}.", Role.ANNOUNCEMENT, anchor=f"h{number}"),)
    heading = within(BlockKind.HEADING, Utterance(title, title, Role.HEADING, anchor=f"h{number}"), value="2")
    return (ChapterMark(title, 2, number), Earcon(EarconKind.SECTION), *announced, Pause(250), *heading, Pause(600))


def item(*lines: Lines, number: str = "") -> Lines:
    """Return a list item."""
    numbered = (say(number, Role.MARKER),) if number else ()
    return within(BlockKind.ITEM, *numbered, *lines, value=number)


def row(kind: BlockKind, *cells: str) -> Lines:
    """Return a row of a table."""
    return within(BlockKind.ROW, *(within(kind, say(cell)) for cell in cells))


INNER = within(BlockKind.ORDERED_LIST, item((say("Green."),), number="1."), item((say("Black."),), number="2."))
LIST = (
    say("List of three.", Role.ANNOUNCEMENT, "list"),
    *within(
        BlockKind.BULLET_LIST,
        item(paragraph("A pot.", "It should be warm.")),
        item(paragraph("Leaves:"), INNER),
        item(paragraph("Water.")),
    ),
    say("End of list.", Role.ANNOUNCEMENT, "list end"),
)
TABLE = within(
    BlockKind.TABLE,
    row(BlockKind.HEADER_CELL, "Tea", "Minutes"),
    row(BlockKind.CELL, "Green", "2"),
    row(BlockKind.CELL, "Black", "4"),
)
PARTS = (
    Part((ChapterMark("Tea", 1), *within(BlockKind.TITLE, say("Tea", Role.TITLE)), *paragraph("Warm it.", "Wait."))),
    Part((*mark("Needs", 1), *paragraph("Three things:"), *LIST, *paragraph("That is all.", "Truly.")), 1),
    Part((*mark("Steep", 2), *paragraph("Wait a while."), *TABLE), 2),
    Part((say("End of article.", Role.ANNOUNCEMENT, "end"),), 2),
)
SHOWN = (
    "Tea", "Warm it.", "Wait.",
    "Section 1. Needs", "Three things:", "List of three.", "A pot.", "It should be warm.", "Leaves:", "1. Green.",
    "2. Black.", "Water.", "End of list.", "That is all.", "Truly.",
    "Section 2. Steep", "Wait a while.", "Tea", "Minutes", "Green", "2", "Black", "4",
    "End of article.",
)  # fmt: skip
"""What each sentence of the course shows."""


def course() -> Course:
    """Return the course through it all."""
    return plot(PARTS, "Tea")
