"""Words of instruments: the nouns that head them, and those that end or never open their names."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEAD = re.compile(
    r"(?:[Aa]greements?|[Tt]reat(?:y|ies)|[Dd]eals?|[Aa]ccords?|[Pp]acts?|[Mm]emorand(?:um|a|ums)|MoUs?|MOUs?"
    r"|[Pp]rotocols?|[Dd]eclarations?|[Cc]onventions?|[Cc]ovenants?|[Cc]harter|[Cc]ommuniqu[eé]s?"
    r"|[Ss]tatements?|[Rr]oadmaps?|[Mm]aps?|[Cc]ease-?fires?|[Tt]ruce|[Cc]ompact|[Cc]ontracts?|[Dd]ocuments?"
    r"|[Pp]rogram(?:me)?s?|[Pp]lans?|[Dd]ecrees?|[Rr]esolutions?|[Ii]nitiatives?|[Ff]ramework"
    r"|[Cc]onstitution|[Pp]artnership|[Ss]trategy|Act|Acts|[Ll]aws?|UNSCR|[Ii]nstructions?|[Cc]oncepts?|[Dd]irectives?"
    r"|Statute|Minutes|Arrangements?|Understanding|Consensus|Principles|Area)"
)
STRONG = _words(
    "agreement treaty treatie deal accord pact memorandum memoranda mou protocol declaration convention covenant "
    "communique communiqué ceasefire cease-fire truce compact"
)
WEAK_NAMED = _words(
    "Act Acts Area Constitution Strategy Partnership Framework Initiative Initiatives Program Programme Plan Map Law "
    "Laws Principles Consensus Understanding Arrangement Arrangements Document Documents Statement Contract"
)
NAMED = re.compile(
    r"(?:Agreement|Treaty|Convention|Protocol|Declaration|Charter|Memorandum|Accords?|Pact|Covenant|Communiqu[eé]"
    r"|Statement|Roadmap|Programme|Program|Plan|Initiative|Framework|Partnership|Act|Strategy|Map|Compact|Concept|Area)"
)
NOT_FOLLOWED = re.compile(
    r"(?:Organi[sz]ations?|Centre|Center|Hall|Commission|Committee|Council|School|Schools|Group|Party|Bank|Fund|Office"
    r"|Agency|Foundation|Conference|Summit|Forum|flights?|officers?|service|Service"
    r"|talks|negotiations?|negotiators?|makers?|organi[sz]ations?|partners?|violations?|obligations?|directors?|managers?"
    r"|enforcement|officials?|budget)"
)
DETERMINERS = _words("a an the this that these those its their his her our your some any several many few both all such each every no another other")
LEFT_STOPS = _words(
    "of on in at to for from with by between and or but as into over under about during after before including within "
    "upon without against than per via regarding through toward towards while when where "
    "if that which who whose is are was were be been being has have had will would shall should can could may might "
    "must do does did not also sign signs signed signing reach reached reaching conclude "
    "concluded concluding adopt adopted adopting approve approved ratify ratified ratifying negotiate negotiated "
    "negotiating implement implemented implementing make made making discuss discussed discussing "
    "welcome welcomed announce announced announcing initialled initialed support supported supporting reaffirm "
    "reaffirmed honour honor respect respecting violate join joined joining seek seeking "
    "said says say issue issued issuing released include included includes including strike struck finalize finalized "
    "finalise finalised secure secured securing extend extended nearing near want wants "
    "need draft-of become became get got give gave given prepare prepared preparing submit submitted submitting propose "
    "finish finished pass passed present presented replace replaces replaced criticize "
    "introduced introduce launch launched unveil unveiled so-called called known i.e e.g The A An This These Those It "
    "Its Of Over In On At By For From With After Before During Under And But As If When While Also "
    "President Prime Minister Mr Mr. Ms Mrs Vice Deputy Secretary Ambassador Foreign-Minister King Queen Both All Two "
    "Three Four Five Several Some New Their His Her Our Following According However two "
    "three four five six seven eight nine ten number package series variety range set host draft-law only one"
    " Sign Signs Signed Signing Ratify Discuss Discusses Adopt Adopts Approve Announces Announce Reach Reaches Issue Issues Joins"
    " ink inks inked Ink Inks Inked exchange exchanges exchanged seal seals sealed mull mulls mulled"
    " approves adopts ratifies announces reaches issues discusses concludes negotiates seeks launches unveils extends passes backs hails considers"
    " materialize materialise finalizing concluding renew renewing clinch clinched eye eyes eyed"
)
BREAKS = _words(', ; : . ( ) “ ” " – — ! ?')
TIMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November"
    r"|December|today|yesterday|already|recently|previously|earlier|now"
)
CONTENTLESS = _words(
    "agreement agreements treaty treaties deal deals accord accords pact pacts memorandum memoranda protocol protocols "
    "declaration declarations convention ceasefire document documents new final "
    "formal initial preliminary tentative similar existing previous earlier recent landmark important historic draft "
    "proposed planned major the a an of on and for in to with between similar own so called first "
    "such other latest current future possible potential comprehensive large permanent eventual joint bilateral"
)
