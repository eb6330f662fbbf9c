"""Instrument subjects: how far the words after an instrument's noun belong to its name, and the subjects they list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.instrument_words import HEAD

ON_TITLE = re.compile(r"\s+On\s+(?:the\s+)?[A-Z]")
WEEKDAY = (
    r"(?:,\s(?:which was\s)?(?:signed|reached|concluded)\s[^,.;]{1,40},(?:\s+only)?)?(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
)
COMPLEMENT = re.compile(
    rf"{WEEKDAY}(?:\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:signed|concluded|adopted)(?=\s+to\s+[a-z]"
    rf"|\s+on\s+(?!\d|(?:the )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|side"
    rf"|margin)[a-z]*)))?"
    rf"\s+(?:(?:of understanding|of intent|of association)\s*(?:\([A-Za-z]+\)\s*)?(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?)?"
    r"(?:on|for|between|with|among|regarding|concerning|covering(?: such topics as)?|extending|establishing|creating"
    r"|granting|whereby|of|to|in|from|against|under which|that (?:could|may|would|will|calls? for|provides? for|allows?)"
    r"|calls for|dealing with|calling for|providing for|allowing|signed with|by)\s+(?=\S)"
)


DATED = re.compile(
    r"(?:the\s+|late\s+|early\s+|mid-)?(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|January|February|March|April|May\b|June|July|August|September"
    r"|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\d{1,2}\s[A-Z]|\d{4}\b"
    r"|(?:the\s+)?(?:time|order|fact|effect|force|sidelines|margins|side|presence|same|first day|eve)\b|(?:his|her|their|our)\s|\w+ing\s"
)


def complement(text: str, end: int, head: str, named: bool, verbs: frozenset[int]) -> int:
    """Index after the complements of a head: "on tourism", "with Peru", "to buy tankers", "between A and B on C"."""
    if ON_TITLE.match(text, end):
        closing = re.compile(r"\s(?:and the|have|has|was|were|is|are)\s|[.,;](?:\s|$)|$").search(text, end)
        return closing.start() if closing else len(text)
    first = end
    text = BRACKETS.sub(lambda match: "X" * len(match.group()), text)
    while True:
        match = COMPLEMENT.match(text, end)
        if match is None or (end > first and re.match(r"\s(?:was|were|has|have)\s", match.group())):
            return end
        if "calls for" in match.group() and "that" not in match.group() and not NEWLY.search(text, 0, first - len(head)):
            return end
        lead, rest = match.group().split()[-1], text[match.end() :]
        if lead == "in" and not re.fullmatch(r"deals?|cease-?fire|truce", head):
            return end
        if lead == "of" and (intent := re.match(r"(?:understanding|intent|association)\b(?=\s+and\b|[.,;])", rest)):
            return match.end() + intent.end()
        if _foreign(lead, rest, named and not (lead == "to" and PURPOSEFUL.fullmatch(head)), match.group()):
            return end
        stop = _stop(text, match.end(), lead, (named, head.endswith(("s", "a"))), verbs)
        if stop <= match.end():
            return end
        end = stop


NEWLY = re.compile(r"\b(?:[Aa]nother|[Aa]n?|[Oo]ne)\s+(?:[\w-]+\s+){0,2}$")
PURPOSEFUL = re.compile(r"Roadmap|Plan|Strategy|Programme|Program|Initiative")


def _foreign(lead: str, rest: str, named: bool, words: str) -> bool:
    """Does the preposition open a date, a place or another part of the clause instead of a complement?"""
    capital = bool(re.match(r"(?:the )?(?:[A-Z]|\d{4})", rest))
    if (
        lead in ("on", "in", "for", "from", "of", "by", "at")
        and DATED.match(rest)
        and not (lead in ("on", "for", "of") and re.match(r"\w+ing\s", rest))
    ):
        return True
    if lead == "by" or (lead == "in" and (named or not rest[:1].isupper() or words.strip() != "in")):
        return True
    if lead == "to":
        return (named and not capital) or (not named and bool(re.match(r"be\s|the\s|an?\s|his\s|its\s|their\s|[A-Z]|parliament", rest)))
    if named:
        return lead in ("with", "from", "of") and not capital and "of understanding" not in words
    return lead == "from"


def _stop(text: str, start: int, lead: str, shape: tuple[bool, bool], verbs: frozenset[int]) -> int:
    """Where a complement that begins at `start` ends: at a clause's verb, a comma, a date or another preposition of time."""
    named, plural = shape
    calls = bool(re.search(r"(?:calls?|calling|provides?|providing) for\s+$", text[:start]))
    infinitive = lead in ("to", "whereby", "could", "may", "would", "will", "which", "allows", "allow", "allowing") or calls
    match = (INFINITIVE if infinitive else CLAUSE).search(text, start)
    stop = match.start() if match else len(text)
    if plural and lead == "on" and match and match.group() == ",":
        series = SERIES.match(text, start)
        stop = series.end() if series else stop
    following = NEXT.search(text, start, stop) or (JOINED.search(text, start, stop) if named else None)
    stop = following.start() if following else stop
    if not infinitive:
        stop = min([stop, *(verb for verb in verbs if start < verb < stop and not text[:verb].endswith(" to "))])
    if (named and lead in ("of", "for", "in", "to", "against", "from") and re.match(r"(?:the )?[A-Z]", text[start:])) or lead == "in":
        row = TITLE_ROW.match(text, start)
        stop = min(stop, row.end()) if row else stop
    if lead in ("on", "for", "regarding", "concerning", "covering") and not named and (name := NAMING.search(text, start, stop)):
        stop = name.start()
    if lead in ("with", "between", "among"):
        more = re.compile(
            r"\s+(?:on|to|for|regarding|concerning|whereby|that|covering)\b" + (r"|\s+and\s+(?=[a-z]+\s[a-z])(?!the\b)" if lead == "with" else "")
        ).search(text, start, stop)
        stop = more.start() if more else stop
    return (
        start
        + len(re.sub(r"(?:\s+(?:the|on|in|a|an|of|for|late|early|this|last|next|and))*[\s,.;:!?\"“”’)]*$", "", text[start:stop]))
        + bool(INITIALS.search(text, start, min(stop + 1, len(text))))
    )


