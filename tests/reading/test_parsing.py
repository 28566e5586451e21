"""Our trees against those of html5lib, the reference of the HTML standard."""

import warnings

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from postaloud.reading.parsing import parse

Shape = tuple[object, ...]

PAGES = (
    "<!doctype html><html lang=en><head><title>A &amp; B</title><body class='a b'><p>one<p>two",
    "just text",
    "<p>a<b>b<p>c</b>d",
    "<b>1<i>2</b>3</i>4",
    "<ul><li>one<li>two<ul><li>in</ul><li>three</ul>",
    "<table>loose<tr><td>1<td>2<tr><th>3</table>",
    "<table><caption>c</caption><thead><tr><th>h<tbody><tr><td>d</table>after",
    "<a href=1>x<a href=2>y</a>",
    "<div><p>unclosed<div>inner</p></div>",
    "<pre>\nfirst\n  second</pre>",
    "<textarea>\n<b>raw</b></textarea>",
    "<p>&nbsp;&eacute;&#8217;&notanentity;&amp</p>",
    "<select><option>a<option>b</select>",
    "<dl><dt>a<dd>b<dt>c</dl>",
    "<p>x<svg viewBox='0 0 1 1'><title>t</title><path d=''/></svg>y",
    "<math><mi>x</mi><annotation>t</annotation></math>",
    "<form><p>a</form>b",
    "<h1>a<h2>b</h1>",
    "<button>a<button>b",
    "<ruby>a<rt>b</ruby>",
    "<noscript><p>hi</p></noscript>x",
    "</p></br><x-y>custom</x-y>",
    "<body><p>a</body><p>b</html>c",
    "<img alt=x><br/><hr><input disabled>",
)


@pytest.mark.parametrize("page", PAGES)
def test_trees_are_those_of_browsers(page: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reference = BeautifulSoup(page, "html5lib", multi_valued_attributes=None)

    assert _shape(parse(page)) == _shape(reference)


def test_templates_scripts_and_comments_leave_no_text() -> None:
    tree = parse("<p>a<!-- b --><template><i>c</i></template><script>d</script><style>e</style>f")

    assert tree.get_text() == "af"


def test_json_ld_is_kept() -> None:
    tree = parse('<script type="application/ld+json">{"a": "</b>"}</script>')

    script = tree.find("script")
    assert isinstance(script, Tag)
    assert script.string == '{"a": "</b>"}'


def test_depth_does_not_matter() -> None:
    tree = parse("<div>" * 5000 + "deep")

    assert len(list(tree.find_all("div"))) == 5000


def test_text_that_looks_like_a_path_gives_no_warning() -> None:
    assert parse("/home/page.html").get_text() == "/home/page.html"


def _shape(root: Tag) -> Shape:
    children: list[object] = []
    for child in root.contents:
        if isinstance(child, Tag):
            children.append(_shape(child))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            children.append(str(child))
    return (root.name, tuple(sorted(root.attrs.items())), *children)
