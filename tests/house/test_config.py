"""The configuration: what it decides, and what it refuses with line and key."""

from pathlib import Path

import pytest

from postaloud.config import ROLES, Settings, find_config, load_config, parse_config, parse_show
from postaloud.errors import UsageError
from postaloud.model.episode import Show
from postaloud.model.script import Role

PATH = Path("/show/postaloud.toml")


def test_every_key_decides_its_setting() -> None:
    text = """
    [show]
    title = "Tea talk"
    language = "en-GB"
    [narrate]
    engine = "silent"
    voice = "en-us"
    rate = 200
    verbosity = "full"
    select = "main"
    skip = ".poll"
    extractor = "none"
    lang = "de-AT"
    title = "Tee"
    author = "Nora"
    date = "2024-05-31"
    sections = "2-3"
    entries = "1"
    sample = "1m30s"
    allow_private = true
    images = "skip"
    links = "text"
    code = "announce"
    footnotes = "inline"
    tables = "columns"
    earcons = false
    output = "sounds"
    jobs = 3
    cache = "takes"
    lexicon = "words.pls"
    pitch = 90
    volume = 80
    library = "lib/libespeak-ng.so"
    [piper]
    catalogue = "http://127.0.0.1/voices.json"
    [voices]
    quote = "en-gb+f3"
    code = "en-us+m2"
    [sound]
    intro = "in.wav"
    outro = "/music/out.wav"
    """

    assert parse_config(text, PATH, Settings(album="kept")) == Settings(
        lang="de-AT",
        title="Tee",
        author="Nora",
        date="2024-05-31",
        sections="2-3",
        entries="1",
        sample_ms=90_000,
        allow_private=True,
        images="skip",
        links="text",
        code="announce",
        footnotes="inline",
        tables="columns",
        earcons=False,
        output=Path("/show/sounds"),
        album="Tea talk",
        default_lang="en-GB",
        engine="silent",
        voice="en-us",
        rate_wpm=200,
        verbosity="full",
        select="main",
        skip=".poll",
        extractor="none",
        jobs=3,
        cache=Path("/show/takes"),
        pitch_percent=90,
        volume_percent=80,
        catalogue="http://127.0.0.1/voices.json",
        library="/show/lib/libespeak-ng.so",
        cast=(("quote", "en-gb+f3"), ("code", "en-us+m2")),
        lexicons=(Path("/show/words.pls"),),
        intro=Path("/show/in.wav"),
        outro=Path("/music/out.wav"),
        base=Path("/show"),
    )


def test_every_role_of_a_script_may_have_a_voice() -> None:
    assert list(ROLES) == list(Role)


def test_every_key_of_the_show_describes_it() -> None:
    text = """
    [show]
    title = "Tea talk"
    author = "Nora"
    email = "nora@tea.example"
    description = "All about tea."
    language = "en-GB"
    base_url = "https://tea.example/podcast"
    categories = ["Leisure/Crafts", "Arts"]
    explicit = true
    copyright = "2024 Nora"
    license = "cc-by-4.0"
    cover = "art/cover.png"
    guid = "9b024349-ccf0-5f69-a609-6b82873eab3c"
    synthetic_voice = false
    [narrate]
    rate = 200
    """

    assert parse_show(text, PATH) == Show(
        title="Tea talk",
        author="Nora",
        email="nora@tea.example",
        description="All about tea.",
        language="en-GB",
        base_url="https://tea.example/podcast/",
        categories=("Leisure/Crafts", "Arts"),
        explicit=True,
        copyright="2024 Nora",
        license="cc-by-4.0",
        cover=Path("/show/art/cover.png"),
        guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
        synthetic_voice=False,
    )


def test_an_empty_text_is_as_good_as_none() -> None:
    assert parse_show("[show]\nbase_url = ''\nemail = ''", PATH) == Show()


def test_an_empty_configuration_only_says_where_paths_start() -> None:
    assert parse_config("", PATH, Settings()) == Settings(base=Path("/show"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[show]\ntitel = 'x'", "line 2: there is no key titel in [show]; there are title, author, "),
        ("[narrate]\n\nrate = 'fast'", "line 3: rate must be a whole number."),
        ("[narrate]\nrate = true", "line 2: rate must be a whole number."),
        ("[narrate]\nvoice = 1", "line 2: voice must be a text in quotes."),
        ("[voices]\nquotes = 'x'", "line 2: there is no key quotes in [voices]; there are narrator, title, heading"),
        ("\n[sho]", "line 2: there is no table sho; there are [show], [narrate], [sound], [piper], [voices]."),
        ("show = 1", "line 1: there is no table show; there are [show], [narrate], [sound], [piper], [voices]."),
        ("[show", "is not TOML"),
        ("[show]\nexplicit = 'no'", "line 2: explicit must be true or false."),
        ("[show]\ncategories = [1]", "line 2: categories must be a list of texts in quotes."),
        ("[show]\ncategories = ['Tea']", "line 2: categories must be categories of Apple"),
        ("[show]\ncategories = ['Arts/Crafts']", "line 2: categories must be categories of Apple"),
        ("[show]\nbase_url = 'tea.example'", "line 2: base_url must be an address of the web"),
        ("[show]\nbase_url = 'javascript:alert(1)'", "line 2: base_url must be an address of the web"),
        ("[show]\nemail = 'nora'", "line 2: email must be an e-mail address."),
        ("[show]\nlanguage = 'English language'", "line 2: language must be a language"),
        ("[show]\nguid = 'tea'", "line 2: guid must be a UUID in small letters."),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_config(text, PATH, Settings())

    assert sentence in str(raised.value)


def test_the_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "postaloud.toml").write_text("")

    assert find_config(below) == tmp_path / "postaloud.toml"


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UsageError, match="not UTF-8"):
        load_config(tmp_path / "c.toml", Settings())
