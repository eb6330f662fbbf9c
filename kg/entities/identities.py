"""Identities: the entity of each thing an article names, by full name, reference row or, failing both, within the article."""

from __future__ import annotations

from collections.abc import Sequence

from kg import iri
from kg.model import AS_PRINTED, Document, Entity, Identities, Identity, Links, Mention

_KINDS = ("person", "state", "organisation", "region", "place", "agreement", "forum", "post", "topic", "group")
_GENERIC = 3  # a name of fewer words than this, all in lower case, says too little to be one thing across articles


def resolve(document: Document, mentions: Sequence[Mention], links: Links) -> Identities:
    """An entity for every first mention of `mentions`; equal keys mean one thing in all articles."""
    names: dict[Mention, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in _KINDS:
            # a group that stands for no one named before may be an area as printed ("European countries")
            for first in links.of(mention) or ((mention,) if mention.kind == "group" else ()):
                names.setdefault(first, []).append(mention)
    found = []
    for first, forms in names.items():
        key, reason = _key(document, first)
        printed = dict.fromkeys(" ".join(one.head.text.split()) for one in forms if one.kind == first.kind)
        short = next((one.short for one in forms if one.short), "")
        found.append(Identity(first, Entity(key, first.kind, first.name, tuple(sorted(printed)), short), reason))
    return Identities(tuple(found))


def _key(document: Document, mention: Mention) -> tuple[str, str]:
    """The key of an entity and why it is that."""
    if mention.ref and mention.ref != AS_PRINTED:
        return mention.ref, "row of the reference tables"
    slug = iri.slug(mention.name)
    if mention.kind == "person":
        if len([word for word in mention.name.split() if len(word) > 2 or word.endswith(".")]) < 2:
            return (f"person/{document.id}/{slug}", "one name only: a person of this article")
        return f"person/{slug}", "full name"
    if mention.kind in ("agreement", "forum") and (not any(c.isupper() for c in mention.name) or len(mention.name.split()) < _GENERIC):
        return (f"{mention.kind}/{document.id}/{slug}", "no name of its own: known in this article only")
    if mention.kind in ("post", "group"):
        return (f"{mention.kind}/{document.id}/{slug}", "a description, known in this article only")
    return f"{mention.kind}/{slug}", "name"
