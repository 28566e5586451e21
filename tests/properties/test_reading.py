"""Laws of reading: no error but ours, every visible word kept once and in order or left out with a reason."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import count, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from episodes import cues_of, episode_of
from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Skip, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.model.recording import Chapter, Recording
from postaloud.publishing import to_transcript
from postaloud.reading import list_outline, outline_of, read_article
from postaloud.scripting import Manner, Verbosity, write_script

PROSE = "Anchor words that no rule may ever drop, as they stand in a paragraph of the article that is long enough."
Html = str


def _wrapped(inner: st.SearchStrategy[Html], *names: str) -> st.SearchStrategy[Html]:
    return st.builds(lambda name, html: f"<{name}>{html}</{name.split()[0]}>", st.sampled_from(names), inner)


def _many(inner: st.SearchStrategy[Html], most: int = 4) -> st.SearchStrategy[Html]:
    return st.lists(inner, min_size=1, max_size=most).map("".join)


WORD = st.just(" WORD ")
MATHS = "<math><mi> WORD </mi><mo>=</mo><msup><mi> WORD </mi><mn>2</mn></msup></math>"
FILM = "<video title='a film' src=f.mp4></video>"
NOTE = "<section class=footnotes><p id=fnx> WORD <a href='#fnrefx'>↩</a></p></section>"
INLINE = st.recursive(
    WORD,
    lambda inner: _wrapped(
        _many(inner, 3), "b", "em", "a href='/x'", "a href='#x'", "span", "code", "sub", "del", "span lang=fr",
        "time datetime=2020-01-01", "abbr title=x", "q", "small class=share", "mark",
        "kbd", "ins", "cite", "dfn title=x", "ruby", "span xml:lang=de", "span class=dropcap",
        "span role=img aria-label=x",
    ) | st.just("<br>") | st.just("<br><br>") | st.just("<img alt='a view' src=v.jpg>")
    | st.sampled_from((MATHS, "\\( WORD \\)", FILM, "<br>- WORD <br>- WORD ")),
    max_leaves=6,
)  # fmt: skip
TEXT = _many(INLINE)
HIDDEN = _wrapped(TEXT, "div hidden", "p style='display:none'", "script", "style", "template", "noscript").map(
    lambda html: html.replace("WORD", "unseen")
)
LEAF = (
    _wrapped(TEXT, "p", "h1", "h2", "h3", "h5", "pre", "p class=meta", "div class='share-buttons'", "summary", "li")
    | HIDDEN
    | TEXT
    | st.sampled_from(
        ("<hr>", "<p>* * *</p>", "<figure><img src=x.png alt='a b'><figcaption> WORD </figcaption></figure>")
    )
)


def _containers(inner: st.SearchStrategy[Html]) -> st.SearchStrategy[Html]:
    # An item in a hidden one would close it and be seen (HTML standard, 13.2.6.4.7), so hidden ones hold words only.
    items = _many(_wrapped(inner, "li", "li value=7") | _wrapped(TEXT, "li hidden").map(_unseen_where_hidden))
    rows = _many(_wrapped(_many(_wrapped(TEXT, "td", "th", "td rowspan=2", "td colspan=3")), "tr"))
    terms = _many(st.tuples(_wrapped(TEXT, "dt"), _wrapped(inner, "dd")).map("".join))
    return (
        _wrapped(_many(inner), "div", "section", "article", "blockquote", "main", "header", "footer", "aside", "nav",
                 "div class=comments", "div class='post-share-wrapper'", "details", "form", "div role=dialog")
        | _wrapped(_many(_wrapped(TEXT, "div role=listitem")), "div role=list")
        | _wrapped(items, "ul", "ol", "ol reversed", "ol type=a start=4", "menu")
        | _wrapped(rows, "table")
        | _wrapped(terms, "dl")
    )  # fmt: skip


def _unseen_where_hidden(html: Html) -> Html:
    return html.replace("WORD", "unseen") if html.startswith("<li hidden") else html


BODY = _many(st.recursive(LEAF, _containers, max_leaves=12), 6)


def _numbered(html: Html) -> tuple[Html, list[str]]:
    """Give each visible word its own name, so that it can be found again."""
    numbers = iter(range(html.count("WORD")))
    named = re.sub("WORD", lambda _: f"w{next(numbers)}w", html)
    return named, re.findall(r"w\d+w", named)


def _read(html: Html) -> Article:
    return read_article(Page("page.html", f"<!doctype html><title>t</title><body>{html}".encode()))


def _kept(article: Article) -> list[str]:
    texts = [text_of_blocks(article.lead)]
    for section in article.sections:
        texts += [text_of(section.heading), text_of_blocks(section.blocks)]
    return _words(" ".join(texts))


def _left(skips: tuple[Skip, ...]) -> list[str]:
    return _words(" ".join(skip.text for skip in skips))


def _words(text: str) -> list[str]:
    return re.findall(r"w\d+w", text)


@given(BODY)
@settings(max_examples=300, deadline=None)
def test_every_visible_word_is_kept_once_and_in_order_or_left_out_with_a_reason(html: Html) -> None:
    named, words = _numbered(html + NOTE)

    article = _read(f"<p>{PROSE}<sup><a href='#fnx'>1</a></sup></p>{named}")

    kept, left = _kept(article), _left(article.skips)
    assert [_words(text_of_blocks(note.blocks)) for note in article.notes] == [words[-1:]]
    assert PROSE in text_of_blocks(article.lead)
    title = re.findall(r"w\d+w", article.title)
    assert not Counter(kept + left) - Counter(words[:-1])
    assert set(words[:-1]) <= {*kept, *left, *title}
    assert kept == sorted(kept, key=words.index)
    assert all(skip.reason for skip in article.skips)
    assert "unseen" not in text_of_blocks(article.lead) + article.title


@given(BODY)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same_article(html: Html) -> None:
    named, _ = _numbered(html)

    assert _read(f"<p>{PROSE}</p>{named}") == _read(f"<p>{PROSE}</p>{named}")


@given(BODY)
@settings(max_examples=60, deadline=None)
def test_reading_our_own_transcript_gives_the_same_blocks(html: Html) -> None:
    named, _ = _numbered(html.replace(FILM, ""))  # of a recording, a transcript only keeps the title
    numbers = count()
    article = _read(f"<p>{PROSE}</p>{re.sub('a view', lambda _: f'view {next(numbers)}', named)}")

    again = read_article(Page("transcript.html", _transcript(article).encode()))

    assert _shape(again) == _shape(article)
    assert again.title == article.title


def _transcript(article: Article) -> str:
    script = write_script(article, Manner(Verbosity.FULL))
    cues = cues_of(script)
    recording = Recording(cues[-1].end_ms, (Chapter(0, cues[-1].end_ms, article.title),), cues)
    return to_transcript(
        replace(episode_of(), title=article.title, lang=script.lang, script=script, recording=recording)
    )


def _shape(article: Article) -> list[tuple[str, ...]]:
    """Return the outline as kinds, numbers and words; what has no words has no place in a transcript."""
    blocks = outline_of(article)["blocks"]
    assert isinstance(blocks, list)
    shapes = ((_kind(entry), str(entry.get("ordinal", entry.get("level", ""))), _bare(entry)) for entry in blocks)
    spoken = [shape for shape in shapes if re.search(r"[^\W_]", shape[2]) or shape[0] == "break"]
    return [
        shape for before, shape in pairwise([("", "", ""), *spoken]) if shape[0] != "image" or shape[2] != before[2]
    ]


def _kind(entry: Mapping[str, object]) -> str:
    """A caption of nothing that shows is a paragraph to whoever reads it again."""
    return "p" if entry["type"] == "caption" else str(entry["type"])


def _bare(entry: Mapping[str, object]) -> str:
    said = entry.get("text") or entry.get("alt") or " | ".join(map(str, entry.get("cells") or ()))  # type: ignore[call-overload]
    return "".join(unicodedata.normalize("NFKC", re.sub(r"[“”]|\\[()]", "", str(said))).split())


@given(st.text() | st.from_regex(r"(<[/!?]?[a-z]{1,3}[ a-z='\"<>]{0,9}>?|[a-z&;# ]{0,9}){0,40}"))
@settings(max_examples=300, deadline=None)
def test_no_text_at_all_raises_another_error_than_ours(text: str) -> None:
    article, said = _answer(text.encode("utf-8", "replace"))

    assert said.startswith("page.html ") == (article is None)
    if article is not None:
        assert outline_of(article)["blocks"]
        assert all(line.isprintable() for line in list_outline(article))


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_bytes_at_all_raise_another_error_than_ours(body: bytes) -> None:
    article, said = _answer(body)

    assert said.endswith(".") == (article is None)


def _answer(body: bytes) -> tuple[Article | None, str]:
    try:
        return read_article(Page("page.html", body)), ""
    except NothingToRead as error:
        return None, str(error)
