import pytest

from listening.plotted import SHOWN, course
from postaloud.listening.steering import GRACE_MS, Here, Jump, landing

LATE = GRACE_MS + 1


@pytest.mark.parametrize(
    ("start", "into_ms", "jump", "end"),
    [
        ("Warm it.", 0, Jump.NEXT_SENTENCE, "Wait."),
        ("Wait.", 0, Jump.NEXT_SENTENCE, "Section 1. Needs"),
        ("Three things:", 0, Jump.NEXT_SENTENCE, "A pot."),
        ("A pot.", 0, Jump.PREVIOUS_SENTENCE, "Three things:"),
        ("A pot.", LATE, Jump.PREVIOUS_SENTENCE, "A pot."),
        ("End of list.", LATE, Jump.PREVIOUS_SENTENCE, "Water."),
        ("4", 0, Jump.NEXT_SENTENCE, None),
        ("End of article.", 0, Jump.NEXT_SENTENCE, None),
        ("Tea", 0, Jump.PREVIOUS_SENTENCE, None),
        ("Tea", LATE, Jump.PREVIOUS_SENTENCE, "Tea"),
        ("Warm it.", 0, Jump.NEXT_PARAGRAPH, "Section 1. Needs"),
        ("It should be warm.", 0, Jump.NEXT_PARAGRAPH, "Leaves:"),
        ("It should be warm.", 0, Jump.PREVIOUS_PARAGRAPH, "A pot."),
        ("A pot.", 0, Jump.PREVIOUS_PARAGRAPH, "Three things:"),
        ("That is all.", 0, Jump.PREVIOUS_PARAGRAPH, "Water."),
        ("2", 0, Jump.NEXT_PARAGRAPH, "Black"),
        ("2", 0, Jump.PREVIOUS_PARAGRAPH, "Green"),
        ("4", 0, Jump.NEXT_PARAGRAPH, None),
        ("Tea", 0, Jump.NEXT_SECTION, "Section 1. Needs"),
        ("Water.", 0, Jump.NEXT_SECTION, "Section 2. Steep"),
        ("Water.", 0, Jump.PREVIOUS_SECTION, "Section 1. Needs"),
        ("Section 1. Needs", 0, Jump.PREVIOUS_SECTION, "Tea"),
        ("Section 1. Needs", LATE, Jump.PREVIOUS_SECTION, "Section 1. Needs"),
        ("Section 2. Steep", 0, Jump.NEXT_SECTION, None),
        ("A pot.", 0, Jump.LEAVE, "That is all."),
        ("1. Green.", 0, Jump.LEAVE, "Water."),
        ("Black", 0, Jump.LEAVE, None),
        ("That is all.", 0, Jump.LEAVE, None),
    ],
)
def test_a_jump_lands_where_the_structure_says(start: str, into_ms: int, jump: Jump, end: str | None) -> None:
    sentence = landing(course(), Here(SHOWN.index(start), into_ms), jump)

    assert (None if sentence is None else SHOWN[sentence]) == end
