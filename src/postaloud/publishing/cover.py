"""A title or a picture in, a cover as JPEG out: a small one for a sound file, a large one for a show."""

import hashlib
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from postaloud.publishing.lettering import drawable, initials, set_title, shortened

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

SIDE = 600
"""Pixels of the longer side: larger pictures make players slow to open a file."""
LARGEST = 60_000
"""Bytes."""
_MARGIN = 54
_SITE_SIZE = 26
_QUALITIES = (86, 78, 68, 55, 40, 25)
_MOST_PIXELS = 40_000_000
_FINER = 2
"""Shapes are drawn this much larger and then reduced, which smooths their edges."""
_ARTWORK_SCALE = 5
"""A show's cover has 3,000 pixels; Apple wants 1,400 to 3,000."""
_SMALLEST_ARTWORK = 1400


@dataclass(frozen=True, slots=True)
class _Scheme:
    """Four colours that go together; ink on ground has a contrast of at least 7 to 1."""

    ground: str
    shape: str
    accent: str
    ink: str


_SCHEMES = (
    _Scheme("#27413b", "#365750", "#dcb06c", "#f6f0e3"),
    _Scheme("#22344b", "#314863", "#e2a07c", "#f4efe5"),
    _Scheme("#f1e6d8", "#e7d7c3", "#9d4529", "#3a2921"),
    _Scheme("#412f49", "#55405e", "#e0b09c", "#f6eee9"),
    _Scheme("#e4ebe7", "#d0ddd7", "#1f665c", "#1f302b"),
    _Scheme("#5a2f2a", "#713f38", "#e6b566", "#f8efe4"),
)


def cover_for(picture: bytes, title: str, site: str) -> bytes:
    """Return the picture as a cover, or where it is none that can be read (empty, say) one made from the title."""
    return (fit_cover(picture) if picture else None) or to_cover(title, site)


def picture_for(picture: bytes) -> bytes:
    """Return a picture as a JPEG of at most 600 pixels and 60 kB, or nothing where it is none that can be read."""
    return fit_cover(picture) or b""


def to_cover(title: str, site: str) -> bytes:
    """Return a JPEG of 600 pixels square with title and site, or with a pattern where the font lacks their letters."""
    return _under_limit(_drawn(title, site, _FINER).reduce(_FINER), _QUALITIES)


def artwork_for(picture: bytes, title: str, author: str) -> bytes:
    """Return a show's cover as Apple wants it: square, 1,400 to 3,000 pixels, made from the title without a picture."""
    if picture and (fitted := _squared(picture)) is not None:
        return _jpeg(fitted, _QUALITIES[0])
    return _jpeg(_drawn(title, author, _ARTWORK_SCALE), _QUALITIES[1])


