"""Organisations, outlets, regions, roles, titles and homonyms: Turtle of the hand-kept tables."""

from __future__ import annotations

from collections.abc import Iterator

from kg.iri import slug
from kg.ontology.building.sources import split, table
from kg.ontology.building.turtle import Node, node


def organisations(acronyms: frozenset[str], checked_on: str) -> Iterator[Node]:
    """International organisations and bodies; `checked_on` marks those whose acronym a source file lists."""
    for row in table("organisations.tsv"):
        literals = [("skos:prefLabel", row["name"]), ("kg:type", row["kind"])]
        literals += [("kg:acronym", value) for value in split(row["acronyms"]) if value != row["name"]]
        literals += [("skos:altLabel", value) for value in split(row["other names"]) if value != row["name"]]
        checked = checked_on if acronyms & set(split(row["acronyms"])) else ""
        literals += [
            ("kg:validFrom", row["valid from"]),
            ("kg:validTo", row["valid to"]),
            ("dcterms:source", row["source"]),
            ("kg:checkedOn", checked),
        ]
        links = [
            ("kg:bodyOf", f"organisation/{row['part of']}" if row["part of"] else ""),
            ("kg:inState", f"state/{row['state']}" if row["state"] else ""),
            ("skos:exactMatch", f"wd:{row['Wikidata']}" if row["Wikidata"] else ""),
        ]
        yield node(f"organisation/{row['slug']}", "kg:Organisation", literals, links)


def outlets() -> Iterator[Node]:
    """Agencies, papers, broadcasters and offices that publish: their names, addresses, and the state of their readers."""
    for row in table("outlets.tsv"):
        literals = [("skos:prefLabel", row["name"]), ("kg:type", row["kind"])]
        literals += [("skos:altLabel", value) for value in split(row["other names"])]
        literals += [("kg:internetDomain", value) for value in split(row["domains"])]
        literals += [("kg:audience", row["audience"]), ("dcterms:source", "own table")]
        key = "-".join(filter(None, (slug(row["name"]), row["home state"].lower())))
        yield node(f"outlet/{key}", "kg:Outlet", literals, [("kg:inState", f"state/{row['home state']}" if row["home state"] else "")])


def regions() -> Iterator[Node]:
    for row in table("regions.tsv"):
        literals = [("skos:prefLabel", row["name"]), ("kg:type", row["kind"])]
        literals += [("skos:altLabel", value) for value in split(row["other names"])]
        literals += [("kg:adjective", value) for value in split(row["adjectives"])]
        yield node(f"region/{row['slug']}", "kg:Region", [*literals, ("dcterms:source", "own table")])


def roles() -> Iterator[Node]:
    """The scheme of posts: every role with the printed posts that normalise to it."""
    yield node("role/scheme", "skos:ConceptScheme", [("skos:prefLabel", "Roles of office holders")])
    for row in table("roles.tsv"):
        literals = [("skos:prefLabel", row["preferred label"])]
        literals += [("skos:altLabel", value) for value in split(row["other labels"])]
        literals += [("kg:type", row["sphere"]), *(("kg:postWord", word) for word in split(row["post words"]))]
        links = [("skos:inScheme", "role/scheme"), ("skos:broader", f"role/{row['broader']}" if row["broader"] else "")]
        yield node(f"role/{row['slug']}", "kg:Role, skos:Concept", [*literals, ("dcterms:source", "own table")], links)


def titles() -> Iterator[Node]:
    """Titles that tell a state, or that a state does not have."""
    for row in table("titles.tsv"):
        columns = {"only in": "kg:onlyIn", "at home in": "kg:atHomeIn", "unknown in": "kg:unknownIn"}
        links = [(predicate, f"state/{code}") for column, predicate in columns.items() for code in split(row[column])]
        yield node(f"title/{slug(row['title'])}", "kg:Title", [("skos:prefLabel", row["title"]), ("dcterms:source", "own table")], links)


def homonyms() -> Iterator[Node]:
    """Names of states and places that persons bear too."""
    for row in table("homonyms.tsv"):
        uses = [("kg:borneAs", row[use]) for use in ("given", "surname")]
        yield node(f"homonym/{slug(row['name'])}", "kg:Homonym", [("skos:prefLabel", row["name"]), *uses, ("dcterms:source", "own table")])
