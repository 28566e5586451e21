"""`postaloud init`: a commented configuration for a new show."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from postaloud.cli.printing import progress, result
from postaloud.config import FILE_NAME, parse_show
from postaloud.errors import UsageError

QUESTIONS = {
    "title": "What is the podcast called?",
    "author": "Who speaks in it, or who writes?",
    "email": "Which e-mail address do directories write to? It will be public; leave it empty for none.",
    "description": "What is it about, in a sentence or two?",
    "base_url": "Where will the folder of episodes be on the web, as https://example.org/podcast/? Empty for later.",
}
_TEMPLATE = """\
# How postaloud speaks and publishes. Paths start at this file; a line behind # is off.

[show]
title = {title}
author = {author}
email = {email}
description = {description}
# The language of the show, and of pages that name none.
language = {language}
# Where the folder of episodes will be found on the web. The feed will be at base_url + "feed.xml".
base_url = {base_url}
{guid}
# Apple's categories, a subcategory behind a slash.
categories = ["Society & Culture/Personal Journals"]
explicit = false
# copyright = "2024 Your Name"
# license = "cc-by-4.0"
# A square picture of 1400 to 3000 pixels; without one, a cover is drawn from the title.
# cover = "cover.png"
# Whether the feed says that a synthetic voice speaks.
synthetic_voice = true

[narrate]
# What every option of `postaloud narrate` is where it is not given, for example:
# voice = "en-gb"
# rate = 175
# verbosity = "guided"
# output = "output"
# author = "Your Name"

[sound]
# Music in front of the words and behind them, as WAV files of at most two minutes.
# intro = "intro.wav"
# outro = "outro.wav"
"""

Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The show's title. With any option nothing is asked.")]
Author = Annotated[str | None, typer.Option(metavar="TEXT", help="Who speaks or writes.")]
Email = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A public address for directories.")]
Description = Annotated[str | None, typer.Option(metavar="TEXT", help="What the show is about.")]
BaseUrl = Annotated[str | None, typer.Option(metavar="URL", help="Where the episodes will be on the web.")]
Language = Annotated[str, typer.Option(metavar="TAG", help="The show's language.")]


def init(
    title: Title = None,
    author: Author = None,
    email: Email = None,
    description: Description = None,
    base_url: BaseUrl = None,
    language: Language = "en",
) -> None:
    """Write a commented postaloud.toml here, by asking five questions."""
    path = Path.cwd() / FILE_NAME
    if path.exists():
        raise UsageError(f"There is a {FILE_NAME} here already: edit it, or move it away first.")
    given = {"title": title, "author": author, "email": email, "description": description, "base_url": base_url}
    is_asking = all(answer is None for answer in given.values())
    answers = {name: _asked(name) if is_asking else answer or "" for name, answer in given.items()}
    text = to_config({**answers, "title": answers["title"] or "Articles, read aloud", "language": language}, path)
    path.write_text(text, encoding="utf-8", newline="\n")
    result(f"Wrote {path}.")
    result("Next: postaloud narrate SOURCE, then postaloud publish.")


def _asked(name: str) -> str:
    progress(QUESTIONS[name])
    line = sys.stdin.readline()
    if not line:
        raise UsageError(f"There was no answer about the {name}: answer the questions, or give the options of init.")
    return line.strip()


def to_config(answers: dict[str, str], path: Path) -> str:
    """Return a configuration's text; raises `UsageError` where an answer cannot stand in it."""
    import json

    from postaloud.publishing import podcast_guid
    from postaloud.publishing.plain import one_line

    quoted = {name: json.dumps(one_line(answer), ensure_ascii=False) for name, answer in answers.items()}
    show = parse_show(_TEMPLATE.format(**quoted, guid=""), path)
    guid = f'guid = "{podcast_guid(show.base_url)}"' if show.base_url else '# guid = ""'
    comment = "# The show's own number: it stays when the address changes."
    return _TEMPLATE.format(**quoted, guid=f"{comment}\n{guid}")
