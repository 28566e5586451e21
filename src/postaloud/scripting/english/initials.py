"""Roman numerals and initialisms in, English words and dotted letters out."""

import re
from functools import lru_cache

from postaloud.scripting.numbers_en import cardinal, ordinal
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, Pattern, Rule
from postaloud.scripting.words import words

SPOKEN = frozenset(
    words(
        "NASA NATO AIDS OPEC UNICEF UNESCO FIFA UEFA NAFTA NASDAQ SCUBA LASER RADAR SONAR SWAT COVID SARS "
        "MERS NOAA OSHA HIPAA FEMA PIN SIM RAM ROM LAN WAN GIF JPEG ASAP OK POTUS SCOTUS FLOTUS YOLO FOMO "
        "LOL CRISPR ASCII BIOS CAPTCHA DARPA ICANN IMAX LIDAR MENSA NIMBY PETA SAT SOAP SOHO TASER UNIX "
        "VISA WASP WIMP YAML JSON ACAS CERN ESOL GATT MIDI NICE NORAD OXFAM SEAL SPAM TED TIFF TOEFL ZIP "
        "AWOL BAFTA BASE IKEA LEGO MAC PAC RICE ROFL"
    )
)
"""Initialisms that are said as words."""
SHOUTED = frozenset(
    words(
        "A I AN AS AT BE BY DO GO HE IF IN IS ME MY NO OF ON OR SO TO UP WE ALL AND ANY ARE BAD BIG BUT "
        "BUY CAN DAY DID END EVEN EVER FEW FOR FREE FROM FUN GET GOD GOOD GOT HAD HAS HAVE HER HERE HIM "
        "HIS HOT HOW JUST LAST LESS LIKE LIVE LONG LOT LOVE MADE MAKE MAN MANY MAY MEN MORE MOST MUCH "
        "MUST NEED NEW NEXT NOT NOW OFF OLD ONE ONLY OUR OUT OVER OWN REAL SALE SAY SEE SHE SOME STOP "
        "SUCH SURE TAKE TEN THAN THAT THE THEM THEN THEY THIS TIME TOO TOP TRY TWO USE VERY WANT WAS WAY "
        "WELL WERE WHAT WHEN WHY WILL WITH WON WORK YES YET YOU YOUR ZERO BOTH EACH HELP HIGH KEEP KNOW "
        "LOOK LOW NICE NOTE TIP TIPS WAR FIVE FOUR SIX SELF SET SIDE BEST BACK AWAY BEEN CALL COME DONE "
        "FACT FIND FULL GIVE HALF HARD HOME HOPE IDEA INTO JOB KIND LATE LEFT LIFE LINE LIST NAME NEAR "
        "ONCE OPEN PART PAY PLAN PLUS READ REST RUN SAFE SAID SAME SHOW SOON STAY TELL TRUE TURN WAIT "
        "WALK WEEK WENT WHOM WIN WISH YEAR DEAR DON CITY PUT ASK"
    )
)
"""Words that writers put in capitals to stress them."""
RULERS = (
    "Henry|Louis|Charles|Elizabeth|George|Edward|James|William|Richard|John|Paul|Benedict|Pius|Leo|Francis|Gregory|"
    "Clement|Innocent|Urban|Boniface|Julius|Alexander|Napoleon|Philip|Ferdinand|Frederick|Catherine|Nicholas|Peter|Ivan|"
    "Ramses|Ramesses|Mary|Emmanuel|Otto|Rudolf|Wilhelm|Gustav|Gustaf|Christian|Haakon|Harald|Olav|Carl|Karl|Leopold|"
    "Albert|Alfonso|Pedro|Juan|Umberto|Robert|David|Malcolm|Sixtus|Celestine|Adrian|Ptolemy|Cleopatra|Darius|Xerxes|"
    "Sigismund|Stephen|Ludwig|Maximilian|Joseph|Margaret|Beatrix|Murad|Mehmed|Selim|Thutmose|Amenhotep|Theodosius"
)
_ROMAN = r"(?P<roman>(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_COUNTED = (
    r"Chapter|Part|Book|Act|Scene|Volume|Vol\.|Section|Title|Article|Type|Phase|Stage|Class|Grade|Level|Appendix|Figure|"
    "Table|Super Bowl|Mark|Division|Category|Schedule|Annex|Rocky|Corps"
)


def _ruler(found: re.Match[str]) -> str:
    return f"the {ordinal(roman_value(found['roman']))}{found['own'] or ''}"


def _counted(found: re.Match[str]) -> str | None:
    return cardinal(roman_value(found["roman"]))


def _alone(found: re.Match[str]) -> str | None:
    roman = found["roman"]
    if len(roman) < 2 or _is_shouted(found.string) or (roman in UNSURE and not found["after"]):
        return None
    return cardinal(roman_value(roman))


UNSURE = frozenset(words("IV VI XL CC CI CV LI LV CD CX XC XXX XX CL CLI CLV CCI CXI LX LC LL XI XC MI"))
"""May as well be initials; read as numbers only behind a name."""


@lru_cache(maxsize=64)
def _is_shouted(text: str) -> bool:
    """Whether a text is written in capitals, so that capitals tell nothing."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) > 2 and sum(word.isupper() for word in words) > 0.6 * len(words)


def _initials(found: re.Match[str]) -> str | None:
    letters, plural = found["letters"], found["plural"] or ""
    if letters in SPOKEN or letters in SHOUTED or _is_shouted(found.string):
        return None
    if len(letters) > 4 and re.search("[AEIOUY]", letters):
        return None
    return dotted(letters, plural, found.string[found.end() :])


def dotted(letters: str, plural: str, rest: str) -> str:
    """Return "P.D.F." for "PDF", with the letters' last full stop left to a sentence that has one."""
    spelt = ".".join(letters)
    if plural:
        return f"{spelt}.'s"
    return spelt if rest.startswith(".") else f"{spelt}."


INITIALS = (
    Rule("ruler", CAPITALS, Pattern(rf"\b(?:{RULERS})\s(?P<said>{_ROMAN}(?P<own>['’]s)?)\b(?!\.[A-Z])"), _ruler),
    Rule("chapter", CAPITALS, Pattern(rf"\b(?:{_COUNTED})s?\s(?P<said>{_ROMAN})\b(?!\.[A-Z]|['’])"), _counted),
    Rule("war", CAPITALS, Pattern(rf"\bWar\s(?P<said>{_ROMAN})\b"), _counted),
    Rule(
        "Roman numeral",
        CAPITALS,
        Pattern(rf"(?P<after>\b[A-Z][a-z]+\s)?(?<![\w.&'’/-])(?P<said>{_ROMAN})\b(?![\w&'’/-]|\.[A-Z])"),
        _alone,
    ),
    Rule(
        "initials",
        CAPITALS,
        Pattern(r"(?<![\w.'’&])(?P<letters>[A-Z]{2,6})(?P<plural>['’]?s)?(?![\w]|['’][A-Za-rt-z]|\.[A-Za-z])"),
        _initials,
    ),
    Rule(
        "initials and figures",
        CAPITALS,
        Pattern(r"(?<![\w.'’])(?P<said>(?P<letters>[A-Z]{2,4})(?P<plural>)-?)(?=[0-9]{1,4}\b)"),
        lambda found: f"{'.'.join(found['letters'])}. ",
    ),
)
