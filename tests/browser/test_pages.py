"""The HTML graph in a real Chromium without network: it loads clean, and pointer, search, filter and keyboard work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

SIZES = [20, 200, 2000]  # pyvis, pyvis at its largest, sigma
HOSTILE = "</script><img src=x onerror=alert(1)>"


def hub(graph: nx.MultiDiGraph) -> str:
    """The most linked node, as the page orders them."""
    plain = nx.Graph(graph)
    return min(graph, key=lambda node: (-plain.degree(node), node))


@pytest.fixture(scope="module", params=SIZES)
def graph(request: pytest.FixtureRequest, networks: Callable[[int], Any]) -> Any:
    return networks(request.param)


def test_a_click_on_a_node_shows_its_evidence_with_article_and_offsets(graph: Any, visit: Callable[..., Any]) -> None:
    one, top = visit(graph), hub(graph)
    one.click_node(graph.nodes[top]["label"])
    detail = one.page.locator("#detail")
    assert detail.locator("h2").inner_text() == graph.nodes[top]["label"]
    data = next(iter(graph.edges(top, data=True)), None) or next(iter(graph.in_edges(top, data=True)))
    text = detail.inner_text()
    assert data[2]["evidence"] in text
    assert f"{data[2]['title']} · {data[2]['article']} · characters {data[2]['start']}–{data[2]['end']}" in text
    assert detail.locator("cite a").first.get_attribute("href").startswith("https://example.org/")
    assert detail.locator("cite a").first.get_attribute("rel") == "noopener noreferrer"


def test_a_node_under_the_pointer_tells_label_class_and_words(graph: Any, visit: Callable[..., Any]) -> None:
    one, top = visit(graph), hub(graph)
    x, y, _ = one.page.evaluate("kgPicture.place(0)")
    one.page.mouse.move(x - 60, y - 60)
    one.page.mouse.move(x, y, steps=3)
    tip = one.page.locator("#tip")
    tip.wait_for(state="visible", timeout=3000)
    assert graph.nodes[top]["label"] in tip.inner_text() and graph.nodes[top]["kind"] in tip.inner_text().lower()
    assert tip.locator("q").inner_text().endswith((".", "…"))


def test_search_lists_what_it_finds_without_regard_to_case_and_accents(graph: Any, visit: Callable[..., Any]) -> None:
    one = visit(graph)
    one.page.fill("#search", "ÁLMEIDA boris")
    labels = one.page.locator("#list .name").all_inner_texts()
    assert labels and all("boris" in label.lower() for label in labels)
    one.page.fill("#search", "no such thing anywhere")
    assert one.page.locator("#count").inner_text() == "0 nodes found"


def test_the_filter_takes_a_class_from_list_and_picture(graph: Any, visit: Callable[..., Any]) -> None:
    one, top = visit(graph), hub(graph)
    one.page.locator(f"#legend input[value={graph.nodes[top]['kind']}]").uncheck()
    assert graph.nodes[top]["label"] not in one.page.locator("#list .name").all_inner_texts()
    one.page.wait_for_timeout(100)
    one.click_node(graph.nodes[top]["label"])
    assert one.page.locator("#detail h2").all_inner_texts() != [graph.nodes[top]["label"]]


def test_the_keyboard_alone_reaches_a_node_and_comes_back(graph: Any, visit: Callable[..., Any]) -> None:
    one = visit(graph)
    press, second = one.page.keyboard.press, one.page.locator("#list .name").nth(1).inner_text()
    press("/")
    assert one.page.evaluate("document.activeElement.id") == "search"
    press("ArrowDown")
    assert one.page.evaluate("document.activeElement.id") == "list"
    assert one.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    press("ArrowDown")
    assert one.page.locator("#list").get_attribute("aria-activedescendant") == "row-1"
    press("Enter")
    assert one.page.evaluate("document.activeElement.textContent") == second
    press("Tab")
    assert one.page.evaluate("document.activeElement.matches('#detail a, #detail button')")
    press("Escape")
    assert one.page.evaluate("document.activeElement.id") == "list" and one.page.locator("#detail").is_hidden()


def test_a_narrow_screen_shows_picture_and_panel_in_full(graph: Any, visit: Callable[..., Any]) -> None:
    page = visit(graph).page
    page.set_viewport_size({"width": 390, "height": 800})
    for part in ("#stage-box", "#panel", "#search", "#legend"):
        box = page.locator(part).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_every_control_is_reached_by_tab(visit: Callable[..., Any], networks: Callable[[int], Any]) -> None:
    one, reached = visit(networks(20)), set()
    for _ in range(20):
        one.page.keyboard.press("Tab")
        reached.add(one.page.evaluate("document.activeElement.id || document.activeElement.value"))
    assert {"zoom-in", "zoom-out", "fit", "physics", "search", "person", "state", "list"} <= reached


@pytest.mark.parametrize("size", [20, 260])
def test_hostile_labels_and_links_are_text(size: int, visit: Callable[..., Any]) -> None:
    graph = nx.MultiDiGraph()
    for number in range(size):
        graph.add_node(f"{HOSTILE}{number}", label=f"{HOSTILE} href {number}", kind="person", place=HOSTILE)
        proof = {"evidence": HOSTILE, "article": HOSTILE, "start": 0, "end": 37, "title": HOSTILE, "url": "javascript:alert(1)"}
        graph.add_edge(f"{HOSTILE}{number}", f"{HOSTILE}0", relation=HOSTILE, date=HOSTILE, **proof)
    graph.remove_edge(f"{HOSTILE}0", f"{HOSTILE}0")
    one = visit(graph, HOSTILE)
    x, y, _ = one.page.evaluate("kgPicture.place(0)")
    one.page.mouse.move(x - 50, y)
    one.page.mouse.move(x, y, steps=3)
    one.page.locator("#tip").wait_for(state="visible", timeout=3000)
    one.page.mouse.click(x, y)
    assert HOSTILE in one.page.locator("#detail h2").inner_text()
    assert HOSTILE in one.page.locator("#detail blockquote").first.inner_text()
    assert one.page.locator("#title").inner_text() == HOSTILE
    assert one.page.locator("img").count() == 0 and one.page.locator("#detail cite a").count() == 0


def test_small_graphs_can_be_set_moving_and_large_ones_lie_still(visit: Callable[..., Any], networks: Callable[[int], Any]) -> None:
    one = visit(networks(20))
    places = "kgPicture.data.nodes.map((_, i) => kgPicture.place(i).map(Math.round)).join()"
    before = one.page.evaluate(places)
    one.page.wait_for_timeout(300)
    assert one.page.evaluate(places) == before
    one.page.check("#physics")
    one.page.wait_for_timeout(600)
    assert one.page.evaluate(places) != before
    assert visit(networks(2000)).page.locator("#physics-box").is_hidden()


def test_the_picture_is_painted_and_hubs_are_labelled(graph: Any, visit: Callable[..., Any]) -> None:
    one, script = (
        visit(graph),
        """() => {
        const canvas = document.getElementById('labels'), pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        let inked = 0;
        for (let i = 3; i < pixels.length; i += 4) inked += pixels[i] > 128;
        return inked;
    }""",
    )
    assert one.page.evaluate(script) > 1000
    nodes = one.page.evaluate("kgPicture.data.nodes.slice(0, 5).map((_, i) => kgPicture.place(i))")
    assert all(0 < x < 900 and 0 < y < 800 and r > 2 for x, y, r in nodes)


def test_a_class_switched_off_comes_back_when_one_of_it_is_asked_for(visit: Callable[..., Any], networks: Callable[[int], Any]) -> None:
    graph = networks(2000)
    one, box = visit(graph), "#legend input[value=statement]"
    said = next(target for _, target, relation in graph.edges(data="relation") if relation == "said")
    speaker = next(iter(graph.predecessors(said)))
    assert not one.page.locator(box).is_checked()
    one.page.fill("#search", graph.nodes[speaker]["label"])
    one.page.keyboard.press("Enter")
    one.page.locator("#detail .go", has_text=graph.nodes[said]["label"]).first.click()
    assert one.page.locator("#detail h2").inner_text() == graph.nodes[said]["label"]
    assert one.page.locator(box).is_checked()


def test_a_missing_browser_fails_and_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("KG_CHROMIUM", raising=False)
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        request.getfixturevalue("find_browser")()


def test_beyond_the_limit_the_page_says_what_it_shows(visit: Callable[..., Any], networks: Callable[[int], Any]) -> None:
    one = visit(networks(200), limit=50)
    assert "The 50 most linked of 200 nodes" in one.page.locator("#note").inner_text()
