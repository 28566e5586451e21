"""Lists that show the page's numbers."""

import pytest

from postaloud.publishing.ordinals import numbering


@pytest.mark.parametrize(
    ("shown", "kind", "values"),
    [
        (["1", "2", "3"], "", (None, None, None)),
        (["4", "5"], "", (4, None)),
        (["3", "2", "1"], "", (3, 2, 1)),
        (["1.", "2)", "(3)"], "", (None, None, None)),
        (["0", "-1", "7"], "", (0, -1, 7)),
        (["1", "", "2"], "", (None, None, 2)),
        (["a", "b", "d"], "a", (None, None, 4)),
        (["C", "D"], "A", (3, None)),
        (["z", "aa"], "a", (26, None)),
        (["i", "ii", "iv"], "i", (None, None, 4)),
        (["IX", "X"], "I", (9, None)),
        (["i", "j"], "a", (9, None)),
        (["", ""], "", (None, None)),
        ([], "", ()),
    ],
)
def test_a_list_counts_as_the_page_does(shown: list[str], kind: str, values: tuple[int | None, ...]) -> None:
    found = numbering(shown)

    assert (found.kind, found.values, found.signs) == (kind, values, ())


@pytest.mark.parametrize("shown", [["1.1", "1.2"], ["01", "02"], ["α", "β"], ["1", "b"], ["٣"], ["9999999999"], ["½"]])
def test_signs_that_html_cannot_count_with_are_written_out(shown: list[str]) -> None:
    found = numbering(shown)

    assert found.signs == tuple(shown)
    assert set(found.values) == {None}
