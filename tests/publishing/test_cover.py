"""Covers, read again by Pillow."""

import io
import struct
import zlib

import pytest
from PIL import Image

from postaloud.publishing import fit_cover, to_cover
from postaloud.publishing.cover import _draws
from postaloud.publishing.lettering import drawable, initials, set_title, shortened


def _open(cover: bytes | None) -> Image.Image:
    assert cover is not None
    assert len(cover) <= 60_000
    image = Image.open(io.BytesIO(cover))
    image.load()
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert max(image.size) <= 600
    return image


def _picture(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB", **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, 1 if mode in {"1", "P", "L", "I;16"} else "navy").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "title",
    [
        "Tea",
        "Ignite Your Oxytocin: 3 Main Ways Massage Helps",
        "word " * 400,
        "x" * 300,
        "茶",
        "",
        " ",
        "\x00\ud800",
        "🧶",
    ],
)
def test_a_cover_is_a_small_square_whatever_the_title(title: str) -> None:
    assert _open(to_cover(title, "The Pot")).size == (600, 600)


def test_a_cover_is_the_same_each_time_and_another_for_each_title() -> None:
    assert to_cover("Tea", "The Pot") == to_cover("Tea", "The Pot")
    assert to_cover("Tea", "The Pot") != to_cover("Cups", "The Pot")
    assert to_cover("Tea", "The Pot") != to_cover("Tea", "The Kettle")


@pytest.mark.parametrize(
    ("title", "drawn"),
    [
        ("Tea for “two”", "Tea for “two”"),
        ("Tea – slowly", "Tea - slowly"),
        ("🧶 Wool & Tea ❤️", "Wool & Tea"),
        ("Thé", ""),
        ("Чай", ""),
        ("Tea 茶", ""),
        ("🧶", ""),
    ],
)
def test_only_titles_that_the_font_has_letters_for_are_drawn(title: str, drawn: str) -> None:
    assert drawable(title, _draws) == drawn


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Thé vert", "TV"),
        ("thé", "T"),
        ("“Un café”, s’il vous plaît", "UC"),
        ("Été à Paris", ""),
        ("Чай", ""),
        ("!", ""),
    ],
)
def test_initials_stand_in_for_a_title_that_cannot_be_drawn(title: str, letters: str) -> None:
    assert initials(title, _draws) == letters


def _square(text: str, size: int) -> float:
    """Measure type whose letters are all as wide as half their size."""
    return len(text) * size / 2


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Tea", ("Tea",)),
        ("How to make a good cup of tea", ("How to make", "a good cup", "of tea")),
        ("x" * 200, None),
        ("word " * 300, None),
    ],
)
def test_a_title_fits_its_place(title: str, lines: tuple[str, ...] | None) -> None:
    setting = set_title(title, 492, 340, _square)

    assert lines is None or setting.lines == lines
    assert setting.height <= 340
    assert all(_square(line, setting.size) <= 492 for line in setting.lines)


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert shortened("The Pot and the Kettle", 100, 20, _square) == "The Pot a…"


@pytest.mark.parametrize(
    ("picture", "size"),
    [
        (_picture((1200, 800)), (600, 400)),
        (_picture((800, 1200), "JPEG"), (400, 600)),
        (_picture((30, 20)), (30, 20)),
        (_picture((700, 700), "WEBP"), (600, 600)),
        (_picture((700, 70), "GIF", "P"), (600, 60)),
        (_picture((9, 9), "PNG", "RGBA"), (9, 9)),
        (_picture((9, 9), "PNG", "I;16"), (9, 9)),
        (_picture((9, 9), "PNG", "1"), (9, 9)),
        (_picture((900, 9), "JPEG", "CMYK"), (600, 6)),
        (_picture((5000, 2), "PNG", "L"), (600, 1)),
    ],
)
def test_a_picture_at_hand_is_scaled_to_fit(picture: bytes, size: tuple[int, int]) -> None:
    assert _open(fit_cover(picture)).size == size


def test_a_picture_with_much_detail_is_small_all_the_same() -> None:
    noise = Image.effect_noise((900, 900), 120)
    file = io.BytesIO()
    noise.save(file, "PNG")

    assert _open(fit_cover(file.getvalue()))


def test_a_picture_is_turned_as_its_camera_was_held_and_its_place_is_not_told() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "a camera"

    cover = _open(fit_cover(_picture((900, 600), "JPEG", exif=exif)))

    assert cover.size == (400, 600)
    assert not cover.getexif()


def test_what_is_transparent_becomes_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")

    assert _open(fit_cover(file.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def _bomb(side: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBP",
        _picture((600, 600), "JPEG")[:700],
        _picture((600, 600))[:500] + b"\x00" * 50,
        _picture((10, 10), "BMP"),
        _bomb(7_000),
        _bomb(11_000),
        _bomb(60_000),
    ],
)
def test_what_is_no_picture_or_too_large_a_one_is_none(picture: bytes) -> None:
    assert fit_cover(picture) is None
