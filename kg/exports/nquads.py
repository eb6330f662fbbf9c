"""N-Quads: the statements of the named graphs, one a line, sorted."""

from __future__ import annotations

from kg.store import Store


def export(store: Store, article: str | None) -> bytes:
    return "\n".join([*sorted(store.quads(article)), ""]).encode("utf-8")
