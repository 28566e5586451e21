"""English text in, English words out: the rules in the order in which they look at a text."""

from postaloud.scripting.addresses import MAIL
from postaloud.scripting.english.amounts import AMOUNTS
from postaloud.scripting.english.dates import DATES
from postaloud.scripting.english.figures import FIGURES, PHONES
from postaloud.scripting.english.initials import INITIALS
from postaloud.scripting.english.shortened import SHORTENED
from postaloud.scripting.english.signs import SIGNS

ENGLISH = (*MAIL, *PHONES, *SHORTENED, *DATES, *AMOUNTS, *FIGURES, *INITIALS, *SIGNS)
