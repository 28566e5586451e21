"""A short text goes in, the reason why pages show it beside their article comes out, or "" for words of the article."""

import re

_SITES = r"facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|telegram|e-?mail|instagram|tumblr|pocket|bluesky|mastodon"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TIME = r"(?:,? *(?:at|@|-|–|\|)? *\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,4})?)?"
DAY = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"

_PHRASES = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        ("control", r"skip (?:to|over) .*|jump to (?:content|recipe|navigation)|zum inhalt springen"),
        ("advertisement", r"(?:advertise?ments?|ad|ads|sponsored(?: content| post| by .*)?|anzeige|werbung|publicité|publicidad"
         r"|(?:story|article) continues below.*|continue reading below.*|scroll to continue.*|report this ad)"),
        ("share", rf"(?:share|tweet|pin(?: it)?|like|post|copy(?: the)? link|print|save|email|teilen|partager|compartir"
         rf"|(?:share|follow|like|find)(?: us| me| this(?: \w+)?| it)?:?(?: on| via| with| by)?:?(?: (?:{_SITES})[,!]?)*"
         rf"|(?:click to )?(?:share|tweet|pin|email|post)(?: this)?(?: (?:article|post|story|page))?(?: (?:on|via|to|with) .{{1,40}})?"
         rf"|(?:{_SITES})(?: (?:{_SITES}))*|share this:?.*|spread the (?:word|love)!?)"),
        ("reading time", r"(?:reading time:? *)?(?:about )?\d+(?:[-–]\d+)? ?-?min(?:ute)?s?\.?(?: (?:read|reading|to read).*)?"
         r"|(?:estimated )?read(?:ing)? time:?.*|listen to this (?:article|post|story).*|lesezeit.*|temps de lecture.*"),
        ("comments", r"(?:\d+|no|one) comments?(?: so far)?|leave a (?:reply|comment).*|comments? (?:are )?(?:closed|off).*"
         r"|(?:add|post|write) (?:a|your) comment.*|be the first to comment.*|(?:show|view|read|see) (?:all )?(?:\d+ )?comments?"
         r"|comments?(?: ?\(\d+\))?:?|join the (?:conversation|discussion)|what do you think\?|\d+ (?:replies|responses)|cancel reply"),
        ("related", r"(?:you (?:may|might|will|'ll|’ll) (?:also )?(?:like|enjoy|love)|related|recommended|read (?:next|also)"
         r"|more (?:from|like this|stories|articles|posts|on this)|further from|see more|also read|up next|don['’]t miss"
         r"|trending|most (?:read|popular)|popular posts|latest (?:posts|news|articles|stories)|recent posts|keep reading"
         r"|what to read next|you might also be interested)(?:[ :.!…].*|$)"),
        ("newsletter", r"(?:subscribe|sign up)(?:$|[!.]$| (?:to|for|now|today|here).*)|never miss (?:a|an) .*|get (?:our|the|my) .*"
         r"(?:newsletter|inbox).*|join (?:our|the|my) (?:newsletter|mailing list).*|stay (?:in touch|updated|connected)!?|newsletter"),
        ("tags", r"(?:filed under|tagged(?: with| as| in)?|tags?|posted in|categor(?:y|ies)|topics?|keywords)(?: ?:.*| ?)"),
        ("author box", r"about the authors?:?|(?:view|see|read) (?:all )?(?:posts|articles|more|stories) by .*"
         r"|more (?:posts |articles )?by .*"),
        ("date", rf"(?:(?:last |first )?(?:published|updated|posted|modified|reviewed|created|date|on)(?: on| at)?:? )*{DAY}{_TIME}"
         rf"(?: ?[|·•,–—-]? ?(?:(?:last )?updated|published):? (?:on )?{DAY}{_TIME})?"
         r"|(?:(?:last )?updated |posted )?(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago"),
        ("control", r"(?:previous|next|prev|older|newer)(?: (?:post|article|page|story|entry|posts|entries).*)?|close|menu|search|back to (?:top|blog|home|all .*)"
         r"|return to top|load more.*|show (?:more|less)|click to enlarge.*|enlarge (?:image|this image).*|toggle .*|(?:log|sign) ?in|register"
         r"|(?:read|learn|view|see|find out) more(?: ?[›»→.…]+)?|continue reading.*|download(?: pdf)?|edit(?: this page.*| on github)?"
         r"|was this (?:page|article|post|content) (?:helpful|useful)\??.*|play (?:video|audio)|expand|collapse|copy(?: code)?|bookmark|hide caption|toggle caption"),
        ("navigation", r"home(?: ?[›»>/|].*)|in this (?:article|section|guide|post)|on this page|table of contents|contents|inhaltsverzeichnis"
         r"|page contents|article contents|jump to:?.*"),
        ("site footer", r"(?:©|\(c\)|copyright) .*|all rights reserved\.?"),
    )
)  # fmt: skip
_BYLINE = re.compile(r"(?:(?:written |posted |published |text )?by|von|par|por|author):? .{2,60}", re.IGNORECASE)


def reason_of_phrase(text: str) -> str:
    """Return the reason for a text of at most 90 characters or so; only the whole text counts."""
    return next((reason for reason, pattern in _PHRASES if pattern.fullmatch(text)), "")


def is_byline(text: str) -> bool:
    """Whether a line under the title names who wrote the article."""
    return bool(_BYLINE.fullmatch(text))
