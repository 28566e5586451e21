"""Laws of moving through an article: nothing leads beyond its ends, and every way forward has a way back."""

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from episodes import Lines, paragraph, say, within
from postaloud.listening.choosing import Choosing
from postaloud.listening.commands import keys_in
from postaloud.listening.course import Course, plot
from postaloud.listening.memory import Memory, Spot, from_text, moved, spot_of, to_text, toggled
from postaloud.listening.steering import GRACE_MS, Here, Jump, landing
from postaloud.model.script import BlockKind, ChapterMark, Line, Part, Role

TEXTS = st.sampled_from(["Tea.", "Wait.", "Pour it."])
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=3).map(lambda texts: paragraph(*texts))
ANNOUNCEMENTS = st.just((say("Aside.", Role.ANNOUNCEMENT, "aside"),))
MARKS = st.integers(1, 9).map(lambda number: (ChapterMark(f"Part {number}", 2, number), say(f"Part {number}")))


def _lists(items: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    item = st.lists(items, min_size=1, max_size=2).map(lambda lines: within(BlockKind.ITEM, *lines))
    return st.lists(item, max_size=3).map(lambda lines: within(BlockKind.BULLET_LIST, *lines))


BLOCKS = st.recursive(PARAGRAPHS | ANNOUNCEMENTS, _lists, max_leaves=6)
LINES = st.lists(BLOCKS | MARKS, min_size=1, max_size=8).map(lambda groups: sum(groups, start=()))


def _course(parts: list[tuple[Line, ...]]) -> Course:
    return plot([Part((*paragraph("Title."), *parts[0])), *map(Part, parts[1:])], "Title")


COURSES = st.lists(LINES, min_size=1, max_size=3).map(_course)
PAIRS: Mapping[Jump, tuple[Jump, Callable[[Course, int], int]]] = {
    Jump.NEXT_SENTENCE: (Jump.PREVIOUS_SENTENCE, lambda _, number: number),
    Jump.NEXT_PARAGRAPH: (Jump.PREVIOUS_PARAGRAPH, lambda course, number: course.sentences[number].block),
    Jump.NEXT_SECTION: (Jump.PREVIOUS_SECTION, lambda course, number: course.sentences[number].section),
}


def _sentences(course: Course) -> st.SearchStrategy[int]:
    return st.integers(0, len(course.sentences) - 1)


@given(st.data(), COURSES, st.sampled_from(list(Jump)), st.integers(0, 2 * GRACE_MS))
def test_a_jump_never_leads_beyond_the_ends_or_to_a_mere_announcement(
    data: st.DataObject, course: Course, jump: Jump, into_ms: int
) -> None:
    here = Here(data.draw(_sentences(course)), into_ms)

    sentence = landing(course, here, jump)

    assert sentence is None or not course.sentences[sentence].is_announcement
    assert sentence is None or (sentence > here.sentence) == (jump in {*PAIRS, Jump.LEAVE})


@given(st.data(), COURSES, st.sampled_from(list(PAIRS)))
def test_going_on_and_back_leads_to_the_beginning_of_where_one_was(
    data: st.DataObject, course: Course, jump: Jump
) -> None:
    start = data.draw(_sentences(course).filter(lambda number: not course.sentences[number].is_announcement))
    back, unit = PAIRS[jump]

    there = landing(course, Here(start), jump)
    again = None if there is None else landing(course, Here(there), back)

    if again is not None:
        assert unit(course, again) == unit(course, start)
        assert again <= start
        assert there == landing(course, Here(again), jump)


@given(COURSES, st.sampled_from(list(PAIRS)))
def test_going_on_again_and_again_passes_every_section_paragraph_or_sentence(course: Course, jump: Jump) -> None:
    unit = PAIRS[jump][1]
    stops = [number for number, each in enumerate(course.sentences) if not each.is_announcement]
    passed = [unit(course, 0)]
    here = landing(course, Here(0), jump)

    while here is not None:
        passed.append(unit(course, here))
        here = landing(course, Here(here), jump)

    assert passed == sorted({unit(course, stop) for stop in stops})


@given(COURSES)
def test_sections_tile_the_sentences_and_lists_hold_what_says_so(course: Course) -> None:
    assert course.sections[0].first == 0
    firsts = [section.first for section in course.sections]
    assert firsts == sorted(set(firsts))
    for number, sentence in enumerate(course.sentences):
        for place in sentence.places:
            holder = course.holders[place.holder]
            assert 0 <= place.number <= holder.count
            assert number < holder.end


SPOTS = st.builds(Spot, st.integers(0, 2**31 - 1), st.text(max_size=200))
MEMORIES = st.builds(
    Memory, st.none() | SPOTS, st.just(0) | st.integers(50, 400), st.lists(SPOTS, max_size=4).map(tuple)
)


@given(MEMORIES)
def test_what_is_remembered_is_read_back(memory: Memory) -> None:
    assert from_text(to_text(memory)) == memory


@given(st.data(), COURSES, MEMORIES)
def test_a_memory_always_fits_the_article_as_it_is_now(data: st.DataObject, course: Course, memory: Memory) -> None:
    here = spot_of(course, data.draw(_sentences(course)))

    fitting = moved(toggled(memory, here), course)

    assert moved(fitting, course) == fitting
    for spot in (*fitting.bookmarks, *([fitting.place] if fitting.place else [])):
        assert course.sentences[spot.sentence].shown.startswith(spot.shown[:1])


@given(st.lists(st.sampled_from(["\x1b[A", "\x1b[C", "\x1bOB", "\x1b[5~", "n", "+", " ", "\n", "é"])), st.data())
def test_keys_are_the_same_however_they_arrive(sent: list[str], data: st.DataObject) -> None:
    typed = "".join(sent)
    cut = data.draw(st.integers(0, len(typed)))

    first, rest = keys_in(typed[:cut])
    second, nothing = keys_in(rest + typed[cut:])

    assert first + second == keys_in(typed)[0]
    assert len(first + second) == len(sent)
    assert not nothing


@given(st.sets(st.integers(0, 500), min_size=1), st.data())
def test_a_number_of_a_list_can_always_be_chosen_by_its_digits(labels: set[int], data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(sorted(labels)))
    choosing = Choosing(dict.fromkeys(labels, 0))

    is_whole = [choosing.add(digit) for digit in str(label)]

    assert not any(is_whole[:-1])
    assert choosing.taken() == str(label)
