"""Tables: header association by scope, headers, row and column spans."""

import pytest

from postaloud.model.article import Table, text_of
from postaloud.model.page import Page
from postaloud.reading import read_article

Cells = list[list[tuple[str, tuple[str, ...]]]]


def table_of(html: str) -> Table:
    article = read_article(Page("page.html", f"<p>A paragraph stands before the table.</p>{html}".encode()))
    return next(block for block in article.lead if isinstance(block, Table))


def data_of(html: str) -> Cells:
    """Return the texts and headers of the data cells, row by row."""
    rows = table_of(html).rows
    found = [[(text_of(cell.runs), cell.headers) for cell in row.cells if not cell.is_header] for row in rows]
    return [row for row in found if row]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", [[("1", ("A",)), ("2", ("B",))]]),
        ("<tr><th>A<td>1<tr><th>B<td>2", [[("1", ("A",))], [("2", ("B",))]]),
        ("<tr><th><th>A<th>B<tr><th>r<td>1<td>2", [[("1", ("A", "r")), ("2", ("B", "r"))]]),
        ("<tr><td>x<th scope=col>A<tr><th scope=row>r<td>1", [[("x", ())], [("1", ("A", "r"))]]),
        ("<tr><th colspan=2>G<tr><th>A<th>B<tr><td>1<td>2", [[("1", ("G", "A")), ("2", ("G", "B"))]]),
        ("<tr><th>K<th>A<tr><th rowspan=2>r<td>1<tr><td>2", [[("1", ("A", "r"))], [("2", ("A", "r"))]]),
        ("<tr><th>K<th>A<tr><th rowspan=0>r<td>1<tr><td>2", [[("1", ("A", "r"))], [("2", ("A", "r"))]]),
        ("<tr><th>A<th>B<tr><td rowspan=2>1<td>2<tr><td>3", [[("1", ("A",)), ("2", ("B",))], [("3", ("B",))]]),
        ("<tr><th>A<th>B<th>C<tr><td colspan=2>1<td>2", [[("1", ("A",)), ("2", ("C",))]]),
        ("<tr><th id=a>A<th id=b>B<tr><td headers='b a'>1<td headers=nope>2", [[("1", ("B", "A")), ("2", ("B",))]]),
        ("<thead><tr><td>A<td>B<tbody><tr><td>1<td>2", [[("1", ("A",)), ("2", ("B",))]]),
        ("<tr><th>A<th>B<tr><td>1<td>2<tr><th>C<th>D<tr><td>3<td>4",
         [[("1", ("A",)), ("2", ("B",))], [("3", ("C",)), ("4", ("D",))]]),
        ("<tr><td>1<td>2<tr><td>3<td>4", [[("1", ()), ("2", ())], [("3", ()), ("4", ())]]),
        ("<tr><th>A<th>B<tr hidden><td>1<td>2<tr><td>3<td>4", [[("3", ("A",)), ("4", ("B",))]]),
    ],
)  # fmt: skip
def test_cells_know_their_headers(html: str, expected: Cells) -> None:
    assert data_of(f"<table>{html}</table>") == expected


def test_a_caption_and_header_rows_are_kept_as_such() -> None:
    table = table_of("<table><caption>Sizes</caption><tr><th>A<th>B<tr><td>1<td>2</table>")

    assert text_of(table.caption) == "Sizes"
    assert [row.is_header for row in table.rows] == [True, False]


def test_a_figure_gives_its_caption_to_its_table() -> None:
    table = table_of("<figure><table><tr><th>A<th>B<tr><td>1<td>2</table><figcaption>Sizes</figcaption></figure>")

    assert text_of(table.caption) == "Sizes"


@pytest.mark.parametrize(
    "html",
    [
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>only one row<td>of cells</table>",
        "<table><tr><td>one column<tr><td>of cells</table>",
        "<table><tr><td><h2>A heading</h2><p>x<td>y<tr><td>c<td>d</table>",
        "<table><tr><td><ul><li>a</ul><td>b<tr><td>c<td>d</table>",
    ],
)
def test_tables_that_only_lay_out_are_no_tables(html: str) -> None:
    article = read_article(Page("page.html", f"<p>A paragraph stands before the table.</p>{html}".encode()))

    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    assert not any(isinstance(block, Table) for block in blocks)
