"""Vocabularies: the words and patterns by which parties of an encounter are known: officials, people, ranks, separators."""

from __future__ import annotations

import re

from kg.patterns import by_letter

# nouns for people who act for the state or body named beside them
AGENTS = by_letter(
    r"officials?|leaders?|ministers?|diplomats?|negotiators?|representatives?|delegates?|delegations?|authorities|heads? of (?:state|government)|"
    r"counterparts?|peers|"
    r"lawmakers|parliamentarians|envoys?|presidents?|prime ministers?|foreign ministers?|defen[cs]e ministers?|government|leadership|"
    r"side|commanders|dignitaries|ambassadors|ministries(?: of foreign affairs| of [a-z]+)?|foreign ministries|governments|parliaments|"
    r"parliament|premiers?|mediators?|facilitators?|secretaries|chiefs of staff|trade ministers|finance ministers|energy ministers"
)
# nouns for people who stand for themselves
FOLK = by_letter(
    r"journalists|reporters|scientists|students|workers|veterans|residents|businessmen|business (?:leaders|people|executives|community)|executives|"
    r"entrepreneurs|investors|activists|servicemen|servicemembers|service members|troops|crew|staff|personnel|officers|sailors|envoys|members|"
    r"participants|representatives|leaders|officials|delegates|parliamentarians|lawmakers|politicians|academics|experts|athletes|teachers|doctors|"
    r"graduates|cadets|families|civil society|governors|ministers|diplomats|deputies|senators|bishops|clergy|rebels|commanders|advisers|"
    r"businesses|companies|firms|organi[sz]ations|alumni|NGOs|women|countries|nations|states|governments|"
    r"advisors|ambassadors|mayors|editors(?:-in-chief)?|MPs|young people|youths|bankers|figures|delegation"
)
WORD = r"(?:[A-Za-zÀ-ž][\w’'-]*|U\.S\.|U\.N\.)"
OPENERS = (
    r"(?:(?:the|a|an|his|her|its|their|our|both|all|some|several|many|other|visiting|new|former|top|senior|high-ranking|high-level|leading|key|"
    r"regional|local|outgoing|incoming|newly[- ](?:elected|appointed)|fellow|then|acting|respective|group of|number of|representatives of|"
    r"delegation of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"\d+|late|His|Her|The|A|An|Both|Several|Some|Visiting|Top|Senior)\s+)*"
)
OPENING = re.compile(OPENERS)
AGENT_OF = re.compile(
    rf"{OPENERS}(?:{WORD}\s+){{0,4}}?(?:{AGENTS})(?:\s+(?:members|delegations))?\s+(?:of|from|for|in|representing|led by|"
    rf"headed by)\s+(?:both\s+)?(?:the\s+)?"
    r"(?:governments? of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
CIVIL = (  # words for people who do not act for the state named before them
    r"industry|business|women|youth|community|religious|opposition|company|corporate|civil|party|student|labou?r|union|tribal|church|media|"
    r"school|university|company|students?|women[’']s"
)
AGENT = re.compile(rf"(?:[’']s?)?\s+(?:(?!and\b|or\b|(?:{CIVIL})\b){WORD}\s+){{0,3}}?(?:{AGENTS})\b", re.IGNORECASE)
FOLK_OF = re.compile(
    rf"{OPENERS}(?P<whole>(?P<before>(?:{WORD}\s+){{0,3}}?)(?:{FOLK}|Ministers|Officials|Ambassadors|Envoys|Delegation)"
    r"(?:\s+of\s+(?:the\s+|a\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*|(?<=mbassadors)\s+to\s+[A-Z]\w+|(?<=[a-z])\s+(?:working|based|living|"
    r"operating)\s+in\s+[A-Z]\w+|"
    r"(?<=alumni)\s+of\s+[A-Z]\w+\s+[a-z]+s|\s+(?:of|to)\s+(?:the\s+|several\s+|other\s+|"
    r"federal\s+){1,3}[a-z]+s\b)?)(?![\w-])"
)
STOP = re.compile(
    r"\b(?:and|or|but|to|of|with|in|on|at|for|about|that|by|from|as|after|before|during|while|when|is|are|was|were|be|said|says|say|will|has|"
    r"have|had|who|which|"
    r"his|today|met|meet|meets|meeting|told|held|hold|visit|visited|including|between|also|the|two|than|not|including|agreed|discussed|asked)\b",
    re.IGNORECASE,
)
BARE = frozenset(
    (
        "leaders counterparts members heads deputies officials group team delegation figures community participants experts ministers "
        "representatives delegates governors commanders media press officers advisers advisors ambassadors diplomats families nations countries "
        "states governments"
    ).split()
)
SEPARATOR = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?:,\s*(?:and\s+|as well as\s+|along with\s+|together with\s+)?|;\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+|"
    r"\s+together with\s+|\s+along with\s+|\s+accompanied by\s+|\s*&\s*|\s+or\s+|[–—-])(?:also\s+)?(?:separately\s+)?"
)
PEOPLE = re.compile(rf"\b(?:{by_letter(f'{AGENTS}|{FOLK}')})\b", re.IGNORECASE)
CREDIT = re.compile(
    r"\s+(?:news agency\s+)?(?:reports?|reported|said|says|informs?|informed|writes|learned|quotes?|cited|announced|told|confirmed|added|"
    r"noted|stated|posted|wrote|disclosed|revealed)\b"
)
ROLE = re.compile(r"(?<!\bat )(?<!\bin )(?<!\bon )(?<!\bnear )(?:the|his|her|their)\s+(?:[a-z-]+\s+){0,2}[a-z]+,\s+")
HONORIFIC = re.compile(r"(?:(?:His|Her)\s+(?:Royal\s+)?(?:Majesty|Excellency|Highness|Holiness)|HE|HH|HRH|HM)\s+(?:the\s+)?")
NOUN_AFTER = re.compile(
    r"\s+(?!(?:in|on|at|to|for|and|or|as|of|by|from|with|about|after|before|during|who|that|which|is|are|was|were|has|have|had|will|would|today|"
    r"yesterday|earlier|later|"
    r"this|last|next|early|late|also|both|over|until|since|via|where|when|while|again|met|held|said|began|begin|plan|plans|should|could|may|took|"
    r"through|under|between|"
    r"against|hold|meet|regarding|\w+ed)\b)[a-z]+"
)
BRACKET = re.compile(r"\s*\([^()]{1,40}\)")
