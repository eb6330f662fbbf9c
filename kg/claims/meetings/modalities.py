"""Modalities: did the encounter happen, is it planned, cancelled or denied, or is nothing asserted."""

from __future__ import annotations

import re

from kg.claims.meetings.subjects import WISHED

PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|was to|were to|to be held|to be discussed|plans?|planned|planning|schedul\w+|is expected|are expected|"
    r"was expected|were expected|"
    r"expected to|due to|due in|set to|set for|slated|agreed to|intends?|intend|upcoming|forthcoming|next|going to|prepar\w+ (?:to|for)|"
    r"look(?:s|ed|ing)? forward to|hopes? to|"
    r"hope to|hoping to|likely to|poised to|later this (?:week|month|year)|tomorrow|would go|would meet|would visit|on (?:his|her|their) way|"
    r"about to|ready to start|"
    r"coming (?:days|weeks|months))\b|['’]ll\b"
)
_CANCELLED = re.compile(
    r"\b(?:cancel(?:s|l?ed)|call(?:s|ed) off|scrapped|scraps|abandoned|denied entry|barred from|turned down|rejected an (?:offer|invitation))\b"
)
_DENIED = re.compile(
    r"\b(?:(?:will|would|did|does|do|has|have|had|is|are|was|were)(?: not|n['’]t)|never|refus\w+ to|declin\w+ to|fail(?:s|ed|ing)? to|yet to|"
    r"unable to|denie[sd]|rul(?:es|ed|ing) out|"
    r"no plans? to|"
    r"won['’]t|without)\b(?:\s+\w+){0,2}\s*$"
)
_UNREAL = re.compile(
    r"\b(?:invit\w+|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|propos\w+|suggest\w+|idea of|if|unless|whether|could|may|might|should|"
    r"want(?:s|ed)?|would like|"
    r"possib\w+|unlikely to|no (?:start|resumption|sign|prospects?|hope|chance) (?:of|for)|"
    r"need(?:s|ed)?|offer(?:s|ed)?|ready|willing|readiness|willingness|ask(?:s|ed)|request\w*|demand\w*|appeal\w*|need for|proposal|"
    r"proposals|"
    r"desire|wish(?:es|ed)?|in order|necessary|important|importance|(?<!had the )(?<!took the )opportunity|not ready|right to|support(?:s|"
    r"ed)? (?:the|a)|support for|interest in)\b(?:\s+[\w’'-]+){0,6}\s*$"
)
_HINTS = re.compile(r"\b(?:upcoming|forthcoming|next|planned|scheduled|future|proposed|coming)\b")
_AFTER = re.compile(
    r"^[^.;]{0,60}?\b(?:scheduled|slated|planned|set|due|next (?:week|month|year)|to be held|which will|will take place|is to take place|"
    r"will be held|is expected)\b"
)


def of_verb(before: str, verb: str, lead: str = "") -> str:
    """Modality of a verb from the words between its subject and it, and `lead`, those before its subject; "" where
    nothing is asserted."""
    near = " ".join(before[-110:].split())
    if re.search(r"\b(?:discuss|consider|explor)\w*\s+(?:[\w]+\s+){0,3}(?:plans?|proposals?|possibilit|ways)\b", near):
        return ""
    if re.search(r"\bwould(?: not|n['’]t)? have\s*$", near) or _HABIT.search(near):
        return ""
    if _LAPSED.search(near):
        return "cancelled"
    if WISHED.search(lead) and re.match(r"\s*(?:to\b|$)", near):
        return ""
    if (_DENIED.search(near) or _NEGATED.search(verb)) and "not only" not in f"{near} {verb}":
        return "denied"
    if _CANCELLED.search(f"{near} {verb}".rsplit(", ", 1)[-1]):
        return "cancelled"
    if _WOULD.search(near) or PLANNED.search(f"{near} {verb}") or re.search(r"\bpostpon", f"{near} {verb}"):
        return "planned"
    if _UNREAL.search(near):
        return ""
    return "planned" if _BASE.match(verb) and _WILL.search(before) else "happened"


