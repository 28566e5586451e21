"""A piece of English text in, where its sentences start out, if there is no doubt: most need no splitter.

There is none where every full stop, exclamation and question mark ends a word that is no abbreviation, a year or a
percentage, outside quotation marks and brackets, and a capital letter follows.
"""

import re

from postaloud.scripting.words import words

ABBREVIATIONS = words(
    "etc eds trans vol vols fig figs nos sec sect esp incl excl max min est resp cit chap lit viz tel ext misc assn "
    "asst bldg blvd ave apt dist div gen gov govt natl intl corp inc ltd bros mfg mtn rev prof capt sgt col maj cmdr "
    "hon rep reps sen sens supt jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri "
    "sat sun hrs mins secs yrs lbs approx dept univ messrs mrs attys abbr adj adv comp conf def ing pron pres prob "
    "calif mass wash penn penna tenn ariz colo conn mich minn miss mont neb nebr nev okla ore tex wis wyo ark ala fla "
    "ind kan kans ken que ont sask alta comdr insp det lieut gens messrs mme mlle esq "
    "pub publ rec ref refs repr rte soc suppl temp var vers yds qty tbsp tsp pkg"
)
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_END = re.compile(r"[.!?…]")
_SURE_END = re.compile(
    r"(?<![\w.@/’'-])(?:(?:[A-Za-z]+[’'-])*([A-Za-z][a-z’']{2,}|it|he|we|me|us|so|up|is|be|go|do|to|of|at|by|or|as|my|on)"
    r"|(?:\d+%|\d{4}))[.!?](?:\s+(?=[A-Z])|\s*$)"
)
_LAST_QUOTE = re.compile(r'[.!?]["”]\s*$')
_INSIDE = re.compile(r'"[^"]*[.!?…][^"]*"|“[^”]*[.!?…]|\([^)]*[.!?…]|\[[^\]]*[.!?…]|[‘«„]|[.!?…]["”’)\]]')


def sure_starts(piece: str) -> list[int] | None:
    """Return the offset behind each sentence's end but the last, or None where only the splitter can tell."""
    core = _POINT.sub("0", _LAST_QUOTE.sub("", piece))
    open_quote = core[core.rfind('"') :] if core.count('"') % 2 else ""
    if _INSIDE.search(core) or _END.search(open_quote):
        return None
    ends = list(_SURE_END.finditer(core))
    if len(ends) != len(_END.findall(core)) or any((end[1] or "").lower() in ABBREVIATIONS for end in ends):
        return None
    return [end.end() for end in ends if end.end() < len(piece)]
