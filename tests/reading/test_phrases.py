"""Typical words beside articles, a row for each kind."""

import pytest

from postaloud.reading.naming import rules_for
from postaloud.reading.phrases import is_byline, reason_of_phrase


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Skip to main content", "control"),
        ("Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("Share this:", "share"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter Email", "share"),
        ("Tweet", "share"),
        ("7 min read", "reading time"),
        ("Reading time: 4 minutes", "reading time"),
        ("2 Comments", "comments"),
        ("Leave a Reply", "comments"),
        ("You may also like", "related"),
        ("Related posts", "related"),
        ("More from this author", "related"),
        ("Subscribe to our newsletter", "newsletter"),
        ("Never miss a post", "newsletter"),
        ("Filed Under: Bread", "tags"),
        ("About the author", "author box"),
        ("October 18, 2023", "date"),
        ("Published on 18 October 2023 at 10:30 am", "date"),
        ("Updated: Oct. 3, 2024", "date"),
        ("3 days ago", "date"),
        ("Back to top", "control"),
        ("Read more »", "control"),
        ("Next post", "control"),
        ("Table of contents", "contents"),
        ("Home > Blog > Bread", "breadcrumbs"),
        ("© 2024 A Bakery", "site footer"),
        ("x", ""),
        ("Share of wheat in bread", ""),
        ("Related work", ""),
        ("Recommended dosage", ""),
        ("Comments on the text", ""),
        ("October 18, 2023 was a Wednesday", ""),
        ("Home", ""),
        ("Next we bake", ""),
        ("Tags are useful", ""),
        ("7 minutes later it rose", ""),
    ],
)
def test_whole_texts_have_a_reason(text: str, reason: str) -> None:
    assert reason_of_phrase(text) == reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ada Miller", True),
        ("Written by Ada Miller", True),
        ("by Ada Miller", True),
        ("Von Ada Müller", True),
        ("By the river we sat", False),
        ("By Monday it had risen. We ate it.", False),
        ("Bye", False),
    ],
)
def test_bylines_are_told_from_sentences(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_byline(text) is expected


@pytest.mark.parametrize(
    ("names", "reasons"),
    [
        ("share-buttons", ["share"]),
        ("c-share", ["share"]),
        ("wp-block-related", ["related"]),
        ("no-comments has-sidebar", []),
        ("bookshare", []),
        ("header-image", []),
        ("comment-list", ["comments"]),
        ("commentary", []),
        ("shadow", []),
        ("post-ads", ["advertisement"]),
        ("metadata", ["byline"]),
        ("metal", []),
    ],
)
def test_names_call_up_rules(names: str, reasons: list[str]) -> None:
    assert [rule.reason for rule in rules_for(names)] == reasons
