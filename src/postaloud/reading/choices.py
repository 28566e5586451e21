"""What an author or a listener decides about the reading of a page, as one value."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from postaloud.errors import UsageError

if TYPE_CHECKING:
    from soupsieve import SoupSieve


@dataclass(frozen=True, slots=True)
class Choices:
    """What is read of a page, where its author or a listener decides it."""

    select: str = ""
    """A CSS selector of what is read, or ""."""
    skip: str = ""
    """A CSS selector of what is not read, or ""."""
    extractor: str = "auto"
    """How all else is chosen: by our own rules and in doubt by judges ("auto"), by a "vote" of all, or not at all
    ("none"), so that everything is read that is not hidden."""


NO_CHOICES = Choices()


def check_choices(choices: Choices) -> None:
    """Raise `UsageError` where a selector is no CSS."""
    for option, css in (("--select", choices.select), ("--skip", choices.skip)):
        if css:
            compile_selector(css, option)


def compile_selector(css: str, option: str) -> "SoupSieve":
    """Return what finds the elements that a selector means (Selectors Level 4); `option` names it in the error."""
    import soupsieve

    try:
        return soupsieve.compile(css)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).splitlines()[0].rstrip(".:")
        raise UsageError(f'{option} "{css}" is no CSS selector: {reason}.') from error