_BASE = re.compile(r"(?:hold|meet|visit|receive|host|attend|pay|have|make|travel|confer|address)\b")
_WILL = re.compile(r"\bwill\b[^.]*(?:[;,]|\band)\s*$")  # "will call on A; meet B; and hold talks with C"
_WOULD = re.compile(r"\bwould(?:\s+(?:also|then|later|today|tomorrow|thereafter|subsequently|first|on\s+\w+day))*\s*$")
_LAPSED = re.compile(r"\b(?:was|were) to have\s*$")  # "was to have met": it did not come to it
_HABIT = re.compile(r"\b(?:regularly|often|frequently|usually|routinely|periodically|normally)\s*$")
_NEGATED = re.compile(r"\s(?:not|never|no)\s")
_TALE = r"(?:reports?|claims?|rumou?rs|allegations?|suggestions?|assertions?|speculation)"
_DENIAL = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*)\s+(?:(?:[\w’'-]+\s+){{0,4}}?{_TALE}\s+(?:[\w’'-]+\s+){{0,3}}?)?(?:that\s+)?(?:the\s+)?$"
)
_NO_SUCH = re.compile(
    rf"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*)\s+(?:(?:[\w’'-]+\s+){{0,4}}?{_TALE}\s+(?:of|about)\s+|having\s+\w+\s+|holding\s+)?(?:an?y?\s+|the\s+)?(?:\w+\s+)?$"
)
_TOLD = re.compile(rf"\b{_TALE}\s+(?:that|of|about)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
_FALSE = re.compile(
    r"[^.;]{0,80}?\b(?:is|are|was|were|as)\s+(?:\w+ly\s+|not\s+)?(?:false|untrue|true|fake|baseless|wrong|unfounded|groundless|incorrect|denied|fabricated)\b"
)
_OPEN = re.compile(
    r"\b(?:if|unless|whether)\s+(?:the\s+)?$|"
    r"\b(?:(?:declin|refus)\w*\s+to|(?:would|did|could|will|can)\s*(?:not|n['’]t)|cannot|can['’]t|unable\s+to|neither)\s+"
    r"(?:comment|confirm|say\b|disclose|verify)[^.;:]{0,90}$",
    re.IGNORECASE,
)

_OFTEN = re.compile(r"\s+(?:already\s+)?(?:twice|[\w-]+ times)\b")  # "has met him twice": no encounter of its own
_CONDITION = re.compile(r"[^.;]{0,100}?\b(?<!see )(?<!as )(?<!even )(?:if|unless|provided that)\b")
_CONDITIONAL = re.compile(r"(?:If|Unless)\b[^.;]*,\s*$")


def governed(modality: str, lead: str, after: str, nominal: bool) -> str:
    """The modality of a telling under what its sentence says of it before its first party (`lead`) and `after` it: denied
    as a whole ("denied that A met B", "reports that A met B are false"), or left open ("if A meets B"): "" then."""
    lead = " ".join(lead[-200:].split()) + " "
    if _OPEN.search(lead) or (lead.strip() == "Had" and not nominal):
        return ""
    if _OFTEN.match(after):
        return ""
    if modality == "planned" and (_CONDITION.match(after) or _CONDITIONAL.match(lead)):
        return ""
    false = _FALSE.match(after) if _TOLD.search(lead) else None
    if (_NO_SUCH if nominal else _DENIAL).search(lead) or (false and (" true" not in false.group() or " not " in false.group())):
        return "denied"
    return modality


_LATER = re.compile(r"\b(?:when|before|until|once|as soon as)\s+(?:[\w’'.]+\s+){0,6}$")


_WAS_TO = re.compile(r"\b(?:was|were|had been)\s+(?:\w+ly\s+)?(?:due|scheduled|set|slated|expected|supposed|planned|planning|meant|to)\b")


def lapsed(before: str) -> bool:
    """Do the words before a verb tell what was to take place, once?"""
    return _WAS_TO.search(before) is not None


def of_present(lead: str) -> bool:
    """Does a present tense after these words speak of the future ("when he visits")?"""
    return _LATER.search(lead) is not None


_FATE = re.compile(  # what became of the encounter: the first verb after its parties
    r"(?:\s+(?!(?:is|was|were|are|has|had|have|will|said|says|who|which|that|until)\b)[^\s,;]+){0,16}?"
    r"(?:,\s+(?:which (?:was|were)\s+)?(?:planned|scheduled|due|set|slated)\b[^,.;]{3,60},)?"
    r"(?:\s+(?:was|were)\s+(?:to|due|set|scheduled|planned)\b[^.;]{2,70}?\s(?:but|and)(?:\s+it)?)?"
    r"\s+(?:was|were|has been|have been|had been|is|are)\s+(?:\w+\s+)?(cancell?ed|called off|scrapped|postponed|put off)\b"
)
_UNSURE = re.compile(  # "a meeting between A and B is possible"
    r"(?:\s+(?!(?:is|was|were|are|has|had|have|will|said|says|who|which|that|until)\b)[^\s,;]+){0,16}?"
    r"\s+(?:is|are|was|were|remains?|remained)\s+(?:still\s+|also\s+|very\s+)?(?:possible|unlikely|uncertain|in doubt|out of the question|likely"
    r"|being (?:considered|discussed|prepared)|under (?:discussion|consideration)|not (?:planned|scheduled|expected|on the agenda|ruled out))\b"
)
_NONE = re.compile(r"(?:\b[Ww]as|\b[Ww]ere|\b[Bb]een|\b[Bb]e|^)\s*\b[Nn]o\s+(?:\w+\s+)?$|(?:^|[.;]\s+)No\s+(?:\w+\s+)?$")
_AHEAD = re.compile(  # "A's visit to B will begin on Monday"
    r"(?:\s+(?!(?:is|was|were|are|has|had|have|will|said|says|who|which|that|until)\b)[^\s,;]+){0,24}?"
    r"\s+(?:(?:is|are) (?:now )?(?:scheduled|slated|planned|set|due|expected)\b|(?:will|would|is to|are to|was to|were to)\s+(?:also\s+)?"
    r"(?:take place|be held|begin|start|kick off|last|follow|precede|come|run|be the|focus|cover|include|address|discuss|consider|see|bring)\b)"
)
_NEVER = re.compile(
    r"(?:\s+(?!(?:is|was|were|are|has|had|have|will|said|says|who|which|that|until|did)\b)[^\s,;]+){0,16}?"
    r"\s+(?:did\s+not\s+(?:take\s+place|happen|occur)|never\s+(?:took\s+place|happened|occurred)|(?:has|had)\s+(?:not|never)\s+been\s+(?:planned|held)|(?:was|were)\s+(?:not|never)\s+held)\b"
)
_BOUND = re.compile(
    r"\b(?:heads?|leaves?|travels|flies|goes|heading|leaving|departs?|departed|left)\s+(?:to|for)\s[^,.;]{2,60}?\sfor\s+(?:[\w-]+\s+){0,3}$"
)
_OPEN_TO = re.compile(
    r"\b(?:(?:not|n[’']t|never)\s+(?:turn down|rule out|exclude|reject|refuse)|open to|"
    r"(?:prospects?|chances?|possibility)\s+(?:of|for)|(?:dates?|venue|conditions?)\s+for)\s+(?:[\w-]+\s+){0,3}$"
)
_PROGRAMME = re.compile(
    r"\b(?:visit|trip|tour|stay)(?:,[^,.;]{3,60},|\s+(?:of|to|by)\s[^.;,]{3,60})?\s+(?:that\s+|which\s+)?(?:will\s+(?:also\s+)?include|includes)\b[^.;]{0,90}$|"
    r"\b(?:agenda|programme|program|schedule|itinerary|plans?)(?:\s+(?:of|for|in)\s[^.;,]{3,60})?\s+(?:also\s+)?(?:includes?|provides?\s+for|envisages?)\b[^.;]{0,90}$"
)
_TO_ATTEND = re.compile(
    r"\b(?:will|would|(?:due|scheduled|set|expected|slated|plans?)\s+to|(?:left|leaves?|leaving|departed|departs)\s+for\s[^.;]{3,60}?\sto)\s+(?:also\s+)?"
    r"(?:attend|lead|participate in|take part in|join)\s+(?:[\w’'-]+\s+){0,6}$"
)
_TO_HOLD = re.compile(
    r"\b(?:to|will|would)\s+(?:also\s+)?(?:begin|resume|start|hold|host|launch|open|continue|undertake|embark on|"
    r"make|pay|conduct|join|chair|co-chair|kick off)"
    r"\s+(?:[\w’'-]+\s+){0,6}$|\b(?:will|would)\s+(?:also\s+)?be\s+(?:[\w’'-]+\s+){1,5}$|\bannounc\w+\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+){0,3}$"
    r"|\b(?:will|would)\s+lead\s[^.;,]{3,70}\son\s+an?\s+(?:[\w-]+\s+){0,4}$"
)
_INSIDE = re.compile(r"\b(?:[Aa]fter|[Dd]uring|[Aa]t|[Ff]ollowing|[Bb]efore|[Ss]ince)\s+(?:[\w’'.-]+\s+){0,4}$")


_CONTENT = re.compile(r"important|importance|necessary|need|readiness|willingness|desire|support")  # of what was said at the meeting


def of_noun(before: str, noun: str, after: str) -> str:
    """Modality of an encounter told by a noun, from the words around it."""
    near = before[-60:]
    if _OPEN_TO.search(near):
        return ""
    unreal = _UNREAL.search(near[-45:])
    if (unreal and not (_INSIDE.search(near) and _CONTENT.match(unreal.group()))) or re.search(r"\b(?:idea|proposal|invitation)\b[^,]{0,30}$", near):
        return ""
    if not _INSIDE.search(near) and _UNSURE.match(after):
        return ""
    if _NONE.search(near) or _NEVER.match(after):
        return "denied"
    fate = None if _INSIDE.search(near) else _FATE.match(after)
    if _CANCELLED.search(near) or (fate and fate.group(1) not in ("postponed", "put off")):
        return "cancelled"
    if fate:
        return "planned"
    if (
        _HINTS.search(near[-30:])
        or _BOUND.search(near)
        or _PROGRAMME.search(before)
        or _TO_ATTEND.search(before)
        or (not _INSIDE.search(near) and _AHEAD.match(after))
        or _AFTER.search(after[:90])
        or re.search(r"\b(?:will|is|are) (?:\w+ )?(?:attend|host|hold|visit)\w*\b[^,]{0,20}$", near)
    ):
        return "planned"
    if _TO_HOLD.search(near):
        return "planned"
    if re.search(r"\b(?:preparations? for|prepar\w+ (?:a|the|for)|ahead of|in advance of|plans? (?:for|of)|planned)\b[^,]{0,40}$", near):
        return "planned"
    return "happened"
