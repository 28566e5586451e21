"""What one narration is asked to do, and the values that its few-valued settings have."""

import re
from dataclasses import dataclass
from pathlib import Path

from postaloud.errors import UsageError
from postaloud.model.preset import FORMATS, PRESETS, QUALITIES

ROLES = ("narrator", "title", "heading", "announcement", "marker", "label", "image", "media", "quote", "code")
"""Who may have a voice of its own; the roles of a script, which would take long to load for every command."""
CHOICES = {
    "verbosity": ("plain", "guided", "full"),
    "extractor": ("auto", "vote", "none"),
    "images": ("announce", "skip"),
    "links": ("announce", "text"),
    "code": ("read", "announce", "skip"),
    "footnotes": ("end", "inline", "skip"),
    "tables": ("rows", "columns", "summary"),
    "quality": QUALITIES,
    "preset": tuple(PRESETS),
    "split": ("chapters",),
}
"""The values of the settings that have only a few."""
_LENGTH = re.compile(r"(?:(?P<minutes>\d{1,4})m)?(?:(?P<seconds>\d{1,5}(?:\.\d{1,3})?)s?)?")
QUIETEST_LUFS, LOUDEST_LUFS = -31, -13
"""Outside lies what no platform asks for, and louder speech would be held down all the time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one narration is asked to do; empty texts leave the choice to the page or to the defaults."""

    engine: str = "espeak"
    voice: str = ""
    rate_wpm: int = 175
    """Words a minute."""
    pitch_percent: int = 100
    """Of the voice's own pitch."""
    volume_percent: int = 100
    """Of the voice's own loudness."""
    loudness_lufs: float = -19.0
    """What voices are brought to; a mono file at -19 sounds as loud as a stereo one at -16."""
    cast: tuple[tuple[str, str], ...] = ()
    """Roles that have a voice of their own, and its name."""
    library: str = ""
    """The file of another libespeak-ng; empty for the bundled one."""
    catalogue: str = ""
    """The address of the catalogue that neural voices are installed from; empty for Piper's own."""
    verbosity: str = "guided"
    """How much of the structure is said: "plain", "guided" or "full"."""
    images: str = ""
    """"announce" or "skip"; this and the next ones leave the choice to the verbosity where they are empty."""
    links: str = ""
    """"announce" or "text"."""
    code: str = ""
    """"read", "announce" or "skip"."""
    footnotes: str = ""
    """"end", "inline" or "skip"."""
    tables: str = ""
    """"rows", "columns" or "summary"."""
    earcons: bool = True
    """Whether short sounds accompany the announcements."""
    extractor: str = "auto"
    """How a page's content is chosen: "auto", "vote" or "none"."""
    lang: str = ""
    """A BCP 47 tag that wins over the page's own."""
    default_lang: str = ""
    """A BCP 47 tag for pages that name no language."""
    title: str = ""
    author: str = ""
    date: str = ""
    """The day of publication, YYYY-MM-DD."""
    album: str = ""
    """The show's title; empty for the page's site."""
    sections: str = ""
    """The sections to speak, as "2-3,5"; empty for the whole article."""
    select: str = ""
    """A CSS selector of what is read; empty to let the page decide."""
    skip: str = ""
    """A CSS selector of what is not read."""
    entries: str = ""
    """The entries of a feed to read, as "1-5,8"; empty for all."""
    allow_private: bool = False
    """Whether web addresses of private networks may be fetched."""
    sample_ms: int = 0
    """Speak no longer than this; 0 for the whole article."""
    jobs: int = 0
    """Processes at the same time; 0 for one a core."""
    cache: Path | None = None
    """The folder of takes, or None to keep none."""
    cache_limit_mb: int = 0
    """Megabytes that the cache may have after a run; 0 for no limit."""
    lexicons: tuple[Path, ...] = ()
    """Files of pronunciations (PLS 1.0); where several speak of a word, the first wins."""
    format: str = ""
    """The formats of the sound, as "mp3,opus"; empty for those of the preset."""
    quality: str = ""
    """"small", "standard" or "better"; empty for that of the preset."""
    preset: str = ""
    """What the sound is made for: "podcast", "acx" or "archive"."""
    split: str = ""
    """"chapters" for a file of each chapter too."""
    intro: Path | None = None
    """Music in front of the words, a WAV file."""
    outro: Path | None = None
    """Music behind the words, a WAV file."""
    output: Path = Path("output")
    """Where the episodes go."""
    base: Path | None = None
    """The folder from which an article's path identifies it; None for the working folder."""


def formats_in(text: str) -> tuple[str, ...]:
    """Return the formats of a list such as "mp3,opus"; raises `UsageError` for one that does not exist."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            raise UsageError(f'There is no format "{name}": the formats are {", ".join(FORMATS)}.')
    if text and not names:
        raise UsageError(f'"{text}" names no format: the formats are {", ".join(FORMATS)}.')
    return names


def length_ms(text: str) -> int:
    """Return the milliseconds of a length such as "60s", "2m" or "1m30s"; 0 where it is none."""
    found = _LENGTH.fullmatch(text.strip())
    return round((float(found["minutes"] or 0) * 60 + float(found["seconds"] or 0)) * 1000) if found else 0
