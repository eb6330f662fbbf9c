"""The HTML graph against pyvis as shipped: seconds to write the file, and seconds until the page answers, at 60, 200 and 2,000 nodes."""

from __future__ import annotations

import runpy
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Page, TimeoutError, sync_playwright

from kg.exports.html import render

SIZES = (60, 200, 2000)
PATIENCE = 30.0  # seconds that pyvis is given to become interactive; at 2,000 nodes it needs minutes
MADE = runpy.run_path(str(Path(__file__).parents[1] / "browser" / "conftest.py"))


def shipped(graph: nx.MultiDiGraph) -> str:
    """The same nodes and links by pyvis alone, as its manual shows: `in_line`, physics on, no positions."""
    from pyvis.network import Network

    drawing = Network(directed=True, cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        drawing.add_node(node, label=data["label"])
    for source, target in sorted(set(graph.edges())):
        drawing.add_edge(source, target)
    return str(drawing.generate_html())


def timed(make: Callable[[], str]) -> tuple[float, str]:
    begun = time.perf_counter()
    page = make()
    return time.perf_counter() - begun, page


def waited(page: Page, html: str, ready: str) -> float:
    """Seconds from opening the file until `ready` holds, at most `PATIENCE`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.html"
        file.write_text(html, encoding="utf-8")
        begun = time.perf_counter()
        try:
            page.goto(file.as_uri(), timeout=PATIENCE * 1000, wait_until="commit")
            if ready == OURS:
                page.wait_for_selector(ready, state="attached", timeout=PATIENCE * 1000)
            else:
                page.wait_for_function(ready, timeout=PATIENCE * 1000, polling=50)
        except TimeoutError:
            return PATIENCE
        return time.perf_counter() - begun


OURS = "html[data-ready]"  # set once the first frame is on the screen; our policy forbids the eval that waiting for an expression needs
# pyvis answers when its first stabilisation is over: until then the browser is busy and its progress bar covers the canvas
THEIRS = "typeof network !== 'undefined' && network.physics && network.physics.ready"


def rows_of(size: int, browser: Any) -> list[dict[str, object]]:
    graph = MADE["made"](size)
    (ours_write, ours_page), (theirs_write, theirs_page) = timed(lambda: render(graph, "Benchmark")), timed(lambda: shipped(graph))
    found = []
    for html, ready in ((ours_page, OURS), (theirs_page, THEIRS)):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
        found.append(waited(context.new_page(), html, ready))
        context.close()
    ours_open, theirs_open = found
    capped = f"pyvis was given up after {PATIENCE:.0f} s" if theirs_open >= PATIENCE else ""
    return [
        row(f"HTML written, {size} nodes", ours_write, theirs_write, "ours with the layout, pyvis leaves it to the browser"),
        row(f"HTML interactive, {size} nodes", ours_open, theirs_open, capped),
    ]


def row(name: str, ours: float, baseline: float, note: str) -> dict[str, object]:
    return {"name": name, "ours": round(ours, 3), "baseline": round(baseline, 3), "ratio": round(ours / baseline, 3), "unit": "s", "note": note}


def run() -> list[dict[str, object]]:
    """Rows of name, ours, baseline (pyvis as shipped), ratio (ours / baseline: smaller is better), unit, note."""
    render(MADE["made"](20), "imports warm")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=MADE["browser_path"](), args=MADE["FLAGS"])
        try:
            return [one for size in SIZES for one in rows_of(size, browser)]
        finally:
            browser.close()


if __name__ == "__main__":
    for one in run():
        print(one)
