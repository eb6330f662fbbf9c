"""Stages of instruments: what a sentence says has become of the one it names, from mentioned to in force."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from kg.patterns import search

ORDER = (
    "mentioned",
    "discussed",
    "planned",
    "negotiated",
    "initialled",
    "agreed",
    "signed",
    "ratified",
    "in force",
    "implemented",
    "rejected",
    "terminated",
)

# verb forms before the instrument, its nominal forms before "of", and participles after it
ACTIVE: tuple[tuple[str, str], ...] = (
    (
        "signed",
        r"sign(?:s|ed|ing)?|inks?|inked|put (?:his|her|their) signatures? (?:to|on|under)"
        r"|exchang(?:e|es|ed|ing)(?! (?:of )?(?:views|opinions|information|remarks|experience))",
    ),
    ("initialled", r"initial(?:s|led|ed|ling|ing)"),
    ("ratified", r"ratif(?:y|ies|ied|ying)"),
    ("in force", r"put(?:s|ting)? into (?:effect|force)|br(?:ought|ings?|inging) into (?:effect|force)"),
    (
        "implemented",
        r"implement(?:s|ed)|(?:under ?way|being taken|begun|started) to implement|(?:resum|beg[iau]n|start)\w* "
        r"implementation of|fulfil(?:s|led|ling)",
    ),
    ("agreed", r"renew(?:s|ed|ing)?|prolong(?:s|ed|ing)?|extend(?:s|ed)"),
    ("rejected", r"reject(?:s|ed|ing)?|turn(?:s|ed|ing) down|vot(?:es|ed|ing) (?:down|against)|veto(?:es|ed|ing)"),
    (
        "terminated",
        r"withdr(?:ew|aws|awn) from|pull(?:s|ed) out of|terminated|abandoned|scrapped|denounced|annulled|cancell?ed|suspended"
        r"|(?:suspended|ended|halted) (?:its|their|his) (?:participation|membership) in",
    ),
    (
        "agreed",
        r"reach(?:es|ed|ing)?|conclud(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|approv(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|made"
        r"|finali[sz](?:e|es|ed)|unveil(?:s|ed|ing)?|launch(?:es|ed)?|pass(?:es|ed)?"
        r"|forged?|struck|strikes?|broker(?:s|ed)|clinch(?:es|ed)|join(?:s|ed|ing)?|acced(?:es|ed) to|issued|issuing"
        r"|agree[sd]? (?:on|to|upon)|enter(?:s|ed|ing)? into|endors(?:es|ed|ing)|secur(?:e|es|ed|ing)"
        r"|achiev(?:es|ed)|arriv(?:es|ed) at|came to|set out in|complet(?:es|ed)|releas(?:es|ed|ing)|publish(?:es|ed)|sealed"
        r"|seals|hammered out|worked out|agreed",
    ),
    (
        "negotiated",
        r"negotiat(?:e|es|ed|ing)|near(?:s|ed|ing)?|(?:work|works|worked|working) on|draft(?:s|ed|ing)|finali[sz]ing"
        r"|hammer(?:ing)? out|prepar(?:e|es|ed|ing)|draw(?:ing)? up|elaborat\w+|develop(?:ing|ed)?|progress (?:on|towards?"
        r"|in)",
    ),
    (
        "discussed",
        r"discuss(?:es|ed|ing)?|consider(?:s|ed|ing)?|talk(?:s|ed|ing) about|sp(?:oke|eaks?|eaking|oken) (?:about|of)"
        r"|exchang(?:ed?|ing) views on|touch(?:ed|ing) (?:up)?on|review(?:s|ed|ing)?|address(?:es|ed|ing)"
        r"|propos(?:e|es|ed|ing)|call(?:s|ed|ing) for|push(?:es|ed|ing)? for|urg(?:es|ed|ing)|seek(?:s|ing)?|sought|rais(?:es"
        r"|ed)|press(?:ed|ing) for|advocat\w+|favou?r(?:s|ed)|suggest(?:s|ed|ing)",
    ),
)
NOMINAL: tuple[tuple[str, str], ...] = (
    ("signed", r"signing(?: ceremony)?(?: of| for)|signature of"),
    ("agreed", r"welcom\w+ (?:the )?(?:recent|new|recently \w+)"),
    ("ratified", r"ratification of"),
    ("in force", r"entry into force of|putting into effect"),
    ("rejected", r"(?:defeat|rejection) of"),
    ("terminated", r"(?:termination|denunciation|abandonment) of|withdrawal from"),
    ("agreed", r"conclusion of|adoption of|accession to"),
    (
        "negotiated",
        r"(?:negotiations|talks|work|consultations) (?:with [\w’'.-]+(?: [\w’'.-]+)? )?(?:on|about|for|over|towards?|in)"
        r"|preparation of|drafting of|drafts? of",
    ),
    (
        "discussed",
        r"(?:discussions?|exchange of views|conversations?) (?:of|on|about|regarding)|(?:need|call|proposal|possibility"
        r"|prospects?|idea|chance|hopes?|support) (?:for|of)|development of",
    ),
)
PASSIVE: tuple[tuple[str, str], ...] = (
    ("signed", r"signed|inked|sealed"),
    ("initialled", r"initial+ed"),
    ("ratified", r"ratified"),
    ("in force", r"in (?:force|effect)|put into (?:effect|force)"),
    ("implemented", r"implemented|carried out|fulfilled"),
    ("rejected", r"rejected|defeated|voted down|vetoed"),
    ("terminated", r"terminated|abandoned|scrapped|cancel+ed|denounced|annulled|suspended"),
    (
        "agreed",
        r"reached|concluded|adopted|approved|announced|finali[sz]ed|agreed|made|launched|passed|struck|issued|achieved"
        r"|completed|unveiled|released|endorsed",
    ),
    ("planned", r"ready (?:for|to be) (?:signing|signature|signed)|awaiting (?:signing|signature)"),
    ("negotiated", r"negotiated|drafted|prepared|worked on|drawn up|under (?:negotiation|discussion|preparation)"),
    ("discussed", r"discussed|considered|proposed|reviewed"),
)
EFFECT = re.compile(
    r"(?:took|takes|has taken|taking|having taken) effect|(?:entered|came|comes|enters|has entered|have entered|went|has "
    r"come) into (?:force|effect)|(?:is|are|remains?|has been) in (?:force|effect)"
)
FILL = (
    r"(?:(?!(?:and|that|which|who|but|while|to|will|would|is|are|was|were|has|have|had|by|from|said|says|on|in|for|with"
    r"|into|at|about|under|within|between|including)\b)[\w’'$.-]+\s+){0,6}(?:series of [\w-]+ and )?[“\"‘']?"
)
PARTNER = r"(?:with (?:[\w’'.-]+ ){1,6}?(?=(?:an?|the|two|three|several) ))?"  # "signed with his counterpart an agreement"
FUTURE = re.compile(
    r"(?:\b(?:will|would|shall|should|could|may|might|must|can|cannot|to|let us|about to|plans? for|planned|planning"
    r"|upcoming|future|forthcoming|expected|ready for|ahead of|verge of|brink of|close to|prepar\w+ (?:for|the)|before"
    r"|towards?|until|after the expected)"
    r"(?:\s+(?:also|soon|then|jointly|the|be|eventually|formally|finally|a|an|have|been)){0,3}\s*|['’]ll )$",
    re.I,
)
WAYS = re.compile(r"\b(?:approach|ways?|process|possibilit\w+|prospects?|interest|ideas?|purpose|aim)\s+(?:to|of|in|for)\s+(?:[\w-]+\s+){0,3}$", re.I)
BASE = re.compile(r"(?:sign|conclude|adopt|approve|initial|reach|issue|make|finali[sz]e)\b", re.I)
JOINED = re.compile(
    r"\b(?:to|will|would|should|must|shall)\s+(?:also\s+)?[a-z]+\s[^.;]{2,160}?,?\s(?:and|or)\s+(?:also\s+|then\s+)?$"
)  # "will meet and sign"
FIRST = re.compile(
    r"\b(?:was|were|is|are|be[ca]ame?|been)\s+(?:[\w-]+\s+){0,2}(?:first|second|third|last|only|latest)\s+(?:[\w-]+\s+){0,4}to\s*$", re.I
)
NEGATED = re.compile(
    r"\b(?:not|never|n['’]t|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|without|yet to|unable to|no|cannot|declin(?:e"
    r"|ed) to|neither)(?:\s+\w+){0,2}\s*$",
    re.I,
)
AUX = (
    r"(?:(?:,\s+)?(?:which|that)\s+)?(?:(?:,\s+)|(?P<aux>(?:(?:was|were|is|are|has|have|had|been|being|be|will|would|to"
    r"|could|should|may|might|must|can|not|yet|never|also|already|officially|formally|finally|recently|expected|scheduled"
    r"|due|set|still|just|it was|jointly|initially)\s+)*))"
)


class Found(NamedTuple):
    """A stage, the rule that read it, and the offsets of its cue in the sentence."""

    stage: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    stage: str
    rule: str
    pattern: re.Pattern[str]


BEFORE = tuple(Cue(stage, f"verb {stage}", re.compile(rf"\b(?:{forms})\s+(?:of\s+)?{PARTNER}{FILL}$", re.I)) for stage, forms in ACTIVE) + tuple(
    Cue(stage, f"noun {stage}", re.compile(rf"\b(?:{forms})\s+{FILL}$", re.I)) for stage, forms in NOMINAL
)
AFTER = tuple(Cue(stage, f"passive {stage}", re.compile(rf"\s*(?:\([A-Z][\w-]+\)\s+)?{AUX}(?:{forms})\b", re.I)) for stage, forms in PASSIVE)


def read(sentence: str, start: int, end: int) -> Found:
    """What `sentence` says of the instrument at `start` to `end`: the furthest stage asserted beside it."""
    found = [*_before(sentence, start), *_after(sentence, end), *_within(sentence, start, end)]
    if TALKS.search(sentence, max(0, start - 60), start):  # "negotiations on a treaty were launched": not the treaty was
        if OVER.search(sentence, end, end + 110):
            return Found("agreed", "talks over", start, end)
        found = [one for one in found if one.rule != "passive agreed" or re.search(r"conclu|complet|finali[sz]", sentence[one.start : one.end])]
    return max(found, key=lambda one: ORDER.index(one.stage), default=Found("mentioned", "mentioned", start, end))


OVER = re.compile(r"\b(?:was|were|have|has|had)\s+(?:(?:been|successfully|formally)\s+)*(?:concluded|completed|finali[sz]ed)\b")
TALKS = re.compile(
    r"\b(?:negotiations|talks|consultations|discussions|work)\s+(?:on|for|about|over|towards?)\s+(?:an?\s|the\s)?(?:[\w-]+\s){0,3}$", re.I
)


def _within(sentence: str, start: int, end: int) -> list[Found]:
    """A participle inside the instrument's own words ("documents were signed on trade", "agreement signed with OPEC"), and
    what the clause after it does to "it"."""
    found = [Found(stage, f"passive {stage}", start, end) for stage, forms in PASSIVE[:1] if re.search(rf"\b(?:{forms})\b", sentence[start:end])]
    relative = RELATIVE.match(sentence, end)
    if relative:
        stage = next(stage for stage, forms in PASSIVE if re.fullmatch(forms, relative.group(1), re.I))
        found.append(Found(stage, f"passive {stage}", relative.start(1), relative.end()))
    again = IT.search(sentence, end)
    if again:
        stage = next(stage for stage, forms in ACTIVE if re.fullmatch(forms, again.group(1), re.I))
        if not FUTURE.search(sentence[end : again.start()]) and not NEGATED.search(sentence[end : again.start()]):
            found.append(Found(stage, f"verb {stage}", again.start(), again.end()))
    return found


RELATIVE = re.compile(
    r"\s*(?:\([A-Z]+\)\s*)?,?\s(?:that|which)\s(?!will|would|could)[^,.;]{3,60}?\b(launched|signed|announced|adopted"
    r"|reached|concluded|ratified|rejected|abandoned)\b"
)
IT = re.compile(r"\b(signed|ratified|rejected|abandoned|scrapped|terminated|implemented|initialled|suspended|cancelled)\s+(?:it|them)\b", re.I)


def _before(sentence: str, start: int) -> list[Found]:
    window = sentence[max(0, start - 110) : start]
    offset = max(0, start - 110)
    found: list[Found] = []
    nearest = -1
    for cue in BEFORE:
        match = search(cue.pattern, window)
        if match is None:
            continue
        left = window[: match.start()]
        stage = _judged(cue, left, match.group())
        if match.start() >= nearest:
            if match.start() > nearest:
                found.clear()
            nearest = match.start()
            found.append(Found(stage, cue.rule, offset + match.start(), start))
    return found


def _judged(cue: Cue, left: str, words: str) -> str:
    """The stage that the cue asserts, given what stands before it: planned where future, less where negated."""
    if cue.stage in ("mentioned", "discussed"):
        return cue.stage
    if cue.rule.startswith("noun") or re.match(r"\w+ing\s+of\b", words):
        return _foreseen(cue.stage, left)
    if NEGATED.search(left) or re.search(r"\bden(?:y|ies|ied|ying)\b[^.;]{0,40}$", left):
        if re.match(r"agree", words, re.I):
            return "discussed"
        return "negotiated" if cue.stage in ("agreed", "negotiated") else "mentioned"
    if re.search(
        r"\b(?:discuss\w*|talk\w* about|issues? of|need (?:for|to)|efforts? to|(?:efforts?|need|ways|trying|work\w*) "
        r"to\b[^.;,]{0,60}\band|urgency of|importance of|call\w* (?:for|on)|ways? to|urged)\W*(?:\w+\W+){0,3}$",
        left,
        re.I,
    ):
        return "discussed"
    if re.search(r"\b(?:working|continu\w+|efforts?|trying|hop\w+|attempt\w*|talks|negotiat\w+)\s+(?:\w+\s+)?to\s+$", left, re.I):
        return "negotiated" if cue.stage != "negotiated" else cue.stage
    if re.match(r"join\b|acced", words, re.I) and (FUTURE.search(left) or re.search(r"\b(?:see|have|let|help)\s+\w+\s+$", left)):
        return "mentioned"
    if re.search(r"\bdecision to\s+$", left):
        return cue.stage
    if re.search(r"\b(?:close|near|nearer|closer) to\s+$", left):
        return "negotiated"
    if words.split()[0].endswith("ing") and WAYS.search(left):
        return "discussed"
    if cue.stage in ("signed", "agreed", "initialled") and BASE.match(words) and JOINED.search(left):
        return "planned"
    if FUTURE.search(left) and not FIRST.search(left):
        return "planned" if cue.stage in ("signed", "initialled", "agreed", "negotiated") else "mentioned"
    return cue.stage


def _foreseen(stage: str, left: str) -> str:
    """A nominal form ("signing of", "ratification of"), less where it is only wished, prepared or talked about."""
    if WISHED.search(left):
        return "discussed" if stage != "discussed" else stage
    if stage == "signed" and re.search(r"\b(?:negotiat|finali[sz])\w+\W+(?:[\w-]+\W+){0,2}$", left, re.I):
        return "negotiated"
    if PREPARED.search(left):
        return "planned" if stage in ("signed", "agreed") else "mentioned"
    return stage


WISHED = re.compile(
    r"\b(?:discuss\w*|talk\w* about|repayment|issues? of|need for|importance of|call\w* for|urg\w+|consider\w*|for\b|propos\w+"
    r"|possibility of|interest in|idea of)\W*(?:[\w-]+\W+){0,3}$",
    re.I,
)
PREPARED = re.compile(
    r"\b(?:prepar\w+ (?:for|of)|ready for|before|until|upcoming|forthcoming|expected|planned|towards?|possible|early|speedy|prompt|swift|forward to"
    r"|approv\w+|authori[sz]\w+|accelerat\w+|expedit\w+|speed\w* up|hasten\w*|agree\w* (?:on|to)|ahead of|facilitat\w+)\W+(?:[\w-]+\W+){0,2}$",
    re.I,
)


def _after(sentence: str, end: int) -> list[Found]:
    found: list[Found] = []
    rest = sentence[end : end + 160]
    for cue in AFTER:
        match = cue.pattern.match(rest)
        if match is None:
            continue
        words = f" {(match.group('aux') or '').lower()} "
        if re.search(r" (?:not|never|yet) ", words):
            stage = "negotiated" if cue.stage == "agreed" else "mentioned"
        elif re.search(r" (?:will|would|to|could|should|may|might|must|can|expected|scheduled|due) ", words):
            stage = "planned"
        else:
            stage = cue.stage
        found.append(Found(stage, cue.rule, end, end + match.end()))
    effect = TAKING.match(rest)
    if effect and not PROSPECT.search(effect.group(1)):
        found.append(Found("in force", "took effect", end, end + effect.end()))
    return found


TAKING = re.compile(rf"([^.;]{{0,50}}?)\b(?:{EFFECT.pattern})")
PROSPECT = re.compile(r"\b(?:will|would|to|can|could|before|not|after|once|when)\s+(?:\w+\s+)?$")
