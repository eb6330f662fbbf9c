"""Cues: the verbs and nouns that tell of an encounter, each with the kind of encounter and how its parties stand around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Shape = Literal["with", "object", "place", "event", "noun", "ceremony", "press", "cosign", "guest", "credentials", "wreath", "delegation"]

# nouns for encounters, and the kind each tells of
NOUNS = {
    "meeting": "meeting", "meetings": "meeting", "audience": "meeting", "get-together": "meeting",
    "luncheon": "meeting", "dinner": "meeting", "lunch": "meeting", "banquet": "meeting", "brunch": "meeting",
    "breakfast": "meeting", "reception": "meeting", "videoconference": "meeting", "video conference": "meeting",
    "talks": "talks", "negotiations": "talks", "consultations": "talks", "discussions": "talks", "discussion": "talks",
    "talk": "talks", "conversations": "call", "round of talks": "talks", "rounds of talks": "talks", "negotiation": "talks",
    "call": "call", "calls": "call", "phone call": "call", "telephone call": "call", "telephone conversation": "call", "phone conversation": "call",
    "telephone conversations": "call", "phone calls": "call", "video call": "call", "conversation": "call",
    "visit": "visit", "visits": "visit", "trip": "visit", "trips": "visit", "tour": "visit", "travel": "visit",
    "summit": "summit", "summit meeting": "summit", "summit talks": "summit",
    "news conference": "other", "press conference": "other", "press briefing": "other", "briefing": "other",
}  # fmt: skip
NOUN = "|".join(sorted((re.escape(noun) for noun in NOUNS), key=lambda noun: (-len(noun), noun)))
ADJECTIVE = (
    r"(?:\w+\s+and\s+)?(?!(?:with|between|of|to|and|in|on|at|for|by|the|from|during|after|before|that|which|who|an?)(?![\w-]))"
    r"(?:[A-Za-z][\w-]*|U\.S\.|\d+(?:th|nd|rd|st)|[“\x22][^”\x22]{1,30}[”\x22]|[“\x22][A-Za-z-]+)(?:[-–][\w-]+)*,?\s+"
)
_HOLD = (
    r"(?:hold|holds|held|holding|have|had|having|has|conduct|conducts|conducted|conducting|continue|continued|begin|begins|began|begun|open|opens|"
    r"opened|opening|launch|launches|launched|resume|resumes|resumed|resuming|start|starts|started|complete|completed|concluded|finished|end|"
    r"ended|host|hosts|hosted|hosting|lead|leads|leading|led|co-chair|co-chairs|co-chaired|wrapped up|wraps up|"
    r"(?:attend|attends|attended|attending)(?=\s+(?:[\w-]+\s+){0,3}?(?:meetings?|talks|consultations|discussions)\s+with\s)|"
    r"give|gave|engage in|engaged in|schedule|scheduled|arrange|arranged|plan|plans|planned|postpone|postponed|cancel|cancels|canceled|cancelled|"
    r"called off|calls off)"
)
_MARK = r"(?:a|an|the|his|her|its|their|another|more|further|new|two days of|three days of|several|separate|some|one|first|second|in)?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that begins an encounter. Group "noun", if it has one, names the encounter's noun."""

    rule: str
    kind: str
    shape: Shape
    pattern: re.Pattern[str]


def _cue(rule: str, kind: str, shape: Shape, pattern: str) -> Cue:
    return Cue(rule, kind, shape, re.compile(rf"(?<![\w-]){pattern}(?![\w-])"))


