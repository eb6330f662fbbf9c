"""Senses of surface forms in their context: Georgia the country or the American state, Jordan the country or a man."""

from __future__ import annotations

import re
from datetime import date

from kg.mentions.surfaces import Hit
from kg.mentions.vocabularies import PORTFOLIO
from kg.ontology.homonyms import homonyms
from kg.ontology.lexicon import Lexicon, Sense, lexicon

NOT_SURNAMES = frozenset(
    "President Prime Minister Foreign Defense Defence Deputy Vice King Queen Ambassador Government Parliament State States Post Times Summit "
    "Forum Conference "
    "Republic River Valley City Airport University Bank Ministry Embassy Council Treaty Agreement Declaration Accords Accord Process Club "
    "Senator Governor "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November "
    "December "
    "Today Crown Prince Princess Sheikh Secretary National Security General Army Navy Central Special Convention Protocol Initiative "
    "Consensus And The In On "
    "At For Mr Ms Mrs Dr Trade Economic Energy International Olympic Olympics Games Cup Region Province Strip Sea Gulf Bay Strait Island "
    "Islands Peninsula "
    "DC D.C Institute Center Centre Fund Commission Committee Airlines Company Group Party Charter Memorandum Joint Plan Peace Talks Meeting "
    "Session".split()
)
PREPOSITIONS = frozenset(
    "in to from at of for with between and or near outside into towards toward by through across the via on against within around over than "
    "as versus".split()
)
PLACED = re.compile(
    r"\b(?:in|to|from|at|near|outside|into|leave|leaves|left|leaving|visit|visits|visited|visiting|through|around|via|of|for|reach|reached"
    r"|downtown|toward|towards|central)\s+(?:the\s+)?$",
    re.I,
)
ACTING = re.compile(
    r"(?:'s)?,?\s+(?:also |now |still |has |have |had |is |was |will |would |itself |again |repeatedly |already |never |not |does |did |says "
    r"it |fully |strongly )*"
    r"(?:says?|said|saying|wants?|wanted|hopes?|hoped|believes?|believed|agree[sd]?|agreed to|supports?|supported|supporting|plans? to"
    r"|planned to|intends?|accuse[sd]?|accusing|insists?|insisted"
    r"|den(?:y|ies|ied)|calls? (?:for|on)|called (?:for|on)|urge[sd]?|urging|considers?|considered|expects?|expected|seeks?|sought|seeking"
    r"|refuse[sd]?|reject(?:s|ed)?|announce[sd]?|welcome[sd]?"
    r"|ready to|prepared to|willing to|interested in|warn(?:s|ed)?|demand(?:s|ed)?|condemn(?:s|ed)?|back(?:s|ed)|offer(?:s|ed)|propos(?:es"
    r"|ed)|recogni[sz]e[sd]?|sign(?:s|ed)|attach(?:es)?"
    r"|appreciates?|values|regards|pursues|advocates?|maintains?|argues?|claims?|acknowledge[sd]?|confirm(?:s|ed)|committed to|opposed?"
    r"|opposes|imposed?|imposes|threatened|threatens|pledged|pledges|remains|summon(?:s|ed)|mediate[sd]|broker(?:s|ed)|expel(?:s|led)"
    r"|recall(?:s|ed)|vow(?:s|ed)|retaliate[sd]|ratifie[sd]|vetoe[sd]|accept(?:s|ed)|suspend(?:s|ed)|withdrew|hail(?:s|ed)|praise[sd]"
    r"|critici[sz]e[sd]|blame[sd]|denounce[sd]|protest(?:s|ed)|sever(?:s|ed)|thank(?:s|ed)|told|tells|invite[sd]|notifie[sd]|respond(?:s|ed)"
    r"|react(?:s|ed)|stresse[sd]|note[sd]|emphasi[sz]e[sd]|reaffirm(?:s|ed)|reiterate[sd]|underline[sd]|underscore[sd]|voice[sd]|express(?:es|ed)"
    r"|views?|viewed|sees|aims|aimed|decide[sd]|stands (?:ready|by))\b",
    re.I,
)
OWNED = re.compile(
    r"(?:'s|')\s+(?:\w+\s+)?(?:position|stance|support|policy|policies|proposals?|decision|efforts?|interests?|relations|ties|role|view"
    r"|views|approach|readiness|willingness|response|demands?"
    r"|claims?|plans?|commitment|concerns?|intentions?|allies|ally|nuclear|offer|refusal|influence|government|initiative|intention|desire"
    r"|contribution)\b",
    re.I,
)
PAIRED = re.compile(r"\b(?:between|with|and|by|towards?|against|on behalf of|from both)\s+$", re.I)
RELATION = re.compile(
    r"\b(?:relations?|ties|tensions?|dialogue|cooperation|partnership|talks|negotiations|agreements?|differences|dispute|contacts|accord"
    r"|deal|treaty|pact|alliance|communication)\s+(?:with|between)\s+(?:\w+\s+and\s+)?$",
    re.I,
)
US_CITY = re.compile(r"\b(?:Atlanta|Savannah|Augusta|Macon|Athens|Columbus|Marietta|Fort Benning|Sea Island|Plains|Brunswick|Dalton),\s+$")
US_STATE_CUES = re.compile(r"\b(?:Atlanta|Savannah|Georgia Republican|Georgia Democrat|Georgia Senat|Georgia Governor|Peach State)\b")
CAUCASUS_CUES = re.compile(
    r"\b(?:Tbilisi|Georgian|Abkhaz|Ossetia|Saakashvili|Shevardnadze|Batumi|Caucasus|Ivanishvili|Kobakhidze|Garibashvili|Zourabichvili"
    r"|Azerbaijan|Armenia|Black Sea)"
)
NORTHERN = re.compile(r"\b(?:North Korean?s?|Pyongyang|DPRK|Kim Jong)\b")
SOUTHERN = re.compile(r"\b(?:South Korean?s?|Seoul|Republic of Korea|ROK)\b")
BOTH_KOREAS = re.compile(r"(?:s\b|\s+(?:[Pp]eninsula|War\b|Strait|Air\b|Workers|People|Demilitarized|Central News|Herald|Times|language))")
KINSHASA = re.compile(r"\b(?:Kinshasa|DRC|DR Congo|Democratic Republic of (?:the )?Congo|Kabila|Tshisekedi|Goma|Kivu|M23|MONUSCO|MONUC)\b")
BRAZZAVILLE = re.compile(r"\b(?:Brazzaville|(?<!Democratic )Republic of (?:the )?Congo|Sassou)\b")
LISTED = re.compile(r"(?:,? and|,)\s+([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
UNION = re.compile(r"\b(?:European (?:Union|Commission|Council|Parliament)|EU)\b")
BELGIAN = re.compile(r"\b(?:Belgium|Belgian)")
TWO_CONGOS = re.compile(r"\b(?:(?:[Tt]wo|[Bb]oth) Congos?\b|(?<!Democratic )Republic of (?:the )?Congo\b|Congo-Brazzaville)")
COMPOUND = re.compile(
    r"(?:\b(?:Latin|South|North|Central|African|Asian|Native|[Ee]thnic)[ -]|\b(?:[Ii]nter|[Ii]bero|[Pp]an|[Aa]fro|[Aa]nglo|[Tt]rans"
    r"|[Nn]on|[Pp]ro|[Aa]nti|[Ee]x|[Nn]eo)-)$"
)
BOARD = re.compile(r"^\s+(?:State University|Tech\b)")


def choose(hit: Hit, text: str, context: str, published: date | None) -> Sense | None:
    """What the form stands for here, None if for nothing we name (a person, a company's name, another state)."""
    before, after = text[max(0, hit.start - 60) : hit.start].replace("’", "'"), text[hit.end : hit.end + 80].replace("’", "'")
    if (borne := homonyms().get(hit.printed)) is not None and _person(borne, before, after):
        return None
    sense = _special(hit, before, after, context)
    if sense is None:
        return None
    if sense.form in ("adjective", "people") and COMPOUND.search(before) and " " not in hit.printed:
        return None
    if (sense.row.kind == "place" or sense.form == "capital") and _part(before, after):
        return None
    if sense.form == "capital":
        union = hit.printed == "Brussels" and UNION.search(context) is not None and not BELGIAN.search(context)
        return _seat(hit, _sense(lexicon(), "organisation/eu") if union else sense, before, after, published)
    return sense


def _person(borne: tuple[str, ...], before: str, after: str) -> bool:
    """Does a given name stand before the form, or a surname after it?"""
    previous = re.search(r"(?<![\w.])([A-Z][^\W\d_A-Z]+|[A-Z]\.)\s$", before)
    if "surname" in borne and previous and previous.group(1) not in NOT_SURNAMES and previous.group(1).lower() not in PREPOSITIONS:
        if lexicon().find(previous.group(1)):
            return False
        start = before[: previous.start()].rstrip()
        return bool(start and start[-1] not in ".!?:\n") or not re.search(r"(?:ing|ly|day)$", previous.group(1))
    if re.search(r"\b(?:Mr|Mrs|Ms|Dr|Miss|Senator|Professor|Judge|Colonel|Captain|General)\.?\s$", before):
        return True
    following = re.match(r" ([A-Z][^\W\d_A-Z]+)(?![\w'])", after)
    if "given" in borne and following and following.group(1) not in NOT_SURNAMES:
        return not lexicon().find(following.group(1)) and not re.search(r"\b(?:in|to|from|of|between|with)\s(?:the\s)?(?:[A-Z]\w+\sand\s)?$", before)
    return False


def _part(before: str, after: str) -> bool:
    """Is a place's name part of a longer unknown name ("Akiba Takeo", "Douglas Emhoff")?"""
    previous = re.search(r"(?:^|[^.!?:\n“\"])\s([A-Z][a-z]+)\s$", before)
    following = re.match(r" ([A-Z][^\W\d_A-Z]+)(?![\w'])", after)
    return any(match is not None and _unknown(match.group(1)) for match in (previous, following))


def _unknown(word: str) -> bool:
    """A capitalised word that can only be a personal name here: no title, institution, preposition, day or known name."""
    known = word in NOT_SURNAMES or word.lower() in PREPOSITIONS or word.lower() in PORTFOLIO or word.endswith("day")
    return not known and not lexicon().find(word)


def _special(hit: Hit, before: str, after: str, context: str) -> Sense | None:
    """The readings of forms that several states, or a state and something else, share."""
    tables, form = lexicon(), hit.printed
    if form == "Georgia" and not CAUCASUS_CUES.search(context) and (US_CITY.search(before) or BOARD.search(after) or US_STATE_CUES.search(context)):
        return _sense(tables, "region/georgia-usa")
    if form in ("Congo", "Congolese"):
        kinshasa, brazzaville = bool(KINSHASA.search(context)), bool(BRAZZAVILLE.search(context))
        if kinshasa and TWO_CONGOS.search(context):
            return None
        return _named(hit, "state/COG" if brazzaville and not kinshasa else "state/COD")
    if form == "Dominican":
        return _named(hit, "state/DMA" if re.search(r"\b(?:Dominica|Roseau)\b", context) else "state/DOM")
    if (form == "Guinea" and before.endswith("New ")) or before.endswith("Air "):
        return None
    if form in ("Korea", "Korean", "Koreans"):
        sure = SOUTHERN.search(context) and not NORTHERN.search(context) and not BOTH_KOREAS.match(after) and not before.endswith(("-", "North "))
        return hit.senses[0] if sure else None
    return hit.senses[0]


def _sense(tables: Lexicon, key: str) -> Sense:
    row = tables.rows[key]
    return Sense(row, row.names[0])


def _named(hit: Hit, key: str) -> Sense:
    """The sense of a shared form that is of the state `key`."""
    found = next((sense for sense in hit.senses if sense.row.key == key), None)
    return found or _sense(lexicon(), key)


def _seat(hit: Hit, sense: Sense, before: str, after: str, published: date | None) -> Sense | None:
    """A capital: the government where it acts, else the city."""
    city = next((one for one in hit.senses if one.row.kind == "place"), None)
    state = lexicon().capital_of(hit.printed, published)
    if state is None:
        return city
    governing = sense if sense.row.kind == "organisation" else Sense(state, next(name for name in state.names if name.text == hit.printed))
    if PLACED.search(before) and not RELATION.search(before):
        return city or governing
    end, pair = 0, False
    while (other := LISTED.match(after, end)) is not None and lexicon().capital_of(other.group(1), published):
        end, pair = other.end(), True
    if ACTING.match(after) or RELATION.search(before) or (PAIRED.search(before) and (pair or OWNED.match(after) or RELATION.search(before))):
        return governing
    if OWNED.match(after) or (pair and ACTING.match(after, end)):
        return governing
    return city or (governing if PAIRED.search(before) else None)
