"""The network: who is linked to what, each link with the words that prove it.

Nodes are parties, posts, meetings, agreements, forums, topics, figures, statements, commitments and places; a node is
named by its IRI and carries `label`, `kind` and plain details (`type`, `date`, `status`, …). An edge carries `relation`,
`date`, `evidence` (the exact words), `article`, `start`, `end` (code points), `url`, `title` of the article, and `claim`.
All attributes are strings or integers, absent where unknown, so that any networkx writer takes the graph.
The network is read from the named queries alone (their columns are a contract), never from the RDF behind them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own

from kg.iri import BASE, slug
from kg.ontology.queries import named_query
from kg.store import Store

Row = Mapping[str, str | None]
Tables = Mapping[str, Sequence[Row]]

PARTIES = ("person", "state", "organisation", "region", "group")
KINDS = (*PARTIES, "place", "post", "meeting", "agreement", "forum", "topic", "figure", "statement", "commitment")
TABLES = ("officials", "meetings", "topics", "agreements", "forums", "statements", "commitments", "trade", "changes")

HOLDS = {"current": "holds", "former": "held", "designate": "is to hold", "acting": "holds (acting)"}
ATTENDS = {"happened": "took part in", "planned": "is to take part in", "cancelled": "was to take part in", "denied": "is denied to have joined"}
UNDERTAKES = {"undertaken": "undertook", "planned": "plans", "fulfilled": "fulfilled", "denied": "denies"}
LIES = {"planned": "planned in", "cancelled": "cancelled in", "mentioned": "placed in"}

ARTICLES = """
SELECT ?article ?url ?title WHERE {
  ?it a schema:NewsArticle ; dcterms:identifier ?article .
  OPTIONAL { ?it schema:url ?url }
  OPTIONAL { ?it schema:headline ?title }
}
"""


def project(store: Store, article: str | None = None) -> nx.MultiDiGraph:
    """The network of everything in `store`, or of what one article states."""
    only = {"article": article} if article is not None else {}
    tables = {name: list(store.select(named_query(name).text, only).dicts()) for name in TABLES}
    return network({**tables, "articles": list(store.select(ARTICLES, only).dicts())})


def network(tables: Tables) -> nx.MultiDiGraph:
    """The network of the rows of the named queries (`TABLES`) and of `articles` (article, url, title)."""
    articles = {row["article"] or "": row for row in tables.get("articles", ())}
    weaver = _Weaver(articles, _iris(tables))
    for name in TABLES:
        for row in sorted(tables.get(name, ()), key=lambda row: [(key, row[key] or "") for key in sorted(row)]):
            WEAVERS[name](weaver, row)
    return weaver.sorted()


def _iris(tables: Tables) -> dict[str, str]:
    """The IRI of each label that stands beside one, so that a row without IRIs meets the same node."""
    pairs = {
        (row[column] or "", row[f"{column}_iri"] or "")
        for name in TABLES
        for row in tables.get(name, ())
        for column in row
        if row.get(f"{column}_iri") and row[column]
    }
    return {label.casefold(): iri for label, iri in sorted(pairs, reverse=True)}


@dataclass(frozen=True)
class _Weaver:
    """Nodes and edges as rows arrive; a node met again keeps what was first said and gains what was missing."""

    articles: Mapping[str, Row]
    iris: Mapping[str, str]
    graph: nx.MultiDiGraph = field(default_factory=nx.MultiDiGraph)

    def thing(self, kind: str, label: str, iri: str = "", **details: str | None) -> str:
        name = iri or f"{kind}/{slug(label)}"
        known = self.graph.nodes[name] if name in self.graph else {}
        fresh = {"label": label, "kind": kind, **{key: value for key, value in details.items() if value}}
        self.graph.add_node(name, **{**fresh, **known})
        return name

    def named(self, row: Row, column: str, kind: str = "group") -> str:
        """The node of the thing in `column`, of the kind its IRI says, else of `kind`; "" if unbound."""
        label = row.get(column) or ""
        if not label:
            return ""
        iri = row.get(f"{column}_iri") or self.iris.get(label.casefold(), "")
        return self.thing(kind_of(iri) or kind, label, iri)

    def link(self, row: Row, source: str, relation: str, target: str, date: str | None = None, **details: str | None) -> None:
        if not source or not target or source == target:
            return
        claim = row.get("claim") or next(iter(row.values())) or ""
        facts = {"relation": relation, "date": date, "claim": claim, **details, **self.passage(row)}
        key = json.dumps([relation, claim, facts.get("article"), facts.get("start")])
        if not self.graph.has_edge(source, target, key):
            self.graph.add_edge(source, target, key=key, **{name: value for name, value in facts.items() if value not in (None, "")})

    def sight(self, row: Row, name: str) -> None:
        """Keeps the passage of a row that links the node to nothing, as JSON in the node's `sightings`."""
        node = self.graph.nodes[name]
        passages = json.loads(node.get("sightings", "[]"))
        passage = {key: value for key, value in self.passage(row).items() if value not in (None, "")}
        if passage not in passages:
            node["sightings"] = json.dumps([*passages, passage], ensure_ascii=False)

    def passage(self, row: Row) -> dict[str, str | int | None]:
        article = self.articles.get(row.get("article") or "", {})
        return {
            "evidence": row.get("evidence"),
            "article": row.get("article"),
            "start": _offset(row.get("start")),
            "end": _offset(row.get("end")),
            "url": article.get("url"),
            "title": article.get("title"),
        }

    def sorted(self) -> nx.MultiDiGraph:
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(sorted(self.graph.nodes(data=True), key=lambda pair: pair[0]))
        graph.add_edges_from(sorted(self.graph.edges(keys=True, data=True), key=lambda edge: edge[:3]))
        return graph