CUES = (
    _cue("welcome", "ceremony", "object", r"(?:held|holds|hold|hosted|hosts|organized|organised|gave|"
    r"presided over|presides over|chaired|chairs|led|leads)\s+(?:an?|"
    r"the)\s+(?:[\w-]+\s+){0,3}?(?:welcom(?:e|ing)|welcome reception|"
    r"red-carpet|farewell)\s+(?:[\w-]+\s+)?ceremony\s+(?:for|to welcome|in honou?r of)"),
    _cue("hold", "", "with", rf"{_HOLD}\s+(?:{_MARK}\s+)?(?:{ADJECTIVE}){{0,6}}?(?:(?:rounds?|series)\s+of\s+(?:{ADJECTIVE}){{0,4}}?)?"
    rf"(?P<noun>{NOUN})(?:\s+(?:scheduled|planned))?"),
    _cue("pay a visit", "visit", "place", r"(?:(?:pay|pays|paid|paying|make|makes|made|making|begin|begins|began|begun|start|started|starts|end|"
    r"ended|kick off|take|takes|took|taking)\s+"
         rf"(?:{_MARK}\s+)?(?:{ADJECTIVE}){{0,5}}?(?:visit|trip|tour)s?|on\s+(?:a|an|his|her|their)\s+(?:{ADJECTIVE}){{0,4}}?(?:visit|trip)|"
         rf"on (?:his|her|their) way)\s+(?:to|of|in)"),
    _cue("in talks", "talks", "with", r"(?:is|are|was|were|been) in\s+(?:\w+\s+)?(?P<noun>talks|negotiations|discussions)"),
    _cue("visiting", "visit", "guest", r"[Vv]isiting"),
    _cue("meet", "meeting", "with", r"(?:met|meets|meet|gathered|gather|c[ao]me together|comes together|assembled|"
    r"(?<=\bis )meeting|(?<=\bare )meeting|(?<=\bwas )meeting|(?<=\bwere )meeting|"
    r"(?<=\bbe )meeting|meeting(?=\s+(?:with|(?:in|on)\s)))"),
    _cue("speak", "call", "with", r"(?:spoke|speak|speaks|speaking|spoken|talked|talk|talks|talking)(?=\s)"),
    _cue("confer", "talks", "with", r"(?:conferred|confer|consulted|consult|negotiated|negotiate|negotiating|conferring|consulting|"
    r"(?:discuss(?:ed|es|ing)?|exchang(?:ed|es|ing)\s+(?:views|opinions))(?=\s+with\s))"),
    _cue("call on", "meeting", "object", r"(?:(?:pa(?:id|y|ys|ying)|ma(?:de|ke|kes|king))\s+(?:an?\s+)?(?:\w+\s+)?(?:call|"
    r"visit)s?\s+(?:up)?on|(?:pa(?:id|y|ys|ying)|ma(?:de|ke|kes|king))\s+(?:an?\s+)?(?:\w+\s+)?(?:courtesy|farewell|introductory)\s+(?:call|visit)\s+(?:to|with)|"
    r"call(?:ed|s|ing)?\s+(?:up)?on)"),
    _cue("phone", "call", "object", r"(?:telephoned|phoned|rang|placed a (?:tele)?phone call to|made a (?:tele)?phone call to|called|"
    r"(?:received|receives|took|had)\s+(?:an?\s+)?(?:tele)?(?:phone )?call(?:\s+(?:today|yesterday|on \w+day))?\s+from)"),
    _cue("engage", "other", "with", r"(?:engaged|engages|engage|engaging)(?=\s+with\s)"),
    _cue("contact", "other", "object", r"contacted"),
    _cue("lead", "visit", "delegation", r"(?:led|leads|lead|leading|headed|heads|heading)\s+(?:an?|the|his|her)\s+(?:[\w.-]+\s+){0,5}?delegation"),
    _cue("receive", "meeting", "object", r"(?:granted (?:an? )?(?:[Rr]oyal )?[Aa]udience|received|receives|receive|[Rr]eceiving|"
    r"hosted|hosts|host|[Hh]osting|"
    r"welcomed|welcomes|summoned|summons|greeted|convened|"
    r"convenes|convene|look(?:s|ed|ing)? forward to (?:seeing|meeting|welcoming|hosting|receiving))"),
    _cue("visit", "visit", "place", r"(?:visited|visits|visit|visiting|toured|tours|tour|touring)"),
    _cue("arrive", "visit", "place", r"(?:(?:arrived|arrives|arriving|arrive)\s+(?:here\s+)?(?:in|at)|"
    r"(?:travel(?:l?ed|s)?(?:\s+(?:this|last|next)\s+\w+|"
    r"\s+today|\s+yesterday)?|travell?ing|flew|flies|fly|headed|heads|heading|went|go|going|"
         r"came|comes|coming|left|leaves|leave|leaving|departed|departs|departing|reached|reaches)\s+(?:back\s+)?(?:to|for))"),
    _cue("stay", "visit", "place", r"(?:is|are|was|were|will be)\s+(?:currently\s+|now\s+|expected\s+)?in"
    r"(?=\s+(?:the\s+)?[A-Z][^.;]{2,40}?\s+(?:for|to|on|"
    r"tomorrow|as part of|where)\s)"),
    _cue("chair", "meeting", "event", r"(?:chaired|chairs|chair|chairing|presid(?:ed|es|e|ing) over|"
    r"attended|attends|attend|attending|took part in|take part in|"
    r"takes part in|taking part in|"
         r"participated in|participates in|participate in|participating in|addressed|addressing|address|convened|convenes|convene|opened|"
         r"gathered for|joined|told(?=\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:meeting|conference|forum|seminar|gathering|session)\s+of\s))"),
    _cue("wreath", "ceremony", "wreath", r"(?:lay|laid|lays|laying|place|placed|places|placing)\s+(?:a\s+)?(?:wreaths?|flowers)"),
    _cue("sign", "ceremony", "ceremony", r"(?:in the presence of|looked on|looks on|witnessed the signing of|(?:presented|presents|"
    r"present)(?=\s+(?:the Order|state|"
    r"awards?|[\w ]{0,20}medals?)))"),
    _cue(
        "credentials",
        "ceremony",
        "credentials",
        r"(?:presented|presents|present|presenting|submitted|handed(?:\s+(?:over|in))?|received|receives|receiving|accepted|accepts|accepting)\s+"
        r"(?:(?:the\s+|an?\s+)?cop(?:ies|y)\s+of\s+)?(?:(?:his|her|their|the)\s+)?(?i:credentials|(?:diplomatic\s+)?letters?\s+of\s+(?:credence|credentials))",
    ),
    _cue("cosign", "ceremony", "cosign", r"(?:signed|sign)(?=\s+(?:a|an|the)\s)"),
    _cue("press", "other", "press", r"(?:answered|answer|replied to|took)\s+(?:the\s+)?(?:(?:[A-Z]\w+\s+)?(?:journalists[’']|reporters[’']|"
    r"media)\s+)?questions(?=[\s.])"
         r"|(?:made|gave|issued)\s+(?:several\s+|joint\s+|press\s+)*statements\s+(?:to|for)\s+the\s+(?:press|media)"),
)  # fmt: skip

