"""Decisions: the claims that a person rejected or confirmed, with reasons. They outlive every rebuild.

A decisions file is JSON Lines beside the store: `{"claim": IRI, "decision": "reject" | "confirm", "why": …, "on": …, "article": …}`.
The last line about a claim holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from kg.errors import SetupError
from kg.iri import PREFIXES


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on one claim of `article`; `on` is the day it was given."""

    claim: str
    decision: Literal["reject", "confirm"]
    why: str
    on: str = ""
    article: str = ""


@dataclass(frozen=True)
class Decisions:
    """All decisions, by claim."""

    by_claim: dict[str, Decision] = field(default_factory=dict)

    @property
    def rejected(self) -> frozenset[str]:
        return frozenset(claim for claim, one in self.by_claim.items() if one.decision == "reject")


def decisions_file(store: Path) -> Path:
    """Where the decisions on a store lie: beside it, so that removing the store keeps them."""
    return store.with_name(f"{store.name}.decisions.jsonl")


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file, none if there is no file; SetupError names the line that is none."""
    if not path.exists():
        return Decisions()
    return Decisions({one.claim: one for one in _lines(path)})


def record(path: Path, decision: Decision) -> None:
    """Add a decision to the file."""
    with path.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(asdict(decision), ensure_ascii=False) + "\n")


def claim_iri(written: str) -> str:
    """A claim's IRI from what a person types: the IRI, `claim:0123…`, or the bare digits."""
    tail = written.strip().strip("<>").removeprefix(PREFIXES["claim"]).removeprefix("claim:")
    if len(tail) != 16 or set(tail) - set("0123456789abcdef"):
        raise SetupError(f"{written!r} is not the IRI of a claim", hint="it is the first column of `kg query`: claim:0123456789abcdef")
    return PREFIXES["claim"] + tail


def _lines(path: Path) -> Iterator[Decision]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        where, hint = f"{path}, line {number}", 'a line is {"claim": IRI, "decision": "reject" or "confirm", "why": reason}'
        try:
            found = json.loads(line)
        except ValueError as error:
            raise SetupError(f"not JSON: {error}", where, hint) from None
        if not isinstance(found, dict) or found.get("decision") not in ("reject", "confirm") or not isinstance(found.get("claim"), str):
            raise SetupError("not a decision", where, hint)
        yield Decision(
            claim_iri(found["claim"]), found["decision"], str(found.get("why") or ""), str(found.get("on") or ""), str(found.get("article") or "")
        )
