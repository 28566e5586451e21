"""A tree goes in, its names for those who listen come out: in place of each `aria-labelledby`, an `aria-label`."""

from bs4 import Tag

from postaloud.reading.tree import attr, elements, squeeze

_NAMED_BY = "aria-labelledby"
_LONGEST = 500


def write_labels(root: Tag) -> None:
    """Write the text that an element is labelled by into its `aria-label` (Accessible Name 1.2, step 2B)."""
    labelled = [tag for tag in elements(root) if _NAMED_BY in tag.attrs]
    if not labelled:
        return
    wanted = {name for tag in labelled for name in attr(tag, _NAMED_BY).split()}
    texts: dict[str, str] = {}
    for tag in elements(root):
        name = attr(tag, "id")
        if name in wanted and name not in texts:
            texts[name] = squeeze(tag.get_text(" "))[:_LONGEST]
    for tag in labelled:
        said = " ".join(filter(None, (texts.get(name, "") for name in attr(tag, _NAMED_BY).split())))
        if said:
            tag.attrs["aria-label"] = said
