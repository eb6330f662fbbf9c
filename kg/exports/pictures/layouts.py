"""Layouts: a place on the plane for every node, the same at every run, in seconds up to twenty thousand nodes.

Each connected part is laid out alone: leaves are set aside, the core is placed by distances to a few pivots (pivot MDS)
and relaxed by springs and charges (exact up to `EXACT` nodes, on a grid with FFT beyond), the leaves come back in rings
around their hubs, all is relaxed once more, and the parts are packed into a landscape rectangle.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Pairs = NDArray[np.int64]

LENGTH = 100.0  # ideal length of a link, px
EXACT = 500  # up to so many nodes every pair repels; beyond, a grid stands for the far ones
CROWD = 5000  # beyond so many nodes the grid is too coarse for a field that fades fast
PIVOTS = 40
ASPECT = 1.5


def positions(graph: nx.Graph) -> dict[str, tuple[int, int]]:
    """Whole-pixel positions of the nodes; y grows downwards, the middle is 0, 0."""
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted((min(pair), max(pair)) for pair in graph.edges() if pair[0] != pair[1]))  # sums of floats depend on their order
    parts = sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part))
    boxes = [_part(plain, part) for part in parts]
    placed: dict[str, tuple[int, int]] = {}
    for part, points in zip(parts, _pack(boxes), strict=True):
        placed.update((node, (round(x), round(y))) for node, (x, y) in zip(part, points.tolist(), strict=True))
    return placed


def _part(plain: nx.Graph, part: Sequence[str]) -> Points:
    """The layout of one connected part, rows in the order of `part`, its corner at 0, 0."""
    index = {node: row for row, node in enumerate(part)}
    core = [node for node in part if plain.degree(node) > 1] or [part[0]]
    points = np.zeros((len(part), 2))
    points[[index[node] for node in core]] = _core(plain.subgraph(core).copy(), core, plain)
    _ring(plain, core, index, points)
    pairs = _pairs(plain.subgraph(part), index)
    if len(part) > 2:
        points = _relax(points, pairs, _masses(plain, part), 60, LENGTH / 3)
    points = _level(points) * (1.25, 1.0)
    extent = points.max(axis=0) - points.min(axis=0)
    scale = LENGTH * math.sqrt(len(part) / max(float(extent[0] * max(extent[1], extent[0] / 4)), 1.0))
    return np.asarray((points - points.min(axis=0)) * scale, dtype=float)


def _core(core: nx.Graph, nodes: Sequence[str], plain: nx.Graph) -> Points:
    index = {node: row for row, node in enumerate(nodes)}
    pairs = _pairs(core, index)
    mass = _masses(plain, nodes)
    rounds = 300 if len(nodes) <= EXACT else 120
    return _relax(_pivot(core, nodes), pairs, mass, rounds, LENGTH * 2)


def _pairs(graph: nx.Graph, index: Mapping[str, int]) -> Pairs:
    """The links as pairs of rows, in an order that does not depend on hashes: a part of a graph lists its edges by a set."""
    return np.array(sorted(sorted((index[a], index[b])) for a, b in graph.edges()), dtype=np.int64).reshape(-1, 2)


def _masses(plain: nx.Graph, nodes: Sequence[str]) -> Points:
    """What nodes weigh as charges: hubs more, so that their leaves find room, but not so much that they flee each other."""
    return np.array([(1.0 + plain.degree(node)) ** 0.5 for node in nodes])


def _pivot(core: nx.Graph, nodes: Sequence[str]) -> Points:
    """Pivot MDS: the two main axes of the distances to pivots spread over the graph; a little seeded noise parts twins."""
    noise = np.random.default_rng(0).normal(size=(len(nodes), 2))
    if len(nodes) < 4:
        return noise * LENGTH
    columns: list[Points] = []
    nearest = np.full(len(nodes), np.inf)
    pivot = max(range(len(nodes)), key=lambda row: core.degree(nodes[row]))
    for _ in range(min(PIVOTS, len(nodes))):
        reach = nx.single_source_shortest_path_length(core, nodes[pivot])
        column = np.array([reach.get(node, len(nodes)) for node in nodes], dtype=float)
        columns.append(column)
        nearest = np.minimum(nearest, column)
        pivot = int(nearest.argmax())
    squares = np.stack(columns, axis=1) ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    flat: Points = centred @ axes[:, [-1, -2]]
    spread = flat.std(axis=0)
    return flat / np.where(spread > 0, spread, 1) * LENGTH * math.sqrt(len(nodes)) / 2 + noise * LENGTH / 4


def _relax(points: Points, pairs: Pairs, mass: Points, rounds: int, heat: float) -> Points:
    """Springs along the pairs, charges between all nodes, steps no longer than a heat that cools to nothing."""
    points = points.copy()
    fade = 3 if len(points) <= CROWD else 2
    charge = LENGTH**fade / 6
    for turn in range(rounds):
        push = charge * mass[:, None] * (_repel_exactly(points, mass) if len(points) <= EXACT else _repel_by_grid(points, mass, fade))
        pull = points[pairs[:, 1]] - points[pairs[:, 0]]
        force = push - points * 0.01 * mass[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(pairs[:, 0], pull[:, axis], len(points)) - np.bincount(pairs[:, 1], pull[:, axis], len(points))
        step = force / mass[:, None]
        size = np.hypot(step[:, 0], step[:, 1])[:, None]
        points += step / np.maximum(size, 1e-9) * np.minimum(size, heat * (1 - turn / rounds))
    return points


def _repel_exactly(points: Points, mass: Points) -> Points:
    """The field Σ m·d/|d|³ at every node: it fades fast, so that near nodes part and far ones stay."""
    apart = points[:, None, :] - points[None, :, :]
    cubes = ((apart**2).sum(axis=2) + (LENGTH / 20) ** 2) ** 1.5
    field: Points = np.einsum("ij,ijk->ik", mass[None, :] / cubes, apart)
    return field


def _repel_by_grid(points: Points, mass: Points, fade: int) -> Points:
    """The field Σ m·d/|d|^fade with the masses spread on a grid and the sum taken as a convolution."""
    cells = 128 if len(points) <= CROWD else 192
    low = points.min(axis=0)
    cell = max(float((points.max(axis=0) - low).max()), 1.0) / (cells - 2)
    at = (points - low) / cell
    corner = at.astype(np.int64)
    rest = at - corner
    shares = [(dx, dy, np.abs(1 - dx - rest[:, 0]) * np.abs(1 - dy - rest[:, 1])) for dx in (0, 1) for dy in (0, 1)]
    grid = np.zeros(cells * cells)
    for dx, dy, share in shares:
        grid += np.bincount((corner[:, 0] + dx) * cells + corner[:, 1] + dy, mass * share, cells * cells)
    spectrum = np.fft.rfft2(grid.reshape(cells, cells), (2 * cells, 2 * cells))
    field = np.zeros_like(points)
    for axis, kernel in enumerate(_kernels(cells, fade)):
        full = np.fft.irfft2(spectrum * kernel, (2 * cells, 2 * cells))
        for dx, dy, share in shares:
            field[:, axis] += share * full[corner[:, 0] + dx, corner[:, 1] + dy]
    return field / cell ** (fade - 1)


@functools.cache
def _kernels(cells: int, fade: int) -> list[NDArray[np.complex128]]:
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    x, y = steps[:, None], steps[None, :]
    power = (x**2 + y**2 + 0.25) ** (fade / 2)
    return [np.fft.rfft2(x / power), np.fft.rfft2(y / power)]


def _ring(plain: nx.Graph, core: Sequence[str], index: Mapping[str, int], points: Points) -> None:
    """Sets the leaves in rings around their hubs (a golden-angle spiral, so that any number fits)."""
    inner = set(core)
    for hub in core:
        leaves = sorted(node for node in plain[hub] if node not in inner)
        for turn, leaf in enumerate(leaves):
            angle, reach = turn * math.pi * (3 - math.sqrt(5)), LENGTH * (0.6 + 0.22 * math.sqrt(turn))
            points[index[leaf]] = points[index[hub]] + (reach * math.cos(angle), reach * math.sin(angle))


def _level(points: Points) -> Points:
    """Turns the points so that their longest axis lies level, with a fixed handedness."""
    centred: Points = points - points.mean(axis=0)
    if len(points) < 3:
        return centred
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ axes[:, ::-1]
    signs = np.where((turned**3).sum(axis=0) < 0, -1.0, 1.0)
    return turned * signs


def _pack(boxes: Sequence[Points]) -> list[Points]:
    """Shelves of boxes (largest first) in a rectangle of the aspect of a screen, centred on 0, 0."""
    margin = LENGTH * 1.2
    sizes = [box.max(axis=0) + margin for box in boxes]
    area = sum(float(width * height) for width, height in sizes)
    limit = max([math.sqrt(area * ASPECT), *(float(width) for width, _ in sizes)])
    x = y = shelf = 0.0
    placed: list[Points] = []
    for box, (width, height) in zip(boxes, sizes, strict=True):
        if x + width > limit + 1e-6:
            x, y, shelf = 0.0, y + shelf, 0.0
        placed.append(box + np.array([x, y]))
        x, shelf = x + float(width), max(shelf, float(height))
    if not placed:
        return placed
    every = np.concatenate(placed)
    middle = (every.max(axis=0) + every.min(axis=0)) / 2
    return [points - middle for points in placed]
