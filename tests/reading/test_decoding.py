"""Bytes to text: the order of guesses, and what is no text at all."""

import codecs

import pytest

from postaloud.reading.decoding import decode, decode_told, why_not_text

META = b'<meta charset="%s"><p>'


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        (codecs.BOM_UTF8 + "é".encode(), "iso-8859-1", "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "", "é"),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "utf-8", "é"),
        (codecs.BOM_UTF32_LE + "é".encode("utf-32-le"), "", "é"),
        (b"\xe9", "iso-8859-1", "é"),
        (b"\x93hi\x94", "iso-8859-1", "“hi”"),
        ("é".encode(), "", "é"),
        ("é".encode(), "no-such-charset", "é"),
        ("é".encode(), "utf-7", "é"),
        ("é".encode(), "base64", "é"),
        (b"\xe9", "utf-8", "é"),
        (b"\x93hi\x94", "", "“hi”"),
        ("日本".encode("shift-jis"), "shift_jis", "日本"),
        (b"a\0b", "", "ab"),
        (b"a\r\nb\rc", "", "a\nb\nc"),
    ],
)
def test_text_is_decoded_by_mark_then_transport_then_utf8(body: bytes, charset: str, text: str) -> None:
    assert decode(body, charset) == text


@pytest.mark.parametrize(
    ("label", "word", "codec"),
    [
        (b"windows-1251", "привет", "cp1251"),
        (b"shift_jis", "日本", "shift-jis"),
        (b"latin-1", "“é”", "cp1252"),
        (b"utf-7", "é", "cp1252"),
        (b"nonsense", "é", "cp1252"),
    ],
)
def test_what_is_not_utf8_is_decoded_as_its_meta_says(label: bytes, word: str, codec: str) -> None:
    assert decode(META % label + word.encode(codec)).endswith(word)


def test_a_meta_never_makes_ascii_into_utf16() -> None:
    assert decode(META % b"utf-16" + b"hi \xff").endswith("hi \ufffd")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x89PNG\r\n\x1a\n123", "is a PNG picture, not a page"),
        (b"%PDF-1.7 and so on", "is a PDF document, not a page"),
        (b"PK\x03\x04 and so on", "is a ZIP archive or an office document, not a page"),
        (b"\xff\xd8\xff\xe0JFIF", "is a JPEG picture, not a page"),
        (b"MZ\x90\0\x03", "is a program, not a page"),
        (b"hello\0world", "is a binary file, not a page"),
        (bytes(range(1, 9)) * 9, "is not text: most of it is control characters"),
        (b"MZ is a former file type", ""),
        (b"BM stands for benchmark", ""),
        (codecs.BOM_UTF16_LE + "hi".encode("utf-16-le"), ""),
        (b"<p>\x1b[1mhello\x1b[0m", ""),
        ("<p>日本".encode(), ""),
    ],
)
def test_what_is_no_text_is_named(body: bytes, why: str) -> None:
    assert why_not_text(body) == why


WORDS = "“Née” and “Élan”. " * 9
STRAY = "is not wholly in UTF-8; stray bytes were read as Windows-1252"


@pytest.mark.parametrize(
    ("body", "charset", "text", "remark"),
    [
        (WORDS.encode(), "utf-8", WORDS, ""),
        (WORDS.encode(), "", WORDS, ""),
        (b"plain", "iso-8859-1", "plain", ""),
        (WORDS.encode("cp1252"), "iso-8859-1", WORDS, ""),
        (WORDS.encode(), "iso-8859-1", WORDS, "says that it is in cp1252, but it is in UTF-8 and was read so"),
        (WORDS.encode(), "koi8-r", WORDS, "says that it is in koi8-r, but it is in UTF-8 and was read so"),
        (WORDS.encode("cp1252"), "utf-8", WORDS, "says that it is in utf-8, but it is in Windows-1252 and was read so"),
        (WORDS.encode() + b"\x93hi\x94", "utf-8", WORDS + "“hi”", STRAY),
        (WORDS.encode() + b"\x93hi\x94", "", WORDS + "“hi”", STRAY),
        (WORDS.encode() + b"\x81", "", WORDS + "\ufffd", STRAY),
        (WORDS.encode() + "“".encode()[:2], "", WORDS + "\ufffd", STRAY),
        ("日本語".encode("shift_jis"), "shift_jis", "日本語", ""),
        ("中文".encode("gbk"), "gbk", "中文", ""),
    ],
)
def test_a_wrong_charset_is_repaired_and_told(body: bytes, charset: str, text: str, remark: str) -> None:
    decoded = decode_told(body, charset)

    assert (decoded.text, decoded.remark) == (text, remark)


def test_a_wrong_meta_is_told_too() -> None:
    assert decode_told(META % b"latin1" + WORDS.encode()).remark.startswith("says that it is in cp1252, but")
    assert decode_told(META % b"utf-8" + WORDS.encode()).remark == ""
    assert decode_told(META % b"windows-1251" + "привет".encode("cp1251")).remark == ""


def test_xml_may_name_its_charset_in_its_first_line() -> None:
    assert decode('<?xml version="1.0" encoding="koi8-r"?><p>привет'.encode("koi8-r")).endswith("привет")
