"""A short text goes in, the reason why pages show it beside their article comes out, or "" for words of the article."""

import re


def _row(reason: str, *patterns: str) -> tuple[str, re.Pattern[str]]:
    return reason, re.compile("|".join(patterns))


_SITE = r"(?:facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|telegram|e-?mail|instagram|tumblr|bluesky|mastodon)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMERIC = r"\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_TIME = r"(?:,? *(?:at|@|-|–|\|)? *\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,4})?)?"
_THINGS = r"(?:posts?|news|articles?|stories|story|content|reading|pages?|videos|products)"
_SAYING = r"(?:(?:last |first )?(?:published|updated|posted|modified|reviewed|created|date|on)(?: on| at)?:? )"
DAY = (
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH} {_NTH},? \d{{4}}|{_NTH} {_MONTH},? \d{{4}}|{_NUMERIC})"
)
"""A date as it is written in English, or in digits."""

_PHRASES = (
    _row("control", r"skip (?:to|over) .*", r"jump to (?:content|recipe|navigation)", r"zum inhalt springen"),
    _row(
        "advertisement",
        r"advertise?ments?|ads?|anzeige|werbung|publicité|publicidad|report this ad",
        r"sponsored(?: content| post| by .*)?",
        r"(?:story|article) continues below.*|continue reading below.*|scroll to continue.*",
    ),
    _row(
        "share",
        r"share|tweet|pin(?: it)?|like|post|copy(?: the)? link|print|save|email|teilen|partager|compartir",
        r"(?:share|follow|like|find)(?: us| me| this(?: \w+)?| it)?:?"
        rf"(?: on| via| with| by)?:?(?: {_SITE}[,!]?)*",
        r"(?:click to )?(?:share|tweet|pin|email|post)(?: this)?(?: (?:article|post|story|page))?"
        r"(?: (?:on|via|to|with) .{1,40})?",
        rf"(?!x$){_SITE}(?: {_SITE})*",
        r"share this:?.*|spread the (?:word|love)!?",
    ),
    _row(
        "reading time",
        r"(?:reading time:? *)?(?:about )?\d+(?:[-–]\d+)? ?-?min(?:ute)?s?\.?(?: (?:read|reading|to read).*)?",
        r"(?:estimated )?read(?:ing)? time:?.*|listen to this (?:article|post|story).*|lesezeit.*|temps de lecture.*",
    ),
    _row(
        "comments",
        r"(?:\d+|no|one) comments?(?: so far)?|\d+ (?:replies|responses)|cancel reply|comments?(?: ?\(\d+\))?:?",
        r"leave a (?:reply|comment).*|comments? (?:are )?(?:closed|off).*|(?:add|post|write) (?:a|your) comment.*",
        r"be the first to comment.*|(?:show|view|read|see) (?:all )?(?:\d+ )?comments?",
        r"join the (?:conversation|discussion)|what do you think\?",
    ),
    _row(
        "related",
        r"(?:you (?:may|might|will|'ll|’ll) (?:also )?(?:like|enjoy|love)|read (?:next|also)|also read|see more"
        r"|more (?:from|like this|stories|articles|posts|on this)|further from|up next|don['’]t miss"
        r"|what to read next|you (?:might|may) also be interested|keep reading)(?:[ :.!…].*)?",
        r"trending(?: now)?|most (?:read|popular)|related:.*",
        rf"(?:popular|latest|recent|related|recommended|similar|other|more)(?: blog| news)? {_THINGS}(?: for you)?:?",
        r"(?:related|recommended)(?: for you)?:?",
    ),
    _row(
        "newsletter",
        r"(?:subscribe|sign up)(?:[!.]?| (?:to|for|now|today|here).*)|never miss (?:a|an) .*|newsletter",
        r"get (?:our|the|my) .*(?:newsletter|inbox).*|join (?:our|the|my) (?:newsletter|mailing list).*",
        r"stay (?:in touch|updated|connected)!?",
    ),
    _row(
        "tags",
        r"filed under.*|tagged(?: with| as| in)?:?.*|posted in:? .*",
        r"(?:tags?|categor(?:y|ies)|topics?|keywords)(?: ?:.*)?",
    ),
    _row(
        "author box",
        r"about the authors?:?|(?:view|see|read) (?:all )?(?:posts|articles|more|stories) by .*",
        r"more (?:posts |articles )?by .*",
    ),
    _row(
        "date",
        rf"{_SAYING}*{DAY}{_TIME}"
        rf"(?: ?[|·•,–—-]? ?(?:(?:last )?updated|published):? (?:on )?{DAY}{_TIME})?",
        r"(?:(?:last )?updated |posted )?(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago",
    ),
    _row(
        "control",
        rf"(?:previous|next|prev|older|newer)(?: (?:{_THINGS}|entry|entries).*)?",
        r"close|menu|search|(?:log|sign) ?in|register|expand|collapse|copy(?: code)?|bookmark|download(?: pdf)?",
        r"back to (?:top|blog|home|all .*)|return to top|load more.*|show (?:more|less)|toggle .*|hide caption",
        r"click to enlarge.*|enlarge (?:image|this image).*|edit(?: this page.*| on github)?|play (?:video|audio)",
        r"(?:read|learn|view|see|find out) more(?: ?[›»→.…]+)?|continue reading.*",
        r"was this (?:page|article|post|content) (?:helpful|useful)\??.*",
    ),
    _row(
        "contents",
        r"in this (?:article|section|guide|post)|on this page|(?:table of |page |article )?contents|inhaltsverzeichnis",
        r"jump to:?.*",
    ),
    _row("breadcrumbs", r"home ?[›»>/|].*"),
    _row("site footer", r"(?:©|\(c\)|copyright) .*|all rights reserved\.?"),
)
_BYLINE = re.compile(
    r"(?:(?i:(?:written |posted |published |text )?by|author):?|Von|Par|Por) [A-ZÀ-Þ][^.!?]{1,60}", re.DOTALL
)


def reason_of_phrase(text: str) -> str:
    """Return the reason for a text of at most 90 characters or so; only the whole text counts."""
    low = text.lower()
    return next((reason for reason, pattern in _PHRASES if pattern.fullmatch(low)), "")


def is_byline(text: str) -> bool:
    """Whether a line under the title names who wrote the article."""
    return bool(_BYLINE.fullmatch(text))
