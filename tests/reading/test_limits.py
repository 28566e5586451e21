"""Limits of a page, found before it is parsed."""

import pytest

from postaloud.reading.limits import broken_limit

DEEP = "a nesting depth of 512"
MANY = "1,000 attributes on one tag"


@pytest.mark.parametrize(
    ("html", "limit"),
    [
        ("<p>hello", ""),
        ("a < b " * 1000, ""),
        ("<div>" * 513, DEEP),
        ("<div>" * 512, ""),
        ("<b><i>" * 300, DEEP),
        ("<p>never closed" * 1000, ""),
        ("<ul>" + "<li>never closed" * 1000, ""),
        ("<dl>" + "<dt>never<dd>closed" * 1000, ""),
        ("<table>" + "<tr><td>never<td>closed" * 1000, ""),
        ("<p><b>never closed" * 1000, ""),
        ("<br><img>" * 1000, ""),
        ("<div></div>" * 1000, ""),
        ("<!--" + "<div>" * 1000 + "-->", ""),
        ("<!--" + "<div>" * 1000, ""),
        ("<script>" + "'<div>'" * 1000 + "</script>", ""),
        ("<title>" + "<div>" * 1000, ""),
        ("<p title='" + "<div>" * 1000 + "'>", ""),
        ("<p title=it's>" + "words and words " * 2000 + "<p title=it's>", ""),
        ("<p " + "a=1 " * 1001 + ">", MANY),
        ("<p " + "a " * 999 + ">", ""),
        ("<p title='" + "word " * 3000 + "'>", ""),
        ("<svg>" + "<path d='M0'/>" * 1000 + "</svg>", ""),
        ("<ul>" + "<li><b>never closed" * 1000, ""),
        ("<p>" + "<font color=1>never closed</p><p>" * 1000, ""),
        ("".join(f"<p><font id=a{n}>x" for n in range(600)), DEEP),
        ("".join(f"<p><font id=a{n}>x" for n in range(500)) + "<p>x" * 2000, "200,000 tags"),
        ("<table>" + "".join(f"<td><font id=a{n}>never closed" for n in range(1000)), ""),
        ("<b><div></b>" * 600, DEEP),
        ("<span><div></span>" * 600, DEEP),
        ("<div><table><td></div>" * 600, DEEP),
        ("<b><i></b></i>" * 600, ""),
        ("".join(f"<a name=a{n}>never closed " for n in range(1000)), ""),
        ("<h2>never closed" * 1000, ""),
        ("<td>no cell outside of a table" * 1000, ""),
        ("<rt>no ruby" * 600, DEEP),
        ("<svg>" + "<a>" * 600, DEEP),
        ("<svg><p>" * 1000, ""),
        ("<p>" * 200_001, "200,000 tags"),
        ("<" * 100_000, ""),
    ],
)
def test_the_limit_that_a_page_breaks_is_named(html: str, limit: str) -> None:
    assert broken_limit(html) == limit