# "the meeting with X", "talks between X and Y", "his visit to Y", "X's call with Y"
NOMINAL = re.compile(
    rf"(?<![\w-])(?P<noun>{NOUN}|Meetings?|Call|Visit|Talks|Travel|Summit|Telephone conversation|Trip|Consultations|Negotiations|Phone call)(?![\w-])"
)
# an event that is attended: "a meeting of the State Council", "the opening ceremony of …", "the joint press conference"
EVENT = re.compile(
    r"\s+(?:the|a|an|this|that|his|her|its|their)?\s*(?:(?!of\b|and\s+[a-z]|for\b)[\w’'“”.&/-]+\s+){0,9}?"
    r"(?P<noun>meeting|session|summit|conference|forum|ceremony|talks|congress|assembly|reception|opening|consultations|parade|service|gathering|"
    r"council|press conference|news conference|event|celebrations|presentation|exhibition|Forum|Summit|Conference|Council|Assembly|Congress|"
    r"Session)\b"
)
EVENT_KINDS = {
    "meeting": "meeting", "session": "meeting", "summit": "summit", "conference": "summit", "forum": "other", "ceremony": "ceremony",
    "talks": "talks", "congress": "other", "assembly": "summit", "reception": "ceremony", "opening": "ceremony", "consultations": "talks",
    "parade": "ceremony", "service": "ceremony", "gathering": "other", "council": "meeting", "press conference": "other",
    "news conference": "other", "event": "other", "celebrations": "ceremony", "presentation": "ceremony", "exhibition": "other",
}  # fmt: skip

# ---- what stands between the verb and its parties ---------------------------------------------------------------

