"""An article and its script in, what a listener would miss out: findings for its author, by a table of rules."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from postaloud.model.article import Article
from postaloud.model.script import Script
from postaloud.scripting import check_rules as rules
from postaloud.scripting import check_words as words


class Severity(StrEnum):
    """How much a listener misses: a note is for the record only."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the author may want to change."""

    id: str
    """Stays the same for ever, so that scripts can rely on it."""
    severity: Severity
    text: str
    """One sentence: what it is, and what would help."""
    anchor: str = ""


class _Rule(NamedTuple):
    id: str
    severity: Severity
    find: Callable[[rules.Draft], rules.Found]


def check(article: Article, script: Script) -> tuple[Finding, ...]:
    """Return all findings; the script must be that of the whole article."""
    draft = rules.Draft(article, script, tuple(rules.blocks_of(article)))
    return tuple(Finding(rule.id, rule.severity, text, anchor) for rule in RULES for text, anchor in rule.find(draft))


RULES: tuple[_Rule, ...] = (
    _Rule("cov-001", Severity.ERROR, rules.lost_texts),
    _Rule("cov-002", Severity.ERROR, rules.unsaid_texts),
    _Rule("img-001", Severity.ERROR, rules.undescribed_pictures),
    _Rule("img-002", Severity.ERROR, rules.file_names),
    _Rule("img-003", Severity.WARNING, rules.long_alts),
    _Rule("doc-001", Severity.ERROR, rules.missing_title),
    _Rule("doc-002", Severity.WARNING, rules.missing_language),
    _Rule("head-001", Severity.WARNING, rules.skipped_levels),
    _Rule("head-002", Severity.WARNING, rules.missing_headings),
    _Rule("link-001", Severity.WARNING, words.vague_links),
    _Rule("link-002", Severity.WARNING, words.bare_links),
    _Rule("addr-001", Severity.WARNING, words.bare_addresses),
    _Rule("abbr-001", Severity.WARNING, words.unexplained_abbreviations),
    _Rule("tab-001", Severity.WARNING, rules.tables_without_headers),
    _Rule("skip-001", Severity.NOTE, rules.left_out_texts),
)
"""Ids are never given anew; a rule that goes leaves a gap."""