JOINED = re.compile(r"\sand the (?=[a-z]+(?:ion|ment|ing) of\b)")  # "Agreement on Tea and the reactivation of the council"
BRACKETS = re.compile(r"\([A-Z][^()]{1,40}\)(?=,?\s+and\s(?:the\s)?[A-Z]|,\s(?:the\s)?[A-Z])")  # letters of one party before the next
NAMING = re.compile(r",\s(?:the\s)?(?:[A-Z][\w.-]*\s){2,}")  # whose words these are: "an agreement on tea, Foreign Minister B said"
INITIALS = re.compile(r"\b(?:[A-Z]\.)+[A-Z]\.$")
_ITEM = (
    r"(?:(?!\s(?:during|when|while|after|was|were|is|are|has|have|will|said|in the presence|at the|at a)\b"
    r"|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^,.;:()“”\"]){3,110}"
)
NEXT = re.compile(
    rf"(?:,|,?\sand|,?\sas well as)\s+(?:also\s+)?(?:an?\sCode\sof\s|(?:an?|the|its|their)\s+(?:(?!of\b|on\b)[\w-]+\s){{0,4}}{HEAD.pattern}"
    r"|(?:[\w-]+\s){0,2}(?:agreements|memoranda|protocols|treaties|declarations)\s(?:on|with|between))\b"
)
SERIES = re.compile(rf"{_ITEM}(?:,\s(?!which|who|the two|as\b|with\b|and\b){_ITEM})+,?\sand\s{_ITEM}")
CLAUSE = re.compile(
    r"[;:!?()“”\"\n]|\.(?:\s|$)|\s[–—](?=\w)|,(?!\s(?:[A-Z][\w-]+,?\s(?:and\s)?(?!reports?\b|reported\b|says?\b|said\b|informs\b)"
    r"|and\s(?:the\s)?[A-Z]))|\s(?:was|were|is|are|has|have|had|will"
    r"|would|could|should|may|might|can|must|which|who|when|while|as|after|before"
    r"|during|if|because|although|but|since|until|entered|came into|went into|took effect|expired|signed|reached"
    r"|concluded|adopted|approved|by the|also|set to|that|and of|at the|at a"
    r"|ahead of|and (?:to|witnessed|exchanged|signed|approved|adopted|launched|agreed|pledged|vowed|decided|discussed|issued|said|plan to|will|held)"
    r"|in the presence|to (?:the )?(?:parliament|State Duma|Duma|Senate|Congress|U.S. Senate)|for (?:ratification"
    r"|approval|signature)|within the|says?|said|with regard|in the presence|through|likely|soon|earlier|later|yesterday|today|tomorrow"
    r"|(?:on |this |last |next |in |late |early )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month"
    r"|year|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|in \d{4}|–|—|-)(?=[\s,.;]|$)"
)
INFINITIVE = re.compile(
    r"[;:!?()“”\"\n]|\.(?:\s|$)|\s[–—]|,\s(?:at|during|following)\s|,\s(?=(?:the\s|an?\s)?(?:[A-Z]\w+\s){1,4}(?:says?|said|reports?|reported|announced|informs)\b)|,\s(?:he|she|they)\s|,\s(?:which|who|but|including|as|while)\b|\s(?:when|while|after|before|if|because|although|but|says?|said"
    r"|(?:on |this |last |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year))(?=[\s,.;]|$)"
)
TITLE_ROW = re.compile(
    r"(?:the )?[A-Z0-9][\w’'.-]*(?:(?:,? and the|,? and| &|, the|,| of the| of| on the| on| for the| for| in the| in| to "
    r"the| to| with| between| against)? [A-Z0-9][\w’'.-]*)*"
)


