"""Front matter as site generators write it, and what only looks like it."""

import pytest

from postaloud.reading.document import Told
from postaloud.reading.front_matter import split_front_matter


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("title: Tea", Told(title="Tea")),
        ('title: "Tea: a \\"slow\\" drink" # comment', Told(title='Tea: a "slow" drink')),
        ("title: 'Ann''s tea'", Told(title="Ann's tea")),
        ("title: Tea # comment", Told(title="Tea")),
        ("title: Tea C#", Told(title="Tea C#")),
        ("Title: Tea", Told(title="Tea")),
        ("title:\n  Tea", Told(title="Tea")),
        ("title: Tea,\n  hot", Told(title="Tea, hot")),
        ("author: Ann Bell", Told(byline="Ann Bell")),
        ("author: [Ann Bell, 'Carr, Bo']", Told(byline="Ann Bell, Carr, Bo")),
        ("authors:\n- Ann Bell\n- Bo Carr", Told(byline="Ann Bell, Bo Carr")),
        ("authors:\n  - name: Ann Bell\n    url: /a\n  - name: Bo Carr", Told(byline="Ann Bell, Bo Carr")),
        ("author:\n  name: Ann Bell\n  url: /a", Told(byline="Ann Bell")),
        ("author: {name: Ann Bell}", Told(byline="Ann Bell")),
        ("date: 2024-05-31T08:00:00Z", Told(date="2024-05-31")),
        ('date: "31 May 2024"', Told(date="2024-05-31")),
        ("published: 2024-05-31\nupdated: 2025-01-01", Told(date="2024-05-31")),
        ("date: soon", Told()),
        ("lang: en_GB", Told(lang="en-GB")),
        ("lang: every language", Told()),
        ("description: >-\n  Two\n  lines", Told(description="Two lines")),
        ("summary: |\n  Two\n  lines", Told(description="Two lines")),
        ("# a comment\n\ntitle: Tea\ndraft: true\ntags:\n  - a\n", Told(title="Tea")),
        ("title: ~", Told()),
        ("title:", Told()),
    ],
)
def test_yaml_is_read_as_far_as_front_matter_uses_it(inner: str, told: Told) -> None:
    assert split_front_matter(f"---\n{inner}\n---\nText.") == (told, "Text.")


def test_toml_is_read_whole() -> None:
    text = '+++\ntitle = "Tea"\nauthors = ["Ann", "Bo"]\ndate = 2024-05-31T08:00:00Z\n[extra]\nx = 1\n+++\nText.'

    assert split_front_matter(text) == (Told(title="Tea", byline="Ann, Bo", date="2024-05-31"), "Text.")


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n---\ntitle: Tea\n---\n",
        "---\nA line of prose.\n---\n",
        "---\n\n---\n",
        "---\ntitle: Tea\n",
        "+++\nno toml\n+++\n",
        "",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == (Told(), text)
