"""What a sound file says of itself, and what each of its chapters does, in any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from postaloud.model.recording import Chapter

ISO_639_2 = {
    "af": "afr", "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu",
    "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra",
    "ga": "gle", "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl",
    "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "la": "lat", "lt": "lit", "lv": "lav", "mk": "mkd",
    "ms": "msa", "mt": "mlt", "nb": "nob", "nl": "nld", "nn": "nno", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel",
    "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tags:
    """What a sound file says of itself; empty texts are left out."""

    title: str
    artist: str = ""
    album: str = ""
    date: str = ""
    """ISO 8601, of which a tag keeps the day."""
    lang: str = ""
    comment: str = ""
    """The address of the article."""
    cover: bytes = b""
    """A JPEG picture of at most 600 pixels and 60 kB."""
    description: str = ""
    voice: str = ""
    """Engine and voice: the note that the voice is synthetic names them."""
    track: tuple[int, int] = (0, 0)
    """Which file of how many it is, from 1; zeros for the only one."""
    links: Mapping[int, str] = field(default_factory=dict)
    """Where chapters can be read, by their numbers."""
    pictures: Mapping[int, bytes] = field(default_factory=dict)
    """The pictures of chapters, as the cover is, by their numbers."""

    @property
    def language(self) -> str:
        """The language by its three letters (ISO 639-2), "und" where it has none."""
        return ISO_639_2.get(self.lang.split("-")[0].lower(), "und")

    @property
    def voice_note(self) -> str:
        """The disclosure of the synthetic voice."""
        return f"A synthetic voice speaks: {self.voice}." if self.voice else ""

    def link(self, chapter: Chapter) -> str:
        """Return where a chapter can be read, or ""."""
        return self.links.get(chapter.number, "")

    def picture(self, chapter: Chapter) -> bytes:
        """Return the picture of a chapter, or nothing."""
        return self.pictures.get(chapter.number, b"")


def cut(text: str, octets: int) -> bytes:
    """Return the text in UTF-8, cut at a character where it has more bytes."""
    return text.encode("utf-8", "replace")[:octets].decode("utf-8", "ignore").encode()
