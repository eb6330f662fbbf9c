"""Dependency schemes: the trees of pipelines that label as OntoNotes does (ClearNLP), brought near Universal Dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.model import Token

_RELATIONS = {
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "nn": "compound",
    "num": "nummod",
    "complm": "mark",
}
"""Relations that differ by name only; `attr`, `acomp`, `oprd` keep theirs: their clause is built another way."""


def clear_style(labels: Iterable[str]) -> bool:
    """Whether a parser with these labels follows ClearNLP."""
    return {"dobj", "pobj"} <= set(labels)


def to_universal(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """One sentence with prepositions below their nouns ("case") and the relations renamed."""
    heads, deps = [token.head for token in tokens], [token.dep for token in tokens]
    for index, token in enumerate(tokens):
        preposition = token.head
        if token.dep == "pobj" and 0 <= preposition < len(tokens) and tokens[preposition].dep in ("prep", "agent", "dative"):
            above = tokens[preposition].head
            nominal = tokens[above].pos in ("NOUN", "PROPN", "PRON", "NUM", "SYM") and above != preposition
            agent = "obl:agent" if tokens[preposition].dep == "agent" else "obl"
            heads[index], deps[index] = heads[preposition], "nmod" if nominal else agent
            heads[preposition], deps[preposition] = index, "case"
    return tuple(
        replace(token, head=head, dep=_RELATIONS.get(dep, dep)) if (head, dep) != (token.head, token.dep) or dep in _RELATIONS else token
        for token, head, dep in zip(tokens, heads, deps, strict=True)
    )
