"""Places for a graph drawn in rows: which row, which order in it, how far to the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

import networkx as nx

SWEEPS = 40
PULL = 200
APART = 20
MIDDLE = 34
"""Pixels between two neighbours in a row, and from the middle of the picture to the right half."""
STRAIGHT = 0.9
BEND = 12
"""Width of the lane that an arrow takes through a row."""


@dataclass(frozen=True, order=True)
class Lane:
    """Where an arrow passes a row without stopping."""

    source: str
    target: str
    row: int


Node = str | Lane


@dataclass(frozen=True)
class Layout:
    rows: tuple[tuple[Node, ...], ...]
    """Lowest first, each from left to right."""
    x: Mapping[Node, float]
    chains: Mapping[tuple[str, str], tuple[Node, ...]]
    """Each arrow: source, the lanes it takes, target."""


def placed(
    graph: nx.DiGraph, row_of: Mapping[str, int], width: Mapping[str, float], side: Sequence[str]
) -> Layout:
    """A layout of `graph`, whose arrows all point to a lower row. Nodes whose name starts with one
    of `side` (first all of the first, then all of the second), and the lanes out of or into them,
    keep to their half of the picture in the rows that both share."""
    chains = {(a, b): _chain(a, b, row_of) for a, b in sorted(graph.edges)}
    rows: list[list[Node]] = [[] for _ in range(max(row_of.values()) + 1)]
    for name in sorted(row_of):
        rows[row_of[name]].append(name)
    for chain in chains.values():
        for lane in chain[1:-1]:
            assert isinstance(lane, Lane)
            rows[lane.row].append(lane)
    shared = {
        number
        for number, row in enumerate(rows)
        if any(isinstance(node, str) and _half(node, side) is not None for node in row)
    }
    half = {
        node: _half(node, side) if number in shared else None
        for number, row in enumerate(rows)
        for node in row
    }
    near = _neighbours(chains)
    ordered = _ordered(rows, near, half)
    x = _pulled(ordered, near, half, lambda node: width.get(node, BEND))  # type: ignore[arg-type]
    return Layout(tuple(map(tuple, ordered)), x, chains)


def _chain(source: str, target: str, row_of: Mapping[str, int]) -> tuple[Node, ...]:
    between = range(row_of[source] - 1, row_of[target], -1)
    return (source, *(Lane(source, target, row) for row in between), target)


def _half(node: Node, side: Sequence[str]) -> int | None:
    """Which half of the picture a node belongs to: of a lane, that of either end."""
    names = (node.source, node.target) if isinstance(node, Lane) else (node,)
    found = (n for name in names for n, start in enumerate(side) if name.startswith(start))
    return next(found, None)


def _neighbours(chains: Mapping[tuple[str, str], tuple[Node, ...]]) -> dict[Node, list[Node]]:
    near: dict[Node, list[Node]] = {}
    for chain in chains.values():
        for one, other in pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _ordered(
    rows: list[list[Node]], near: Mapping[Node, list[Node]], half: Mapping[Node, int | None]
) -> list[list[Node]]:
    """The order with the fewest crossings that sweeping up and down by middles finds."""
    best, fewest = rows, _crossings(rows, near)
    for sweep in range(SWEEPS):
        rows = [list(row) for row in rows]
        order = range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1)
        for number in order:
            before = rows[number - 1 if sweep % 2 == 0 else number + 1]
            at = {node: place for place, node in enumerate(before)}
            now = {node: place for place, node in enumerate(rows[number])}
            middle = {
                node: fmean(places) if (places := [at[n] for n in near[node] if n in at]) else None
                for node in rows[number]
            }
            scale = len(before) / max(1, len(rows[number]))
            rows[number].sort(
                key=lambda node: (
                    half[node] or 0,
                    now[node] * scale if middle[node] is None else middle[node],
                    now[node],
                )
            )
        crossed = _crossings(rows, near)
        if crossed < fewest:
            best, fewest = rows, crossed
    return best


def _crossings(rows: list[list[Node]], near: Mapping[Node, list[Node]]) -> int:
    total = 0
    for lower, upper in pairwise(rows):
        at = {node: place for place, node in enumerate(lower)}
        ends = [
            (place, at[other])
            for place, node in enumerate(upper)
            for other in near.get(node, ())
            if other in at
        ]
        total += sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(ends) for c, d in ends[:n])
    return total


def _pulled(
    rows: list[list[Node]],
    near: Mapping[Node, list[Node]],
    half: Mapping[Node, int | None],
    width: Callable[[Node], float],
) -> dict[Node, float]:
    """Middles of all nodes: as near to those they are joined to as their row leaves room for."""
    x: dict[Node, float] = {}
    lanes: dict[tuple[str, str], list[Lane]] = {}
    for row in rows:
        for node in row:
            if isinstance(node, Lane):
                lanes.setdefault((node.source, node.target), []).append(node)
        at = 0.0
        for node in row:
            x[node] = at + width(node) / 2
            at += width(node) + APART
    for turn in range(PULL):
        for row in rows if turn % 2 == 0 else reversed(rows):
            wanted = {node: _wish(node, x, near, lanes) for node in row}
            for part in (None, 0, 1):
                nodes = [node for node in row if half[node] == part]
                x.update(_kept_apart(nodes, wanted, width, part))
    return x


def _wish(
    node: Node,
    x: Mapping[Node, float],
    near: Mapping[Node, list[Node]],
    lanes: Mapping[tuple[str, str], list[Lane]],
) -> float:
    """A room wants to be in the middle of what it is joined to; a lane to go straight on."""
    if isinstance(node, Lane):
        ends = (x[node.source] + x[node.target]) / 2
        straight = fmean(x[lane] for lane in lanes[node.source, node.target])
        return STRAIGHT * straight + (1 - STRAIGHT) * ends
    return fmean([x[other] for other in near[node]]) if near.get(node) else x[node]


def _kept_apart(
    nodes: list[Node],
    wanted: Mapping[Node, float],
    width: Callable[[Node], float],
    part: int | None,
) -> dict[Node, float]:
    """The places nearest to `wanted` (least squares) at which neighbours in a row keep their
    distance; left of 0 for half 0, right of it for half 1."""
    if not nodes:
        return {}
    offsets = [0.0]
    for one, other in pairwise(nodes):
        offsets.append(offsets[-1] + (width(one) + width(other)) / 2 + APART)
    blocks: list[list[float]] = []
    for node, offset in zip(nodes, offsets, strict=True):
        weight = 1.0 if isinstance(node, str) else 2.0
        blocks.append([wanted[node] - offset, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value, weight, count = blocks.pop()
            left = blocks[-1]
            left[0] = (left[0] * left[1] + value * weight) / (left[1] + weight)
            left[1] += weight
            left[2] += count
    free = [value for value, _, count in blocks for _ in range(int(count))]
    if part == 0:
        most = -width(nodes[-1]) / 2 - APART - offsets[-1]
        free = [min(value, most) for value in free]
    elif part == 1:
        least = width(nodes[0]) / 2 + MIDDLE
        free = [max(value, least) for value in free]
    return {n: value + off for n, value, off in zip(nodes, free, offsets, strict=True)}
