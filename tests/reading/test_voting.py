"""What of a page most of three keep: our own rules, trafilatura's text, readability's elements."""

from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, Tag

from postaloud.reading.choosing import Choice, choose
from postaloud.reading.judges import NUMBER
from postaloud.reading.parsing import parse
from postaloud.reading.tree import elements, is_hidden
from postaloud.reading.voting import cut, vote

FIRST = "The hives are opened on the first warm day of spring, when the willows bloom along the brook."
SECOND = "A frame is lifted slowly, held against the light and read like a page, brood first and honey last."
OFFER = "Order a starter set of two hives with tools and a veil before the season starts and save a third."
LAST = "What is left of the winter stores goes back to the bees, and the entrance is widened for the flight."


def page(html: str) -> tuple[Tag, Choice]:
    soup: BeautifulSoup = parse(f"<!doctype html><body>{html}")
    body = soup.body or soup
    return body, choose(body)


def elements_with(body: Tag, *texts: str) -> str:
    """What readability would give back: the numbered elements that hold one of the texts."""
    found = (tag for tag in elements(body) if any(text in tag.get_text() for text in texts))
    return "".join(f'<p {NUMBER}="{id(tag)}">' for tag in found)


def read(body: Tag, choice: Choice) -> str:
    """The text that a choice leaves, as one line."""
    stack, found = [choice.root], []
    while stack:
        tag = stack.pop()
        if id(tag) in choice.dropped or is_hidden(tag):
            continue
        stack += [child for child in reversed(tag.contents) if isinstance(child, Tag)]
        found += [str(child).strip() for child in tag.contents if not isinstance(child, Tag)]
    assert body in (choice.root, *choice.root.parents)
    return " ".join(filter(None, found))


def verdicts(body: Tag, text: tuple[str, ...], markup: tuple[str, ...]) -> Mapping[str, str]:
    return {"trafilatura": "\n".join(text), "readability": elements_with(body, *markup)}


def test_what_one_of_three_keeps_at_the_end_is_left() -> None:
    body, ours = page(f"<main><p>{FIRST}</p><p>{SECOND}</p><section><p>{OFFER}</p></section></main>")

    assert OFFER in read(body, ours)
    assert read(body, vote(body, ours, verdicts(body, (FIRST, SECOND), (FIRST, SECOND)))) == f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    ("text", "markup"), [((FIRST, LAST, OFFER), (FIRST, LAST)), ((FIRST, LAST), (FIRST, LAST, OFFER))]
)
def test_what_we_and_one_judge_keep_stays(text: tuple[str, ...], markup: tuple[str, ...]) -> None:
    body, ours = page(f"<main><p>{FIRST}</p><p>{LAST}</p><p>{OFFER}</p></main>")

    assert read(body, vote(body, ours, verdicts(body, text, markup))) == f"{FIRST} {LAST} {OFFER}"


def test_what_we_keep_between_elected_blocks_stays() -> None:
    body, ours = page(f"<main><p>{FIRST}</p><table><tr><th>Month<th>Frames<tr><td>May<td>8</table><p>{LAST}</p></main>")

    voted = vote(body, ours, verdicts(body, (FIRST, LAST), (FIRST, LAST)))

    assert read(body, voted) == f"{FIRST} Month Frames May 8 {LAST}"


def test_a_list_is_kept_or_left_as_a_whole() -> None:
    items = "".join(f"<li>{text}" for text in (SECOND, OFFER, LAST))
    body, ours = page(f"<main><p>{FIRST}</p><ol>{items}</ol></main>")

    most = vote(body, ours, verdicts(body, (FIRST, SECOND, LAST), (FIRST, SECOND, LAST)))
    least = vote(body, ours, verdicts(body, (FIRST, SECOND), (FIRST, SECOND)))

    assert read(body, most) == f"{FIRST} {SECOND} {OFFER} {LAST}"
    assert read(body, least) == FIRST


def test_a_heading_is_kept_where_kept_prose_follows() -> None:
    body, ours = page(f"<main><h2>Spring</h2><p>{FIRST}</p><h2>Shop</h2><p>{OFFER}</p></main>")

    assert read(body, vote(body, ours, verdicts(body, (FIRST,), (FIRST,)))) == f"Spring {FIRST}"


def test_judges_who_agree_on_much_more_than_we_keep_overrule_us() -> None:
    body, ours = page(f"<div class=related-posts><p>{FIRST}</p><p>{SECOND}</p><p>{LAST}</p></div>")
    nothing = Choice(ours.root, {id(ours.root): "related"})

    assert read(body, vote(body, nothing, verdicts(body, (FIRST, SECOND, LAST), (FIRST, SECOND, LAST)))) == (
        f"{FIRST} {SECOND} {LAST}"
    )


def test_trafilatura_decides_alone_where_the_vote_keeps_far_less() -> None:
    body, ours = page(f"<main><p>{FIRST}</p></main><div><p>{SECOND}</p><p>{OFFER}</p><p>{LAST}</p></div>")
    only = Choice(body.main or body, {})

    voted = vote(body, only, verdicts(body, (FIRST, SECOND, LAST), ()))

    assert ours.root is body
    assert read(body, voted) == f"{FIRST} {SECOND} {LAST}"


@pytest.mark.parametrize("judge", ["trafilatura", "readability"])
def test_one_judge_cannot_overrule_us(judge: str) -> None:
    body, ours = page(f"<main><p>{FIRST}</p><p>{OFFER}</p></main>")

    assert vote(body, ours, {judge: verdicts(body, (FIRST,), (FIRST,))[judge]}) is ours


def test_what_is_voted_out_keeps_our_own_reason() -> None:
    body, ours = page(f"<main><p>{FIRST}</p><div class=share>Tell a friend</div></main><p>{OFFER}</p>")

    voted = vote(body, ours, verdicts(body, (FIRST,), (FIRST,)))

    assert sorted(voted.dropped.values()) == ["outside the article", "share"]


def test_empty_cells_are_not_voted_out() -> None:
    body, ours = page(f"<main><p>{FIRST}</p><table><tr><th>Month<th>Frames<tr><td>May<td></table><p>{LAST}</p></main>")

    assert vote(body, ours, verdicts(body, (FIRST, LAST), (FIRST, LAST))).dropped == {}


def test_in_doubt_readability_may_leave_out_a_part_of_what_we_keep() -> None:
    body, ours = page(f"<main><p>{FIRST}</p><p>{SECOND}</p><section><p>{OFFER}</p></section></main>")

    assert read(body, cut(body, ours, verdicts(body, (), (FIRST, SECOND)))) == f"{FIRST} {SECOND}"


@pytest.mark.parametrize("kept", [(FIRST,), ()])
def test_in_doubt_readability_may_not_leave_out_the_half(kept: tuple[str, ...]) -> None:
    body, ours = page(f"<main><p>{FIRST}</p><p>{SECOND}</p><section><p>{OFFER}</p></section></main>")

    assert cut(body, ours, verdicts(body, (), kept)) is ours