def name_of(text: str, start: int, end: int) -> str:
    name = re.sub(rf"(?<=[a-z]){WEEKDAY}(?=\s(?:to|on|with|between|extending|covering|for)\s)", "", " ".join(text[start:end].split())).strip(" ,.;")
    name = re.sub(r"\s(?:was|were|has been|have been)\s(?:also\s)?(?:signed|concluded|adopted)(?=\s(?:on|to)\s)", "", name)
    return re.sub(r"^[“”\"‘’']+|(?<![\w])[“”\"]+$", "", name)


def parts(text: str, start: int, head: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A phrase (its start, head and end) with its name, or its parts where a plural head has several subjects: "agreements on A
    and on B"."""
    noun = re.compile(r"\w[\w-]*").match(text, head)
    after = noun.end() if noun else head
    stem = " ".join(text[start:after].split())
    several = PLURAL.search(stem) and (text[head].islower() or (start == head and not text[:start].strip(' “"')))
    kind = OF_KIND.match(text, after, end) if several else None
    if kind:
        stem, after = f"{_single(stem)}{kind.group()}", kind.end()
    lead = LEAD.match(text, after, end) if several and not stem.lower().endswith(("agenda", "series")) else None
    pieces = _pieces(text, lead.end(), end, lead.group(1)) if lead else []
    if lead is None or len(pieces) < 2:
        yield start, end, name_of(text, start, end)
        return
    word = "covering" if lead.group(1).startswith("covering") else lead.group(1)
    for number, (first, last) in enumerate(pieces):
        subject = re.sub(r"^(?:on|to|with|in|for)\s+", "", " ".join(text[first:last].split()))
        if not subject.startswith("a number of"):
            yield (start if number == 0 else first), last, f"{_single(stem)} {word} {subject}"


OF_KIND = re.compile(r" of (?:understanding|intent|cooperation)(?=\s)")
PLURAL = re.compile(r"(?:ies|[^s]s|a)$")
LEAD = re.compile(
    r"(?:\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:signed|concluded|adopted))?\s+(covering such topics as|covering|on|with|to)\s+"
)


def _pieces(text: str, begin: int, end: int, lead: str) -> list[tuple[int, int]]:
    """Bounds of the conjoined subjects of a complement; one piece where they belong together."""
    body = text[begin:end]
    marks = list(re.finditer(r",?\s+and\s+(?=(?:on|to|with|in)\s)|,\s+(?:and\s+)?(?=on\s)", body)) or _marks(body, lead)
    bounds, first = [], begin
    for mark in marks:
        bounds.append((first, begin + mark.start()))
        first = begin + mark.end()
    return [(a, b) for a, b in [*bounds, (first, end)] if b > a]


def _marks(body: str, lead: str) -> list[re.Match[str]]:
    """The commas and the last "and" of a list; none where the words can be one subject ("trade and investment ties")."""
    commas = list(re.finditer(r",\s+(?:and\s+)?", body))
    final = commas[-1].end() if commas else 0
    last = list(re.compile(r"\s+and\s+").finditer(body, final))
    items = re.split(r",\s+(?:and\s+)?|\s+and\s+", body)
    if lead == "to" or (lead == "with" and (" on " in body or not all(item[:1].isupper() for item in items))):
        return []
    if any(SHARING.search(item) for item in items[:-1]):
        return []
    if lead == "on" and not commas and max(len(item.split()) for item in items) > 3:
        return []
    oxford = bool(commas) and commas[-1].group().strip().endswith("and")
    return commas if oxford else [*commas, *last[-1:]]


SHARING = re.compile(
    r"(?:^|\s)(?!\w*(?:mutual|capital|proposal|material|mineral|traffic|clinic|music|initiative))[a-z-]+(?:al|ic|ary|ive|ous|ian|ish|nuclear|joint|military)$"
)  # "economic and cultural fields"


def _single(stem: str) -> str:
    """The head in the singular: "Intergovernmental agreements" → "Intergovernmental agreement"."""
    for plural, single in (("treaties", "treaty"), ("memoranda", "memorandum"), ("Treaties", "Treaty"), ("Memoranda", "Memorandum")):
        if stem.endswith(plural):
            return stem.removesuffix(plural) + single
    return stem.removesuffix("s")
