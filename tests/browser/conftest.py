"""Made-up networks of any size, and a real Chromium that has no network."""

from __future__ import annotations

import functools
import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kg.exports.html import LIMIT, render
from kg.exports.networks import network
from kg.iri import BASE, slug

FLAGS = (
    "--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
STATES = "Norland Sudria Westmark Ostania Meridia Valdoria Kestria Lumeria Zandia Orovia Brenia Caldova Drevia Elmora Farland".split()
FIRST = "Ada Boris Clara Dmitri Elena Farid Greta Hugo Irina Jonas Katya Leon Maria Nikos Olga Pavel Rosa Stefan Tara Viktor".split()
LAST = "Almeida Brandt Castell Dorin Ekman Falk Grigor Holm Ivanek Jansen Kovar Lindt Morel Novak Orlov Petrov Rask Silva Toma Varga".split()
POSTS = ("Minister of Foreign Affairs", "Deputy Prime Minister", "Ambassador", "Minister of Trade", "Speaker of the Parliament", "Special Envoy")
TOPICS = "transport energy water grain security tourism education fisheries ports investment visas culture health mining railways satellites".split()
FLOWS = ("exports", "imports", "turnover", "investment")


def made(size: int) -> Any:
    """A network of `size` nodes, of many classes, the same at every call."""
    dice, tables, turn = random.Random(size), {name: [] for name in ("officials", "meetings", "topics", "agreements", "statements", "trade")}, 0
    while not turn or turn % max(1, size // 10) or len(network(tables)) < size:
        _tell(dice, tables, turn, max(4, size // 8))
        turn += 1
    tables["articles"] = [{"article": f"wire-{n}", "url": f"https://example.org/{n}", "title": f"Report {n}"} for n in range(turn // 3 + 1)]
    whole = network(tables)
    return whole.subgraph(sorted(whole, key=lambda node: (-whole.degree(node), node))[:size]).copy()


def _tell(dice: random.Random, tables: dict[str, list[dict[str, str | None]]], turn: int, people: int) -> None:
    """One report: two officials meet on a topic; now and then they sign, say or trade something."""
    a, b = (dice.randrange(people) for _ in range(2))
    homes = [STATES[person % len(STATES)] for person in (a, b)]
    names = [f"{FIRST[person % 20]} {LAST[person // 20 % 20]}{' ' + 'I' * (person // 400) if person >= 400 else ''}" for person in (a, b)]
    day = f"2031-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
    proof = {"article": f"wire-{turn // 3}", "start": str(100 * turn), "end": str(100 * turn + 80)}
    proof["evidence"] = f"{names[0]} of {homes[0]} met {names[1]} of {homes[1]} on {day}."
    for person, home, number in zip(names, homes, (a, b), strict=True):
        who = {"person": person, "post": POSTS[number % len(POSTS)], "of": home, "attested_on": day, "status": "current"}
        iris = {"person_iri": f"{BASE}person/{slug(person)}", "of_iri": f"{BASE}state/{home[:3].upper()}"}
        tables["officials"].append({"tenure": f"t{turn}", **who, **proof, **iris})
        met = {"kind": dice.choice(("meeting", "talks", "call")), "participant": person, "on_behalf_of": home, "date": day, "modality": "happened"}
        tables["meetings"].append({"meeting": f"{BASE}claim/m{turn}", **met, **proof})
    topic = dice.choice(TOPICS) if dice.random() < 0.7 else f"{dice.choice(TOPICS)} and {dice.choice(TOPICS)} in {dice.choice(STATES)}"
    tables["topics"].append({"meeting": f"{BASE}claim/m{turn}", "topic": topic, **proof, "evidence": f"They spoke of {topic}."})
    if turn % 3 == 0:
        said = f"{topic} matters to {homes[1]}, case {turn}"
        tables["statements"].append({"statement": f"{BASE}claim/s{turn}", "speaker": names[0], "text": said, **proof, "evidence": said})
    if turn % 4 == 0:
        deal = {"name": f"Agreement on {topic.capitalize()}", "kind": "agreement", "stage": "signed", "stage_date": day}
        tables["agreements"] += [{"agreement": f"a{turn}", **deal, "party": home, **proof} for home in homes]
    if turn % 5 == 0:
        key = {"reporter": homes[0], "partner": homes[1], "flow": dice.choice(FLOWS), "period_start": "2030-01", "period_end": "2030-12"}
        money = {"value": f"{dice.randint(1, 90)}000000", "unit": "USD"}
        tables["trade"].append({"observation": f"{BASE}claim/o{turn}", **key, **money, **proof, "evidence": f"It came to {money['value']}."})


@functools.cache
def drawn(graph: Any, title: str, limit: int) -> str:
    return render(graph, title, limit)


@pytest.fixture(scope="session")
def networks() -> Callable[[int], Any]:
    return functools.cache(made)


def browser_path() -> str:
    """Chromium's path; without one the tests fail, they do not skip: an untested picture is no picture."""
    found = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.fail("no Chromium found: apt-get install chromium, or set KG_CHROMIUM to its path", pytrace=False)
    return found


@pytest.fixture
def find_browser() -> Callable[[], str]:
    return browser_path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page that is open, and what it did wrong: `calls` it made, what it wrote to the console, dialogs it raised."""

    page: Any
    calls: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def click_node(self, label: str) -> None:
        """Clicks on the canvas where the node lies."""
        place = "label => kgPicture.place(kgPicture.data.nodes.findIndex(node => node.label === label))"
        x, y, _ = self.page.evaluate(place, label)
        self.page.mouse.click(x, y)


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Renders a network, opens it offline, waits until it is interactive; at the end it must have called and complained of nothing."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    visits: list[Visit] = []

    def go(graph: Any, title: str = "A made-up graph", limit: int = LIMIT) -> Visit:
        path = tmp_path / "graph.html"
        path.write_text(drawn(graph, title, limit), encoding="utf-8")
        one = Visit(context.new_page())
        visits.append(one)
        one.page.on("request", lambda request: None if request.url.startswith("file:") else one.calls.append(request.url))
        one.page.on("console", lambda message: one.complaints.append(message.text) if message.type == "error" else None)
        one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.page.on("dialog", lambda dialog: (one.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        one.page.goto(path.as_uri())
        one.page.wait_for_selector("html[data-ready]", state="attached", timeout=20_000)
        return one

    yield go
    seen = [(one.calls, one.complaints) for one in visits]
    context.close()
    assert all(not calls and not complaints for calls, complaints in seen), seen
