"""CSV: a zip file with one table a named query, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile

from kg.ontology.queries import NamedQuery, named_queries
from kg.store import Store, Table

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same table gives the same file


def export(store: Store, article: str | None) -> bytes:
    """With an article, the tables that have a column `article`, and of them its rows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, query in sorted(named_queries().items()):
            if article is None or "article" in query.columns:
                entry = zipfile.ZipInfo(f"{name}.csv", _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, write(_table(store, query, article)))
    return file.getvalue()


def _table(store: Store, query: NamedQuery, article: str | None) -> Table:
    found = store.select(query.text)
    if article is None:
        return found
    place = found.columns.index("article")
    return Table(found.columns, tuple(row for row in found.rows if row[place] == article))


def write(table: Table) -> bytes:
    """A table as CSV (RFC 4180, UTF-8). A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8")


def _cell(value: str | None) -> str:
    if value and value.startswith(_FORMULA) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value or ""
