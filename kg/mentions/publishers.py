"""Publishers: the state whose public a publisher speaks to, and whether its government publishes."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from kg.mentions.vocabularies import DOMAINS, GOVERNMENTS, OUTLETS
from kg.ontology.lexicon import lexicon

_WORLDWIDE = re.compile(  # they write for readers of all states and name the state of every official
    r"\b(?:voice of america|voa|associated press|ap|reuters|afp|agence france|bbc|dpa|efe|deutsche welle|dw|radio free europe|rfe|sputnik|cgtn"
    r"|al jazeera|bloomberg|cnn|wikinews|guardian|financial times)\b"
)

# an outlet's name is the whole of its publisher's: the Philadelphia Inquirer is not Manila's
_CLOSE = r"(?:\.\w+)?(?:\s+(?:news|agency|press|online|newspaper|english|service|international|tv|media|network))*(?:\s*[(|,].*|\s+[–-]\s.*)?"


@lru_cache(maxsize=512)
def home(publisher: str, url: str) -> tuple[str, bool]:
    """The state whose public a publisher speaks to, by its key, "" if unknown, and whether its government publishes."""
    low = publisher.casefold()
    for words, code in GOVERNMENTS.items():
        if words in low:
            return f"state/{code}", True
    for words, code in OUTLETS.items():
        if re.fullmatch(rf"(?:the\s+)?{re.escape(words)}{_CLOSE}", low):
            return f"state/{code}", False
    official = bool(re.search(r"\b(?:ministry|government|embassy|presidency|department|parliament)\b", low))
    for size in (4, 3, 2, 1):
        names = publisher.split()
        for start in range(len(names) - size + 1):
            senses = lexicon().find(" ".join(names[start : start + size]).strip("(),"))
            if senses and senses[0].row.kind == "state":
                return senses[0].row.key, official
    labels = (urlsplit(url).hostname or "").split(".")
    code = f"state/{DOMAINS[labels[-1]]}" if labels[-1] in DOMAINS else ""
    return code, official or any(label in ("gov", "gob", "gouv", "mil", "mfa", "president", "premier", "kremlin") for label in labels)


def national(publisher: str, url: str) -> str:
    """The state whose paper or agency publishes, by its key, "" for governments, and for those who write for the world."""
    key, official = home(publisher, url)
    return "" if official or _WORLDWIDE.search(publisher.casefold()) else key