def kind_of(iri: str) -> str:
    """The kind of node an entity's IRI names ("person", "state", …), "" if none of them."""
    kind = iri.removeprefix(BASE).split("/")[0] if iri.startswith(BASE) else ""
    return kind if kind in KINDS else ""


def _offset(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() else None


def _short(text: str, width: int = 72) -> str:
    """The text on one line, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else re.sub(r"\W+\w*$", "", flat[:width]) + "…"


SCALES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"), (Decimal(1), ""))
CHANGES = {"percent": "{sign}{number} %", "times": "{number} times", "absolute": "{sign}{number} {unit}"}


def _quantity(row: Row) -> str:
    """The value in a reader's form ("40.2 billion USD", "−8.5 %") and its year; as printed if there is no value."""
    try:
        value = Decimal(row.get("value") or "")
    except InvalidOperation:
        return row.get("printed") or ""
    step, word = next(((step, word) for step, word in SCALES if abs(value) >= step), SCALES[-1])
    number = f"{(abs(value) / step).normalize():f}{word}" if value.is_finite() else "?"
    sign = "−" if value < 0 else "+" if row.get("kind") else ""
    form = CHANGES.get(row.get("kind") or "", "{sign}{number} {unit}")
    years = {(row.get(name) or "")[:4] for name in ("period_start", "period_end")}
    return (
        f"{form.format(sign=sign, number=number, unit=row.get('unit') or '').strip()}{f', {years.pop()}' if len(years) == 1 and any(years) else ''}"
    )


def _span(start: str | None, end: str | None) -> str:
    return "/".join(dict.fromkeys(part for part in (start, end) if part))


def _weave_official(weaver: _Weaver, row: Row) -> None:
    person, of, to = weaver.named(row, "person", "person"), weaver.named(row, "of"), weaver.named(row, "to")
    status, day = row.get("status") or "current", row.get("attested_on")
    if not row.get("post"):
        weaver.link(row, person, "represents", of or to, day)
        return
    parts = (row["post"], f"of {row['of']}" if of else "", f"to {row['to']}" if to else "")
    post = weaver.thing("post", " ".join(filter(None, parts)), row.get("post_iri") or "")
    weaver.link(row, person, HOLDS.get(status, status), post, day, status=status)
    weaver.link(row, post, "is a post of", of)
    weaver.link(row, post, "is accredited to", to)


def _weave_meeting(weaver: _Weaver, row: Row) -> None:
    kind, modality = row.get("kind") or "meeting", row.get("modality") or "happened"
    day = f"by {row['date']}" if row.get("date_basis") == "dateline" and row.get("date") else row.get("date")
    label = ", ".join(filter(None, ((kind if kind != "other" else "meeting").capitalize(), day, modality if modality != "happened" else "")))
    meeting = weaver.thing("meeting", label, row.get("meeting") or "", type=kind, date=day, status=modality, place=row.get("place"))
    party, principal = weaver.named(row, "participant"), weaver.named(row, "on_behalf_of")
    weaver.link(row, party, ATTENDS.get(modality, modality), meeting, day, capacity=row.get("capacity"))
    weaver.link(row, party, "acts for", principal, day)
    if modality != "denied":
        weaver.link(row, meeting, LIES.get(modality, "held in"), weaver.named(row, "place", "place"), day)
    if not party:
        weaver.sight(row, meeting)


def _weave_topic(weaver: _Weaver, row: Row) -> None:
    meeting = weaver.thing("meeting", "Meeting", row.get("meeting") or "")
    topic = weaver.named(row, "topic", "topic")
    if topic and row.get("concept"):
        weaver.thing("topic", row["topic"] or "", topic, concept=row["concept"])
    weaver.link(row, meeting, "is about", topic)


def _weave_agreement(weaver: _Weaver, row: Row) -> None:
    label = row.get("name") or row.get("short") or "Agreement"
    iri = row.get("agreement_iri") or weaver.iris.get(label.casefold()) or (row.get("agreement") if kind_of(row.get("agreement") or "") else "")
    agreement = weaver.thing("agreement", label, iri or "", short=row.get("short"), type=row.get("kind"))
    party = weaver.named(row, "party")
    weaver.link(row, party, "is party to", agreement, row.get("stage_date"), status=row.get("stage"))
    if not party:
        weaver.sight(row, agreement)


def _weave_forum(weaver: _Weaver, row: Row) -> None:
    status, dates = row.get("status") or "mentioned", _span(row.get("start_date"), row.get("end_date"))
    iri = row.get("forum_iri") or (row.get("forum") if kind_of(row.get("forum") or "") else "")
    forum = weaver.thing("forum", row.get("name") or "Forum", iri or "", type=row.get("kind"), date=dates, status=status, place=row.get("place"))
    place = weaver.named(row, "place", "place")
    weaver.link(row, forum, LIES.get(status, "held in"), place, dates)
    if not place:
        weaver.sight(row, forum)


def _weave_statement(weaver: _Weaver, row: Row) -> None:
    text = row.get("text") or row.get("evidence") or ""
    statement = weaver.thing("statement", _short(text), row.get("statement") or "", type=row.get("mode"), text=text)
    weaver.link(row, weaver.named(row, "speaker"), "said", statement, verb=row.get("verb"), capacity=row.get("capacity"))


def _weave_commitment(weaver: _Weaver, row: Row) -> None:
    status, text = row.get("status") or "undertaken", row.get("text") or row.get("evidence") or ""
    commitment = weaver.thing("commitment", _short(text), row.get("commitment") or "", status=status, text=text)
    party = weaver.named(row, "party")
    weaver.link(row, party, UNDERTAKES.get(status, status), commitment)
    if not party:
        weaver.sight(row, commitment)


def _weave_figure(weaver: _Weaver, row: Row) -> None:
    """A figure or a change of one; the reporter's edge is called by the flow, the partner's "with"."""
    flow, period = row.get("flow") or "figure", _span(row.get("period_start"), row.get("period_end"))
    label = " ".join(filter(None, (flow.capitalize(), row.get("product"), _quantity(row))))
    details = {"value": row.get("value"), "unit": row.get("unit"), "product": row.get("product"), "type": row.get("kind"), "date": period}
    figure = weaver.thing("figure", _short(label), row.get("observation") or row.get("change") or "", **details)
    reporter, partner = weaver.named(row, "reporter"), weaver.named(row, "partner")
    weaver.link(row, reporter, flow, figure, period)
    weaver.link(row, figure, "with", partner, period)
    if not reporter and not partner:
        weaver.sight(row, figure)


WEAVERS = {
    "officials": _weave_official,
    "meetings": _weave_meeting,
    "topics": _weave_topic,
    "agreements": _weave_agreement,
    "forums": _weave_forum,
    "statements": _weave_statement,
    "commitments": _weave_commitment,
    "trade": _weave_figure,
    "changes": _weave_figure,
}


def passages(graph: nx.MultiDiGraph) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    """The passages of nodes that no edge carries: node and passage (evidence, article, start, end, url, title)."""
    for name, sightings in graph.nodes(data="sightings"):
        for passage in json.loads(sightings or "[]"):
            yield name, passage


# ---- measures ----------------------------------------------------------------------------------------------------

SAMPLES = 200  # beyond this many nodes betweenness is estimated from as many seeded sources: exact costs nodes × edges


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """How central a node is: `degree` counts neighbours; `betweenness` and `eigenvector` lie in 0…1."""

    degree: int
    betweenness: float
    eigenvector: float


def measures(graph: nx.MultiDiGraph) -> dict[str, Measure]:
    """The centralities of every node, direction and parallel links set aside."""
    plain = nx.Graph(sorted((a, b) for a, b in graph.edges()))
    plain.add_nodes_from(sorted(graph))
    betweenness = nx.betweenness_centrality(plain, k=min(SAMPLES, len(plain)) if len(plain) > SAMPLES else None, seed=0)
    eigenvector = _eigenvector(plain)
    return {node: Measure(plain.degree(node), betweenness[node], eigenvector[node]) for node in sorted(plain)}


def _eigenvector(plain: nx.Graph, rounds: int = 100) -> dict[str, float]:
    """Eigenvector centrality, largest = 1, by power iteration on A + I, which always settles; 0 without links."""
    score = {node: float(bool(plain.degree(node))) for node in plain}
    for _ in range(rounds):
        score = {node: score[node] + sum(score[other] for other in plain[node]) for node in plain}
        top = max(score.values(), default=0.0) or 1.0
        score = {node: value / top for node, value in score.items()}
    return score
