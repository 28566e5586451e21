"""The files of an e-book, and the whole of it through epubcheck."""

from xml.etree import ElementTree as ET

from episodes import episode_of, paragraph, say, within
from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Role
from postaloud.publishing import book_files, read_listing, to_episode_json, to_transcript, to_webvtt

OPF, SMIL = "{http://www.idpf.org/2007/opf}", "{http://www.w3.org/ns/SMIL}"
XHTML, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/ops}"


def _section(number: int, level: int, title: str) -> tuple[object, ...]:
    heading = within(BlockKind.HEADING, say(title, Role.HEADING), value=str(level))
    return (ChapterMark(title, level, number), *heading)


def _episode() -> Episode:
    return episode_of(
        ChapterMark("Tea"),
        *within(BlockKind.TITLE, say("Tea & <time>", Role.TITLE)),
        *paragraph("Warm the pot.", "Pour."),
        *_section(1, 2, "Steep"),  # type: ignore[arg-type]
        *paragraph("Wait."),
        *_section(2, 3, "How long"),  # type: ignore[arg-type]
        *paragraph("A while."),
        *_section(3, 2, "Drink"),  # type: ignore[arg-type]
        *within(BlockKind.FIGURE, within(BlockKind.PARAGRAPH, say("A cup & a saucer", Role.IMAGE))),
    )


def _files(episode: Episode) -> dict[str, str]:
    captions = "".join(to_webvtt(episode.recording.cues))
    return dict(book_files(read_listing(to_episode_json(episode)), to_transcript(episode), captions))


def test_every_chapter_is_a_page_with_its_overlay() -> None:
    files = _files(_episode())

    pages = [name for name in files if name.startswith("EPUB/chapter")]
    assert pages == [f"EPUB/chapter-{number}.{kind}" for number in range(4) for kind in ("xhtml", "smil")]
    text = ["".join(ET.fromstring(files[f"EPUB/chapter-{number}.xhtml"]).itertext()) for number in range(4)]
    assert [word in page for word, page in zip(("Warm", "Wait.", "A while.", "saucer"), text, strict=True)] == [
        True
    ] * 4


def test_each_sentence_is_bound_to_its_time() -> None:
    files = _files(_episode())

    pars = ET.fromstring(files["EPUB/chapter-0.smil"]).findall(f".//{SMIL}par")
    clips = [(par[0].get("src"), par[1].get("src"), par[1].get("clipBegin"), par[1].get("clipEnd")) for par in pars]
    assert clips == [
        ("chapter-0.xhtml#s1", "tea-0a1b2c.mp3", "0.000s", "1.000s"),
        ("chapter-0.xhtml#s2", "tea-0a1b2c.mp3", "1.500s", "2.500s"),
        ("chapter-0.xhtml#s3", "tea-0a1b2c.mp3", "3.000s", "4.000s"),
    ]
    assert ET.fromstring(files["EPUB/chapter-0.xhtml"]).find(".//*[@id='s1']") is not None


def test_the_contents_follow_the_headings() -> None:
    nav = ET.fromstring(_files(_episode())["EPUB/nav.xhtml"]).find(f".//{XHTML}nav")

    assert nav is not None
    assert (nav.get(f"{OPS}type"), nav.get("role")) == ("toc", "doc-toc")
    outer = nav.findall(f"{XHTML}ol/{XHTML}li")
    assert [item[0].text for item in outer] == ["Tea", "Steep", "Drink"]
    assert [link.text for link in outer[1].findall(f"{XHTML}ol//{XHTML}a")] == ["How long"]


def test_the_package_tells_lengths_and_accessibility() -> None:
    package = ET.fromstring(_files(_episode())["EPUB/package.opf"])

    metas = [(each.get("property"), each.get("refines"), each.text) for each in package.findall(f".//{OPF}meta")]
    assert ("media:duration", None, "9.000s") in metas
    assert ("media:duration", "#chapter-0-overlay", "3.000s") in metas
    assert ("schema:accessibilityFeature", None, "synchronizedAudioText") in metas


def test_a_recording_without_chapters_is_one_page() -> None:
    episode = episode_of(paragraph("Warm the pot."))

    assert [name for name in _files(episode) if name.endswith(".xhtml")] == ["EPUB/nav.xhtml", "EPUB/chapter-0.xhtml"]
    assert episode.recording.chapters == (Chapter(0, 1000, "Tea"),)
