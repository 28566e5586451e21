"""A line goes in, what kind of wording it is comes out: a sentence, a title, a greeting, a caption."""

import re

from postaloud.reading.phrases import DAY
from postaloud.reading.words import words

MOST_WORDS = 12
_LONGEST = 80
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SIGNIFICANT = 4
"""Letters from which on a word has a capital in a title, unless it is a small one."""
_SMALL = words(
    "from with into onto over upon than that when your within without after before about under between through during"
    " against among until since like near past toward towards across along around behind below beyond should would"
    " could have been were does will being doing eine einer"
    " einem einen oder nach über unter dans pour avec sans sous chez para como sobre entre hasta desde della delle"
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]*_]*$")
_ENDS_OTHERWISE = re.compile(r"[,;…–—\\/|=&-]$|[.!?…,][\"'”’)\]]+$|(?:\b(?:and|or|the|of|a|an|to|with)|[^.]\.)$")
_STARTS = re.compile(r"[\"'“‘*_¿¡]*[^\W_a-zß-öø-ÿ]")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|\b\d{5,}\b|^\$")
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening)|to whom it may concern|welcome back|hallo"
    r"|liebe[rs]?|sehr geehrte[rs]?|bonjour|cher|chère|hola|estimad[oa]s?|ciao|thanks|thank you|cheers|regards"
    r"|(?:best|kind|warm) (?:regards|wishes)|yours(?: \w+)?|sincerely|love|see you .*|until next \w+|p\.? ?s\.?)"
    r"(?:[ ,!:]+\S+){0,4}[ ,!:]*",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:an?|two|three|four|several|some|the)\b.* \w+ing\b.*|(?:photo|image|picture|illustration|portrait|close-?up"
    r"|credit|source|figure \d+|fig\.? \d+|table \d+|caption|courtesy)\b.*)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[^:]{1,40}): +\S")
_STEP = re.compile(
    r"(?:step|part|day|week|lesson|chapter|phase|tip|rule|stage|session|module|unit|episode|question|method|option"
    r"|reason|no\.?|number|#) ?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|[ivx]{1,5})$",
    re.IGNORECASE,
)
_FEWEST_IN_LABELLED = 4
_DATED = re.compile(rf"(?:.*\b(?:published|posted|updated|modified|reviewed|held|on|dated):? )?{DAY}", re.IGNORECASE)


def is_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return bool(_ENDS_SENTENCE.search(text))


def is_greeting(text: str) -> bool:
    """Whether a line opens or closes a letter."""
    return bool(_GREETING.fullmatch(text))


def is_title_like(text: str) -> bool:
    """Whether a line could be a heading by its words alone: short, capital first, not ended like a sentence."""
    if not 1 < len(text) <= _LONGEST or len(text.split()) > MOST_WORDS or not _STARTS.match(text):
        return False
    if _DATED.match(text) or (text.endswith("!") and not is_title_case(text)):
        return False
    if _ENDS_OTHERWISE.search(text) or _ADDRESS.search(text) or is_greeting(text) or _CAPTION.fullmatch(text):
        return False
    return bool(_WORD.search(text)) and not _is_entry(text)


def is_title_case(text: str) -> bool:
    """Whether all longer words have a capital, and more than one word has."""
    found = _WORD.findall(text)
    significant = (word for word in found if len(word) >= _SIGNIFICANT and word not in _SMALL)
    return all(word[0] != word[0].lower() for word in significant) and (
        len(found) == 1 or any(word[0] != word[0].lower() for word in found[1:])
    )


def is_capitals(text: str) -> bool:
    """Whether a line is typed in capitals alone."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 1 and text == text.upper() != text.lower()


def _is_entry(text: str) -> bool:
    """Whether a line is a label and its value ("Serves: four"), not a heading with a colon ("Step 2: Knead")."""
    found = _LABELLED.match(text)
    if not found or _STEP.match(found["label"]):
        return False
    return not is_title_case(text) or len(text.split()) < _FEWEST_IN_LABELLED
