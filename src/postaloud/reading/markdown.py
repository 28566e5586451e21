"""A Markdown text goes in, a document comes out: CommonMark with tables, footnotes, definitions, tasks and maths."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from postaloud.model.article import Skip
from postaloud.reading.document import Document, Kind
from postaloud.reading.front_matter import split_front_matter
from postaloud.reading.titles import normal

_CONTENTS = re.compile(r"\[\[?_?toc_?\]?\]|\{:toc\}", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*(?:[#.][\w-]+[ \t]*)+\}[ \t]*$|[ \t]+#+[ \t]*$", re.MULTILINE)
_TEMPLATE = re.compile(r"\{%.*?%\}|\{\{[<%].*?[%>]\}\}")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_ALERT = re.compile(r"\[!(note|tip|important|warning|caution)\][ \t]*", re.IGNORECASE)
_MATHS = re.compile(
    r"\$\$(?P<display>[^$]{1,4000})\$\$|\$(?![\s$])(?P<inline>(?:\\.|[^$\\\n]){1,400})(?<!\s)\$(?!\d)"
    r"|(?P<as_is>\\\((?:(?!\\\)).){1,400}\\\)|\\\[(?:(?!\\\]).){1,4000}\\\])",
    re.DOTALL,
)
_DEEPEST = 6


def read_markdown(text: str) -> Document:
    """Return a document as HTML; its first heading of level 1 is its title where the front matter names none."""
    told, body = split_front_matter(text)
    parser = _parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(body, env)
    skips = [*_uncalled(env), *_left_out(tokens)]
    _make_room_for(told.title, tokens)
    return Document(parser.renderer.render(tokens, parser.options, {}), Kind.MARKDOWN, told, tuple(skips))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
    parser.inline.ruler.before("escape", "maths", _read_maths)
    parser.core.ruler.before("inline", "attributes", _strip_attributes)
    parser.core.ruler.before("footnote_tail", "notes", _remember_notes)
    parser.add_render_rule("footnote_block_open", _open_footnotes)
    return parser


def _read_maths(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - every rule is called so
    """Keep TeX as it is, between the delimiters by which it is known in HTML; prices in dollars are none."""
    found = _MATHS.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        inner = rf"\({found['inline']}\)" if found["inline"] else rf"\[{found['display']}\]"
        state.push("text", "", 0).content = found["as_is"] or inner
    state.pos = found.end()
    return True


def _open_footnotes(*_: object) -> str:
    """Open the list of footnotes without the rule that the plug-in draws above it."""
    return '<section class="footnotes"><ol class="footnotes-list">\n'


def _strip_attributes(state: StateCore) -> None:
    """Take identifiers and classes (`{#top .wide}`) off headings, and alerts' names out of their brackets."""
    for before, token in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "inline" and before.type == "heading_open":
            token.content = _ATTRIBUTES.sub("", token.content)
        elif token.type == "inline" and token.level > 1:
            token.content = _ALERT.sub(lambda found: f"**{found[1].capitalize()}:** ", token.content, count=1)


def _remember_notes(state: StateCore) -> None:
    """Keep the texts of all footnotes, since the plug-in forgets those that are never called, or written again."""
    notes: list[tuple[str, str]] = state.env.setdefault("notes", [])
    label = ""
    for token in state.tokens:
        if token.type in ("footnote_reference_open", "footnote_reference_close"):
            label = str(token.meta.get("label", ""))
            notes += [(label, "")] if label else []
        elif label and token.content:
            notes[-1] = (label, f"{notes[-1][1]} {token.content}")


def _uncalled(env: Mapping[str, Any]) -> Iterator[Skip]:
    called = env.get("footnotes", {}).get("refs", {})
    notes: Sequence[tuple[str, str]] = env.get("notes", ())
    last = {label: text for label, text in notes if called.get(f":{label}", -1) >= 0}
    for label, text in notes:
        if last.get(label) != text:
            yield Skip(" ".join(text.split()), "footnote without a call")


def _left_out(tokens: Sequence[Token]) -> Iterator[Skip]:
    """Leave out what speaks to a site generator: the place of the contents, template code."""
    for token in tokens:
        if token.type == "inline" and _CONTENTS.fullmatch(token.content.strip()):
            yield Skip(token.content.strip(), "contents")
            token.children = []
        for child in token.children or ():
            if child.type == "text":
                yield from (Skip(found, "template code") for found in _TEMPLATE.findall(child.content))
                child.content = _WIKI_LINK.sub(r"\1", _TEMPLATE.sub("", child.content))


def _make_room_for(title: str, tokens: Sequence[Token]) -> None:
    """Move all headings a level down where some besides the title stand at level 1."""
    headings = list(_headings(tokens))
    firsts = [normal(text) for opening, _, text in headings if opening.tag == "h1"]
    named = normal(title) if title else (firsts[0] if firsts else "")
    if all(text == named for text in firsts):
        return
    is_found = False
    for opening, closing, text in headings:
        if opening.tag == "h1" and normal(text) == named and not is_found:
            is_found = True
        else:
            opening.tag = closing.tag = f"h{min(_DEEPEST, int(opening.tag[1]) + 1)}"


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, str]]:
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            inner = tokens[at + 1].children or ()
            yield token, tokens[at + 2], "".join(child.content for child in inner if child.type != "html_inline")
