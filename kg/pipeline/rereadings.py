"""Rereadings: an article of the store read again from the text kept there, when a person's decision changes its claims."""

from __future__ import annotations

from datetime import date

from kg.errors import SetupError
from kg.model import Document
from kg.pipeline.builds import Build, build
from kg.pipeline.decisions import Decisions
from kg.store import Iri, Store

FIELDS = """SELECT ?url ?title ?publisher ?published ?place ?language ?licence WHERE {
  ?it a schema:NewsArticle ; dcterms:identifier ?article .
  OPTIONAL { ?it schema:url ?url } OPTIONAL { ?it schema:headline ?title } OPTIONAL { ?it schema:publisher ?publisher }
  OPTIONAL { ?it schema:datePublished ?published } OPTIONAL { ?it schema:contentLocation ?place }
  OPTIONAL { ?it schema:inLanguage ?language } OPTIONAL { ?it dcterms:rights ?licence }
}"""
TEXT = "SELECT ?text WHERE { GRAPH ?kept { ?it schema:articleBody ?text } }"
ARTICLE = "SELECT ?article WHERE { ?claim kg:article/dcterms:identifier ?article }"


def article_of(store: Store, claim: str) -> str:
    """The id of the article that states a claim; SetupError if the store holds no such claim."""
    found = store.select(ARTICLE, {"claim": Iri(claim)}).column("article")
    if not found or found[0] is None:
        raise SetupError("no such claim", claim, "claims are named in the first column of `kg query`")
    return found[0]


def stored_document(store: Store, article: str) -> Document:
    """The article as the store keeps it; SetupError where it is not kept whole."""
    graph = store.graph(article)
    texts = store.select(TEXT, {"kept": Iri(f"{graph}/text")}).column("text")
    rows = list(store.select(FIELDS, {"article": article}).dicts())
    if not texts or not rows:
        raise SetupError("the store does not keep the text of this article", article, "give its file to `kg build` again")
    fields = {name: value or "" for name, value in rows[0].items() if name != "published"}
    published = rows[0]["published"]
    return Document(id=article, text=texts[0] or "", published=date.fromisoformat(published) if published else None, **fields)


def reread(store: Store, article: str, decisions: Decisions) -> Build:
    """Read an article of the store again under `decisions`."""
    return build([stored_document(store, article)], store, decisions)
