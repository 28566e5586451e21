"""A postaloud.toml: text comes in, the settings of a narration and the description of a show go out."""

from postaloud.config.parsing import FILE_NAME, find_config, load_config, load_show, parse_config, parse_show
from postaloud.config.settings import CHOICES, LOUDEST_LUFS, QUIETEST_LUFS, ROLES, Settings, formats_in, length_ms

__all__ = [
    "CHOICES",
    "FILE_NAME",
    "LOUDEST_LUFS",
    "QUIETEST_LUFS",
    "ROLES",
    "Settings",
    "find_config",
    "formats_in",
    "length_ms",
    "load_config",
    "load_show",
    "parse_config",
    "parse_show",
]
