"""Modalities: did the encounter happen, is it planned, cancelled or denied, or is nothing asserted."""

from __future__ import annotations

import re

from kg.claims.meetings.participants import WISHED

PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|was to|were to|to be held|to be discussed|plans?|planned|planning|schedul\w+|is expected|are expected|"
    r"was expected|were expected|"
    r"expected to|due to|due in|set to|set for|slated|agreed to|intends?|intend|upcoming|forthcoming|next|going to|prepar\w+ (?:to|for)|"
    r"looks? forward to|hopes? to|"
    r"hope to|hoping to|later this (?:week|month|year)|tomorrow|would go|would meet|would visit|on (?:his|her|their) way|about to|ready to start|"
    r"coming (?:days|weeks|months))\b|['’]ll\b"
)
_CANCELLED = re.compile(
    r"\b(?:cancel(?:s|l?ed)|call(?:s|ed) off|scrapped|scraps|abandoned|denied entry|barred from|turned down|rejected an (?:offer|invitation))\b"
)
_DENIED = re.compile(
    r"\b(?:(?:will|would|did|does|do|has|have|had|is|are|was|were)(?: not|n['’]t)|never|refus\w+ to|declin\w+ to|denie[sd]|rul(?:es|ed|ing) out|"
    r"no plans? to|"
    r"won['’]t|without)\b(?:\s+\w+){0,2}\s*$"
)
_UNREAL = re.compile(
    r"\b(?:invit\w+|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|propos\w+|suggest\w+|idea of|if|unless|whether|could|may|might|should|"
    r"want(?:s|ed)?|would like|"
    r"possib\w+|need(?:s|ed)?|offer(?:s|ed)?|ready|willing|readiness|willingness|ask(?:s|ed)|request\w*|demand\w*|appeal\w*|need for|proposal|"
    r"proposals|"
    r"desire|wish(?:es|ed)?|in order|necessary|important|importance|(?<!had the )(?<!took the )opportunity|not ready|right to|support(?:s|"
    r"ed)? (?:the|a))\b(?:\s+[\w’'-]+){0,6}\s*$"
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
    if WISHED.search(lead) and re.match(r"\s*(?:to\b|$)", near):
        return ""
    if _DENIED.search(near) and "not only" not in near:
        return "denied"
    if _CANCELLED.search(f"{near} {verb}"):
        return "cancelled"
    if PLANNED.search(f"{near} {verb}") or re.search(r"\bpostpon", f"{near} {verb}"):
        return "planned"
    if _UNREAL.search(near):
        return ""
    return "happened"


_LATER = re.compile(r"\b(?:when|before|until|once|as soon as)\s+(?:[\w’'.]+\s+){0,6}$")


def of_present(lead: str) -> bool:
    """Does a present tense after these words speak of the future ("when he visits")?"""
    return _LATER.search(lead) is not None


def of_noun(before: str, noun: str, after: str) -> str:
    """Modality of an encounter told by a noun, from the words around it."""
    near = before[-60:]
    if _UNREAL.search(near[-45:]) or re.search(r"\b(?:idea|proposal|invitation)\b[^,]{0,30}$", near):
        return ""
    if _CANCELLED.search(near) or re.match(r"\s+(?:\w+\s+){0,3}?(?:was|were|has been|have been|is) (?:cancel|called off|scrapped)", after):
        return "cancelled"
    if re.match(r"(?:\s+[\w’'-]+){0,8}?\s+(?:was|were|has been|have been|is|are)\s+(?:\w+\s+)?postponed\b", after):
        return "planned"
    if (
        _HINTS.search(near[-30:])
        or _AFTER.search(after[:90])
        or re.search(r"\b(?:will|is|are) (?:\w+ )?(?:attend|host|hold|visit)\w*\b[^,]{0,20}$", near)
    ):
        return "planned"
    if re.search(r"\b(?:to|will) (?:begin|resume|start|hold|launch|open|continue)\s+(?:[\w’'-]+\s+){0,4}$", near):
        return "planned"
    if re.search(r"\b(?:preparations? for|prepar\w+ (?:a|the|for)|ahead of|plans? (?:for|of)|planned)\b[^,]{0,40}$", near):
        return "planned"
    return "happened"
