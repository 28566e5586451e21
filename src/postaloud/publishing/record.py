"""An episode in, `episode.json` out, and back: what stays known of an episode when the run is over.

The object has `version` 1 and these keys, in this order; a key without a value is left out, except `overrides`:

    version, guid, slug, identity       who the episode is; stored once, never changed
    title, byline, date, lang           the article; the date is that of the first narration
    address, site, description
    duration_ms, voice, synthetic_voice the sound; `synthetic_voice` is always true
    preview                             what part of the article was narrated, where it is not the whole
    enclosures                          [{name, type, size, sha256, duration_ms, chapter}]: the sound, first in the
                                        format that was named first; `chapter` for the file of a single one, where all
                                        of them fit: the playlist has all
    files                               {captions, subtitles, chapters, transcript, player, playlist}: names beside
                                        this file
    chapters                            [{start_ms, title, anchor}], where they fit; the file `chapters` has all
    losses                              {count, first}: sentences that the voice could not speak
    coverage                            {texts, left_out, lost: {count, first}}: what became of the page's texts
    made_from                           {location, source, settings, voice, script, picture, sizes}: hashes of what it
                                        was made from, and the sizes of its files
    overrides                           written by hand; kept as it is, and wins over all above

The file stays under 16 kB: long texts are cut at an ellipsis. `episode.schema.json` beside this module describes it
as a JSON Schema.
"""

import json
import math
import re
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import product

from postaloud.model.episode import Coverage, Enclosure, Episode, Identity, Origin, texts_of
from postaloud.model.recording import Chapter
from postaloud.publishing.addresses import is_id, web_address
from postaloud.publishing.plain import cut, is_visible
from postaloud.publishing.written import written

VERSION = 1
LARGEST = 16_000
"""Bytes of the whole file."""
NAMED_LOSSES = 5
MOST_REASONS = 40
_SLUG = re.compile(r"[a-z0-9-]{1,80}")
_ANCHORED, _PLAIN = ("start_ms", "title", "anchor"), ("start_ms", "title")
_NO_OVERRIDES: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Stored:
    """What an earlier narration decided, and what was overridden by hand."""

    identity: Identity
    overrides: Mapping[str, object] = field(default_factory=dict)


def to_episode_json(episode: Episode, overrides: Mapping[str, object] = _NO_OVERRIDES) -> str:
    """Return the text of `episode.json`, with the overrides as they were stored."""
    whole = tuple(each for each in episode.enclosures if not each.chapter)
    chapters: tuple[dict[str, object], ...] = (_chapters(episode, _ANCHORED), _chapters(episode, _PLAIN), {})
    for enclosures, listed in product((episode.enclosures, whole), chapters):
        values = {
            **_who(episode),
            **_article(episode),
            **_sound(replace(episode, enclosures=enclosures)),
            **listed,
            **_losses(episode),
            **_coverage(episode.coverage),
            **_origin(episode.origin),
        }
        text = written({**_without_blanks(values), "overrides": overrides})
        if len(text.encode()) < LARGEST:
            break
    return text


def with_origin(text: str, origin: Origin, coverage: Coverage | None) -> str:
    """Return the text of an `episode.json` whose episode follows from another source or other settings just as well."""
    found = json.loads(text)
    overrides = found.pop("overrides", {})
    changed = {**found, **_coverage(coverage), **_origin(origin)}
    return written({**_without_blanks(changed), "overrides": overrides})


def read_stored(text: str) -> Stored | None:
    """Return identity and overrides from the text of an `episode.json`, or None where it is no episode of ours."""
    try:
        found = json.loads(text, parse_float=_finite, parse_constant=_nothing)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or type(found.get("version")) is not int or found["version"] < VERSION:
        return None
    values = [found.get(name) for name in ("identity", "guid", "slug", "date")]
    key, guid, slug, date = (value if isinstance(value, str) else "" for value in values)
    if not (key and guid and _SLUG.fullmatch(slug)):
        return None
    overrides = found.get("overrides")
    return Stored(Identity(key, guid, slug, date), overrides if isinstance(overrides, dict) else {})


def _who(episode: Episode) -> dict[str, object]:
    identity = episode.identity
    return {"version": VERSION, "guid": identity.guid, "slug": identity.slug, "identity": identity.key}


def _article(episode: Episode) -> dict[str, object]:
    return {
        "title": cut(episode.title if is_visible(episode.title) else episode.identity.slug, 1000),
        "byline": cut(episode.byline, 500),
        "date": episode.identity.date,
        "lang": cut(episode.lang, 100),
        "address": web_address(episode.address) if len(episode.address) <= 2000 else "",
        "site": cut(episode.site, 500),
        "description": cut(episode.description, 2000),
    }


def _sound(episode: Episode) -> dict[str, object]:
    return {
        "duration_ms": episode.recording.duration_ms,
        "voice": cut(episode.voice, 300),
        "synthetic_voice": True,
        "preview": cut(episode.preview, 200),
        "enclosures": [_enclosure(enclosure) for enclosure in episode.enclosures],
        "files": texts_of(episode.identity.slug, episode.playlist),
    }


def _enclosure(enclosure: Enclosure) -> dict[str, object]:
    return {
        "name": enclosure.name,
        "type": enclosure.mime,
        "size": enclosure.size,
        "sha256": enclosure.sha256,
        "duration_ms": enclosure.duration_ms,
        **({"chapter": enclosure.chapter} if enclosure.chapter else {}),
    }


def _chapters(episode: Episode, keys: Collection[str]) -> dict[str, object]:
    return {"chapters": [_chapter(chapter, keys) for chapter in episode.recording.chapters]}


def _chapter(chapter: Chapter, keys: Collection[str]) -> dict[str, object]:
    anchor = chapter.anchor if is_id(chapter.anchor) and len(chapter.anchor) <= 200 else ""
    values = {"start_ms": chapter.start_ms, "title": cut(chapter.title, 500), "anchor": anchor}
    return _without_blanks({key: values[key] for key in keys})


def _losses(episode: Episode) -> dict[str, object]:
    lost = [cue.utterance.shown for cue in episode.recording.cues if cue.is_lost or cue.unspoken]
    first = [cut(shown, 300) for shown in lost[:NAMED_LOSSES]]
    return {"losses": {"count": len(lost), "first": first} if lost else None}


def _coverage(coverage: Coverage | None) -> dict[str, object]:
    if coverage is None:
        return {"coverage": None}
    reasons = {cut(reason, 100): count for reason, count in list(coverage.left_out.items())[:MOST_REASONS]}
    first = [cut(text, 300) for text in coverage.lost[:NAMED_LOSSES]]
    lost = {"count": len(coverage.lost), "first": first}
    return {"coverage": {"texts": coverage.texts, "left_out": reasons, "lost": lost}}


def _origin(origin: Origin | None) -> dict[str, object]:
    return {"made_from": asdict(origin) if origin else None}


def _without_blanks(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in ("", None)}


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _nothing(_: str) -> None:
    """JSON has no NaN and no Infinity."""
