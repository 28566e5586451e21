"""A title or a picture in, a small JPEG for the cover of a sound file out."""

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


def to_cover(title: str, site: str) -> bytes:
    """Return a JPEG of 600 pixels square with title and site, or with a pattern where the font lacks their letters."""
    from PIL import Image, ImageDraw

    seed = hashlib.sha256(title.encode(errors="replace")).digest()
    scheme = _SCHEMES[seed[0] % len(_SCHEMES)]
    words = drawable(title[:300], _draws)
    fine = Image.new("RGB", (SIDE * _FINER, SIDE * _FINER), scheme.ground)
    _draw_rings(ImageDraw.Draw(fine), scheme, seed, SIDE // 6 if words else SIDE // 2)
    cover = fine.reduce(_FINER)
    draw = ImageDraw.Draw(cover)
    if words:
        _draw_title(draw, scheme, words, drawable(site[:200], _draws))
    else:
        _draw_initials(draw, scheme, initials(title, _draws))
    return _under_limit(cover, _QUALITIES)


def _draw_rings(draw: "ImageDraw.ImageDraw", scheme: _Scheme, seed: bytes, y: int) -> None:
    """Draw rings as sound spreads, around a point that the title decides."""
    x = SIDE // 2 if y == SIDE // 2 else SIDE * 5 // 8 + seed[1] % (SIDE // 5)
    step = 26 + seed[2] % 12
    for ring in range(12, 0, -1):
        width = 2 + (seed[3 + ring] % 4) * 3
        _draw_circle(draw, (x, y, step * ring + step // 2), outline=scheme.shape, width=width * _FINER)
    _draw_circle(draw, (x, y, step), fill=scheme.accent)


def _draw_circle(
    draw: "ImageDraw.ImageDraw", place: tuple[int, int, int], *, fill: str = "", outline: str = "", width: int = 0
) -> None:
    x, y, radius = (value * _FINER for value in place)
    box = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(box, fill=fill or None, outline=outline or None, width=width)


def _draw_title(draw: "ImageDraw.ImageDraw", scheme: _Scheme, title: str, site: str) -> None:
    width = SIDE - 2 * _MARGIN
    setting = set_title(title, width, SIDE * 3 // 5 - _SITE_SIZE, _measure)
    top = SIDE - _MARGIN - setting.height - (_SITE_SIZE * 2 if site else 0)
    for row, line in enumerate(setting.lines):
        draw.text((_MARGIN, top + row * setting.leading), line, fill=scheme.ink, font=_font(setting.size))
    if site:
        line = shortened(site, width, _SITE_SIZE, _measure)
        draw.text((_MARGIN, SIDE - _MARGIN), line, fill=scheme.accent, font=_font(_SITE_SIZE), anchor="ls")


def _draw_initials(draw: "ImageDraw.ImageDraw", scheme: _Scheme, letters: str) -> None:
    if letters:
        radius = SIDE // 4
        draw.ellipse((SIDE // 2 - radius, SIDE // 2 - radius, SIDE // 2 + radius, SIDE // 2 + radius), scheme.ground)
        draw.text((SIDE // 2, SIDE // 2), letters, fill=scheme.ink, font=_font(150), anchor="mm")


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
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            small = _small(picture)
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return None  # Pillow raises each of these for one kind of broken picture or another
    return None if small is None else _under_limit(small, _QUALITIES)


def _small(picture: bytes) -> "Image.Image | None":
    """Return the picture upright, on white and within the side, or None where it is too large to open."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(picture), formats=("JPEG", "PNG", "WEBP", "GIF")) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            return None
        opened.draft("RGB", (SIDE, SIDE))
        opened.thumbnail((SIDE, SIDE))
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
