"""Columns of an answer: the same rows in the same results format, with only the columns asked for, in the order asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from kg.errors import SetupError

if TYPE_CHECKING:
    from kg.store.stores import ResultFormat

XML = "http://www.w3.org/2005/sparql-results#"


def narrowed(data: bytes, media: ResultFormat, wanted: Sequence[str]) -> bytes:
    """The answer of a SELECT question with only the columns `wanted`; SetupError if one of them is not there."""
    return {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml}[media](data.decode("utf-8"), wanted).encode("utf-8")


def places(columns: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where the columns `wanted` stand; SetupError if one of them is not there."""
    if unknown := sorted(set(wanted) - set(columns)):
        raise SetupError(f"no column {unknown[0]!r}", hint=f"the columns are {', '.join(columns)}")
    return [columns.index(name) for name in wanted]


def _csv(text: str, wanted: Sequence[str]) -> str:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    chosen, made = places(rows[0], wanted), io.StringIO(newline="")
    csv.writer(made).writerows([row[place] for place in chosen] for row in rows)
    return made.getvalue()


def _tsv(text: str, wanted: Sequence[str]) -> str:
    rows = [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    chosen = places([name.removeprefix("?") for name in rows[0]], wanted)
    return "".join("\t".join(row[place] for place in chosen) + "\n" for row in rows)


def _json(text: str, wanted: Sequence[str]) -> str:
    found = json.loads(text)
    places(found["head"]["vars"], wanted)
    found["head"]["vars"] = list(wanted)
    rows = found["results"]["bindings"]
    found["results"]["bindings"] = [{name: row[name] for name in wanted if name in row} for row in rows]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _xml(text: str, wanted: Sequence[str]) -> str:
    root = ElementTree.fromstring(text)
    for parent in (*root.iter(f"{{{XML}}}head"), *root.iter(f"{{{XML}}}result")):
        children = list(parent)
        names = [child.get("name") or "" for child in children]
        if parent.tag.endswith("head"):
            places(names, wanted)
        parent[:] = [children[names.index(name)] for name in wanted if name in names]
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{XML}}}")  # the one namespace is declared once, as the default
    root.set("xmlns", XML)
    return '<?xml version="1.0"?>' + ElementTree.tostring(root, encoding="unicode")
