from episodes import paragraph, say, within
from listening.plotted import SHOWN, course, row
from postaloud.listening.course import Place, Section, plot
from postaloud.model.script import BlockKind, ChapterMark, Part, Role


def test_a_sentence_is_heard_with_what_announces_it_and_with_its_number() -> None:
    assert tuple(each.shown for each in course().sentences) == SHOWN


def test_announcements_that_stand_alone_are_no_place_to_jump_to() -> None:
    alone = [each.shown for each in course().sentences if each.is_announcement]

    assert alone == ["List of three.", "End of list.", "End of article."]


def test_sections_begin_with_their_heading() -> None:
    assert course().sections == (Section("Tea", 0, 0), Section("Needs", 1, 3), Section("Steep", 2, 15))


def test_items_and_rows_are_counted_and_their_ends_known() -> None:
    plotted = course()
    green = plotted.sentences[SHOWN.index("1. Green.")]
    black = plotted.sentences[SHOWN.index("Black")]

    assert [(holder.kind, holder.count) for holder in plotted.holders] == [("item", 3), ("item", 2), ("row", 3)]
    assert green.places == (Place(0, 2), Place(1, 1))
    assert plotted.holders[0].end == SHOWN.index("End of list.")
    assert plotted.holders[1].end == SHOWN.index("Water.")
    assert black.places == (Place(2, 3),)
    assert plotted.holders[2].has_header


def test_a_table_without_a_header_counts_its_first_row() -> None:
    rows = (row(BlockKind.CELL, "Green", "2"), row(BlockKind.CELL, "Black", "4"))

    (holder,) = plot([Part(within(BlockKind.TABLE, *rows))], "Tea").holders

    assert (holder.count, holder.has_header) == (2, False)


def test_sentences_of_a_paragraph_and_cells_of_a_row_share_a_block() -> None:
    blocks = [each.block for each in course().sentences]

    assert blocks == sorted(blocks)
    assert blocks[SHOWN.index("A pot.")] == blocks[SHOWN.index("It should be warm.")]
    assert blocks[SHOWN.index("Green")] == blocks[SHOWN.index("2")]
    assert blocks[SHOWN.index("2")] != blocks[SHOWN.index("Black")]
    assert blocks[SHOWN.index("That is all.")] != blocks[SHOWN.index("Water.")]


def test_an_article_without_headings_is_one_section_named_by_its_title() -> None:
    assert plot([Part(paragraph("Two words."))], "Tea").sections == (Section("Tea", 0, 0),)


def test_text_before_the_first_mark_belongs_to_a_section_of_its_own() -> None:
    plotted = plot([Part((*paragraph("Before."), ChapterMark("Tea", 2, 1), *paragraph("After.")))], "Title")

    assert plotted.sections == (Section("Title", 0, 0), Section("Tea", 1, 1))


def test_an_announcement_at_the_end_of_a_part_stays_in_it() -> None:
    first = Part((say("Section 1.", Role.ANNOUNCEMENT, "h"),))
    second = Part((say("Tea", Role.HEADING, "h"),))

    assert [(each.part, each.utterance) for each in plot([first, second], "Tea").sentences] == [(0, 0), (1, 0)]
