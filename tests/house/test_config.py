"""The configuration: what it decides, and what it refuses with line and key."""

from pathlib import Path

import pytest

from postaloud.config import Settings, find_config, load_config, parse_config
from postaloud.errors import UsageError

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
    jobs = 3
    cache = "takes"
    lexicon = "words.pls"
    """

    assert parse_config(text, PATH, Settings(title="kept")) == Settings(
        title="kept",
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
        lexicons=(Path("/show/words.pls"),),
        base=Path("/show"),
    )


def test_an_empty_configuration_only_says_where_paths_start() -> None:
    assert parse_config("", PATH, Settings()) == Settings(base=Path("/show"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[show]\ntitel = 'x'", "line 2: there is no key titel in [show]; there are title, language."),
        ("[narrate]\n\nrate = 'fast'", "line 3: rate must be a whole number."),
        ("[narrate]\nrate = true", "line 2: rate must be a whole number."),
        ("[narrate]\nvoice = 1", "line 2: voice must be a text in quotes."),
        ("\n[sho]", "line 2: there is no table sho; there are [show] and [narrate]."),
        ("show = 1", "line 1: there is no table show; there are [show] and [narrate]."),
        ("[show", "is not TOML"),
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
