"""Language tags in, their parts out (BCP 47)."""


def language(tag: str) -> str:
    """Return the language of a tag in lower case: "en" for "en-US"."""
    return tag.replace("_", "-").partition("-")[0].lower()
