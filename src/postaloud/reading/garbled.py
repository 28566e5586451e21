"""A text goes in; letters that somebody decoded wrongly before they came to the page ("cafÃ©") are whole after."""

import re

_GARBLED = re.compile(r"â(?:€[\x80-\xbf™œžŸ“”˜¦š›„‚…†‡ˆ‰Š‹Œ–—]|„¢)|[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""UTF-8 as it looks in Windows-1252."""
_CLEARLY = 2
"""So many are no accident; one may be what the page talks about."""


def mend(text: str) -> str:
    """Return a text with its garbled lines repaired, or the same text where it is not clearly garbled."""
    if "Ã" not in text and "Â" not in text and "â" not in text:
        return text
    if len(_GARBLED.findall(text)) < _CLEARLY:
        return text
    import ftfy

    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if _GARBLED.search(line) else line for line in lines)