WITH = re.compile(r"with the participation of (?:the )?|(?:also\s+|separately\s+|together\s+)?(?:with|alongside)\s+", re.IGNORECASE)
BETWEEN = re.compile(r"between\s+|involving\s+|among\s+|of\s+|by\s+", re.IGNORECASE)
FEASTS = ("brunch", "reception", "dinner", "lunch", "luncheon", "banquet", "breakfast", "audience")  # "hosted a reception for A"
FOR = re.compile(r"\s*(?:for|in honou?r of|given in honou?r of|to)\s+(?:the\s+)?(?:visiting\s+)?")
TO = re.compile(r"(?:back\s+)?(?:to|of|in|at|through)\s+(?:the\s+)?")
AT = re.compile(
    r"(?:in|at|inside|outside|near|on(?=\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:island|border|territory|shores?|banks?|coast|board|site)\b))\s+"
    r"(?:the\s+|his\s+|her\s+)?(?:(?:\w+\s+){0,3}?(?:capital|city|town|port|resort|island|state|province|"
    r"village)(?:\s+(?:city|of))?,?\s+(?:of\s+)?)?"
)
PHONE = re.compile(
    r"(?:by|over|on|via)\s+(?:the\s+|a\s+)?(?:secure\s+)?(?:tele)?(?:phone|video\s?conference|video call|video link|call)\b|"
    r"via\s+(?:secure\s+)?video\w*|virtually\b"
)
SKIP = re.compile(
    r"(?:,?\s*(?:here|briefly|again|privately|separately|also|jointly|together|tete-a-tete|face to face|face-to-face|one-on-one|in person|"
    r"for the first time|in (?:private )?audience|(?:on|about|regarding)(?: (?!with\b)[a-z-]+,?){1,6}?(?= with )|"
    r"(?:up)?on (?:his|her|their) arrival(?: (?:at|in|to) [^,.;()]{3,60}?(?= by\b|,|[.;]))?|"
    r"to (?:an? )?(?:[\w-]+ ){0,2}(?:luncheon|dinner|lunch|reception|banquet|breakfast)|"
    r"at length|informally|formally|officially|later|earlier|just|then|first|both|subsequently|for (?:about |around |some |nearly |over |more than )?"
    r"(?:\w+|\d+)(?:-\w+)? (?:hours?|minutes|days?)|(?:on|in|at) the (?:sidelines|margins|fringes) of (?:the |"
    r"this week[’']s )?(?:[\w-]+ ){0,4}?[A-Z0-9][\w-]*(?: (?:of the )?[A-Z0-9][\w-]*)*|"
    r"last (?:night|evening|week|month)|this (?:week|month|morning|afternoon|evening)|(?:during|at) (?:the|a) [^,.;]{3,40}?(?:summit|session|forum|"
    r"conference|Assembly|Summit|Forum|Conference)|"
    r"ahead of (?:the )?[A-Z]\w+(?: [A-Z]\w+[’']?)*|for (?:breakfast|lunch|dinner|tea|talks|a (?:\w+ ){0,3}(?:meeting|visit|discussion|lunch)|"
    r"(?:an|a new|another|a second|a third) round of (?:\w+ )?talks|(?:[\w-]+ )?(?:talks|discussions|negotiations|consultations|meetings))|"
    r"at the (?:highest|top) level|over (?:breakfast|lunch|dinner)|"
    r"at (?:his|her|their|the) (?:initiative|request|invitation) of [^,.]{3,60}|while (?:in|attending) [^,.]{3,40}|and (?:an? )?(?:state |"
    r"working |official )?(?:luncheon|dinner|lunch|reception|banquet)|in the framework of [^,.]{3,40}|"
    r"on an? (?:[\w-]+ ){0,3}[Vv]isit(?: to [A-Z]\w+(?: [A-Z]\w+)?)?|"
    r"earlier|and|took place|(?:was|were|is|are|ha(?:s|ve) been|will be)\s+(?:also\s+|then\s+|later\s+)?(?:being\s+)?held|"
    r"will take place|has begun|"
    r"began|opened))(?:\s+|(?=[.,;]))"
)
INVITED = re.compile(r",?\s*at the (?:invitation|request|initiative) of\s+(?:the\s+)?")
TOPICAL = re.compile(r"\s*(?:,\s*)?(?:to\s+discuss|where|during which|on|about|regarding|concerning|over|focus|cover|aimed)\b")
