"""A language in, the rules for its texts out."""

from collections.abc import Mapping

from postaloud.scripting.addresses import ADDRESSES
from postaloud.scripting.english import ENGLISH
from postaloud.scripting.rules import Rules

OTHER: Rules = ADDRESSES
RULES: Mapping[str, Rules] = {"en": ENGLISH}