def _drawn(title: str, site: str, scale: int) -> "Image.Image":
    """Return the cover of a title, larger than 600 pixels by `scale`."""
    from PIL import Image, ImageDraw

    seed = hashlib.sha256(title.encode(errors="replace")).digest()
    scheme = _SCHEMES[seed[0] % len(_SCHEMES)]
    words = drawable(title[:300], _draws)
    cover = Image.new("RGB", (SIDE * scale, SIDE * scale), scheme.ground)
    pen = _Pen(ImageDraw.Draw(cover), scheme, scale)
    _draw_rings(pen, seed, SIDE // 6 if words else SIDE // 2)
    if words:
        _draw_title(pen, words, drawable(site[:200], _draws))
    else:
        _draw_initials(pen, initials(title, _draws))
    return cover


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws on a sheet that is larger than 600 pixels by `scale`; places and sizes are those of the small one."""

    draw: "ImageDraw.ImageDraw"
    scheme: _Scheme
    scale: int

    def circle(self, place: tuple[int, int, int], *, fill: str = "", outline: str = "", width: int = 0) -> None:
        x, y, radius = (value * self.scale for value in place)
        box = (x - radius, y - radius, x + radius, y + radius)
        self.draw.ellipse(box, fill=fill or None, outline=outline or None, width=width * self.scale)

    def write(self, place: tuple[int, int], text: str, size: int, *, fill: str, anchor: str = "la") -> None:
        x, y = (value * self.scale for value in place)
        self.draw.text((x, y), text, fill=fill, font=_font(size * self.scale), anchor=anchor)


def _draw_rings(pen: _Pen, seed: bytes, y: int) -> None:
    """Draw rings as sound spreads, around a point that the title decides."""
    x = SIDE // 2 if y == SIDE // 2 else SIDE * 5 // 8 + seed[1] % (SIDE // 5)
    step = 26 + seed[2] % 12
    for ring in range(12, 0, -1):
        width = 2 + (seed[3 + ring] % 4) * 3
        pen.circle((x, y, step * ring + step // 2), outline=pen.scheme.shape, width=width)
    pen.circle((x, y, step), fill=pen.scheme.accent)


def _draw_title(pen: _Pen, title: str, site: str) -> None:
    width = SIDE - 2 * _MARGIN
    setting = set_title(title, width, SIDE * 3 // 5 - _SITE_SIZE, _measure)
    top = SIDE - _MARGIN - setting.height - (_SITE_SIZE * 2 if site else 0)
    for row, line in enumerate(setting.lines):
        pen.write((_MARGIN, top + row * setting.leading), line, setting.size, fill=pen.scheme.ink)
    if site:
        line = shortened(site, width, _SITE_SIZE, _measure)
        pen.write((_MARGIN, SIDE - _MARGIN), line, _SITE_SIZE, fill=pen.scheme.accent, anchor="ls")


def _draw_initials(pen: _Pen, letters: str) -> None:
    if letters:
        middle = SIDE // 2
        pen.circle((middle, middle, SIDE // 4), fill=pen.scheme.ground)
        pen.write((middle, middle), letters, 150, fill=pen.scheme.ink, anchor="mm")


@cache
def _font(size: int) -> "ImageFont.FreeTypeFont | ImageFont.ImageFont":
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _measure(text: str, size: int) -> float:
    return _font(size).getlength(text)


@cache
def _draws(character: str) -> bool:
    """Tell whether the font has the character: one that it lacks is drawn like a character that does not exist."""
    font = _font(32)
    return bytes(font.getmask(character)) != bytes(font.getmask("\U0010fffe"))


def fit_cover(picture: bytes) -> bytes | None:
    """Return a JPEG of at most 600 pixels and 60 kB from a JPEG, PNG, WebP or GIF, or None where it is none of them."""
    small = _opened(picture, SIDE)
    return None if small is None else _under_limit(small, _QUALITIES)


def _squared(picture: bytes) -> "Image.Image | None":
    """Return the picture on a square sheet in the size of a show's cover."""
    from PIL import ImageOps

    opened = _opened(picture, SIDE * _ARTWORK_SCALE)
    if opened is None:
        return None
    side = max(*opened.size, _SMALLEST_ARTWORK)
    return ImageOps.pad(opened, (side, side), color="white")


def _opened(picture: bytes, side: int) -> "Image.Image | None":
    """Return the picture upright, on white and within the side, or None where it cannot be opened or is too large."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _within(picture, side)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None  # Pillow raises each of these for one kind of broken picture or another


def _within(picture: bytes, side: int) -> "Image.Image | None":
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP", "GIF")) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            return None
        opened.draft("RGB", (side, side))
        opened.thumbnail((side, side))
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright)
    return paper


def _under_limit(image: "Image.Image", qualities: Sequence[int]) -> bytes:
    tries = (_jpeg(image, quality) for quality in qualities)
    return next((found for found in tries if len(found) <= LARGEST), None) or _under_limit(image.reduce(2), qualities)


def _jpeg(image: "Image.Image", quality: int) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
