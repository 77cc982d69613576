"""Draws the rooms of the house and who imports whom: `python -m docs.draw_rooms`."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import networkx as nx

from docs.layered import Lane, Layout, Node, placed

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "rooms.svg"
FLOORS = {
    "ui": ("shows", "#7b4ea3", "#f5effa"),
    "solver": ("searches and proves", "#b0582a", "#fbf1ea"),
    "data": ("reads, writes, stores", "#2c7a59", "#ebf6f1"),
    "planner": ("the subject", "#2b5fa5", "#ecf2fb"),
}
"""Floor → what it does, its line, its ground."""
STOREYS = (("planner",), ("solver", "data"), ("ui",))
BOX, GAP, STEP, EDGE = 28, 36, 30, 16
"""Height of a room, space between rows, more of it between storeys, margin."""
LETTER, POINT = 7.9, 9
"""Width of a letter, length of the point of an arrow."""
CIRCLE = "#c01818"
CIRCLED = " Broken and red: these import each other."


def rooms() -> nx.DiGraph:
    """Rooms (packages of a floor, and the modules that stand on the floor itself) and their
    imports, read from the source."""
    graph = nx.DiGraph()
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            here = path.relative_to(ROOT).with_suffix("").parts
            if here == (floor, "__init__"):
                continue
            graph.add_node(".".join(here[:2]))
            for name in _imported(path):
                there = name.split(".")
                if there[0] in FLOORS and len(there) > 1 and there[:2] != list(here[:2]):
                    graph.add_edge(".".join(here[:2]), ".".join(there[:2]))
    return graph


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def circles(graph: nx.DiGraph) -> set[tuple[str, str]]:
    """Of rooms that import each other, round about or at once, the arrows that point back."""
    return {
        (one, other)
        for ring in nx.strongly_connected_components(graph)
        for one, other in graph.edges
        if one in ring and other in ring and one < other
    }


def rows_of(graph: nx.DiGraph) -> dict[str, int]:
    """Room → row, the lowest 0: storey above storey, in each a room above what it imports there."""
    found: dict[str, int] = {}
    ground = 0
    for storey in STOREYS:
        for floor in storey:
            own = graph.subgraph(n for n in graph if n.split(".")[0] == floor).reverse()
            for number, names in enumerate(nx.topological_generations(own)):
                found.update(dict.fromkeys(names, ground + number))
        ground = max(found.values()) + 1
    return found


def picture() -> str:
    """The drawing as SVG."""
    graph = rooms()
    back = circles(graph)
    graph.remove_edges_from(back)
    rows = rows_of(graph)
    arrows = nx.transitive_reduction(graph)
    width = {name: max(76.0, LETTER * len(_label(name)) + 22) for name in graph}
    return _svg(placed(arrows, rows, width, ("solver.", "data.")), width, back)


def _label(name: str) -> str:
    floor, room = name.split(".")
    return f"{room}/" if (ROOT / floor / room).is_dir() else f"{room}.py"


def _svg(layout: Layout, width: dict[str, float], back: set[tuple[str, str]]) -> str:
    tops = _tops(layout)
    left = min(x - width.get(str(node), 0) / 2 for node, x in layout.x.items()) - 3.5 * EDGE
    right = max(x + width.get(str(node), 0) / 2 for node, x in layout.x.items()) + 2 * EDGE
    height = tops[0] + BOX + 3 * EDGE + 16
    x = {node: place - left for node, place in layout.x.items()}
    total = right - left
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total:.0f} {height:.0f}" '
        f'width="{total:.0f}" height="{height:.0f}" font-size="13" '
        "font-family=\"'Segoe UI','DejaVu Sans',Verdana,sans-serif\">",
        "<title>The rooms of Sắp Xếp and what each imports</title>",
        "<defs>",
        *(_head(floor, line) for floor, (_, line, _) in FLOORS.items()),
        _head("circle", CIRCLE),
        "</defs>",
        f'<rect width="{total:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        *_grounds(layout, tops, -left, total),
        *_arrows(layout, tops, x, width),
        *_back(back, tops, layout, x),
    ]
    for number, row in enumerate(layout.rows):
        for node in row:
            if isinstance(node, str):
                parts.append(_room(node, x[node], tops[number], width[node]))
    parts += [
        f'<text x="{EDGE}" y="{height - EDGE:.0f}" fill="#555" font-size="12">'
        "An arrow leads from a room to one that it imports; what follows from other arrows is "
        f"left out. A round end is a file.{CIRCLED if back else ''}</text>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _floors_in(row: tuple[Node, ...]) -> set[str]:
    return {node.split(".")[0] for node in row if isinstance(node, str)}


def _tops(layout: Layout) -> list[float]:
    """Upper edge of each row, the lowest row last on the page."""
    tops = [0.0] * len(layout.rows)
    at, above = 2.0 * EDGE, len(STOREYS) - 1
    for number in reversed(range(len(layout.rows))):
        storey = next(n for n, s in enumerate(STOREYS) if _floors_in(layout.rows[number]) & {*s})
        at += STEP if above != storey else 0
        tops[number], above = at, storey
        at += BOX + GAP
    return tops


def _grounds(layout: Layout, tops: list[float], middle: float, total: float) -> Iterator[str]:
    """A floor is a ground with its name up its left side."""
    for storey in STOREYS:
        here = [n for n, row in enumerate(layout.rows) if _floors_in(row) & {*storey}]
        top, bottom = tops[here[-1]] - EDGE, tops[here[0]] + BOX + EDGE
        for number, floor in enumerate(storey):
            what, line, ground = FLOORS[floor]
            left = EDGE if number == 0 else middle + EDGE / 3
            right = total - EDGE if number == len(storey) - 1 else middle - EDGE / 3
            yield (
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
                f'height="{bottom - top:.1f}" rx="8" fill="{ground}"/>'
                f'<text transform="translate({left + 18:.1f},{(top + bottom) / 2:.1f}) '
                f'rotate(-90)" text-anchor="middle" fill="{line}">'
                f'<tspan font-weight="700">{floor}/</tspan> {escape(what)}</text>'
            )


def _head(name: str, line: str) -> str:
    return (
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto-start-reverse"><path d="M0,0.8 L7.5,4 L0,7.2 z" fill="{line}"/></marker>'
    )


def _arrows(
    layout: Layout, tops: list[float], x: dict[Node, float], width: dict[str, float]
) -> Iterator[str]:
    """Straight down through the rows, bending only between them."""
    row = {node: number for number, nodes in enumerate(layout.rows) for node in nodes}
    out, into = _ports(layout, x, width)
    for (source, target), chain in layout.chains.items():
        floor = source.split(".")[0]
        at = out[source, target]
        path = [f"M{at:.1f},{tops[row[source]] + BOX:.1f}"]
        for above, node in pairwise(chain):
            lane = isinstance(node, Lane)
            there = x[node] if lane else into[source, target]
            bend = (tops[row[above]] + BOX + tops[row[node]] - POINT) / 2
            start, end = bend - (GAP - POINT) / 2, bend + (GAP - POINT) / 2
            path.append(f"V{start:.1f} C{at:.1f},{bend:.1f} {there:.1f},{bend:.1f}")
            path.append(f"{there:.1f},{end:.1f}")
            path.append(f"V{tops[row[node]] + (BOX if lane else -1):.1f}")
            at = there
        yield (
            f'<path d="{" ".join(path)}" fill="none" stroke="{FLOORS[floor][1]}" '
            f'stroke-width="1.3" stroke-opacity="0.75" marker-end="url(#{floor})"/>'
        )


def _ports(
    layout: Layout, x: dict[Node, float], width: dict[str, float]
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Where on its rooms each arrow starts and ends: side by side, in the order they come from."""
    out: dict[tuple[str, str], float] = {}
    into: dict[tuple[str, str], float] = {}
    for ports, end, step in ((out, 0, 1), (into, -1, -2)):
        joined: dict[Node, list[tuple[str, str]]] = {}
        for arrow, chain in layout.chains.items():
            joined.setdefault(chain[end], []).append(arrow)
        for room, arrows in joined.items():
            arrows.sort(key=lambda arrow: (x[layout.chains[arrow][step]], arrow))
            spread = min(16.0, (width[str(room)] - 24) / len(arrows))
            for number, arrow in enumerate(arrows):
                ports[arrow] = x[room] + (number - (len(arrows) - 1) / 2) * spread
    return out, into


def _back(
    back: set[tuple[str, str]], tops: list[float], layout: Layout, x: dict[Node, float]
) -> Iterator[str]:
    row = {node: number for number, nodes in enumerate(layout.rows) for node in nodes}
    for one, other in sorted(back):
        ends = [f"{x[n]:.1f},{tops[row[n]] + BOX / 2:.1f}" for n in (one, other)]
        yield (
            f'<path d="M{ends[0]} L{ends[1]}" stroke="{CIRCLE}" stroke-width="1.6" '
            f'stroke-dasharray="4 3" marker-end="url(#circle)"/>'
        )


def _room(name: str, x: float, top: float, width: float) -> str:
    line = FLOORS[name.split(".", maxsplit=1)[0]][1]
    label = _label(name)
    corner = 5 if label.endswith("/") else BOX / 2
    return (
        f'<rect x="{x - width / 2:.1f}" y="{top:.1f}" width="{width:.1f}" height="{BOX}" '
        f'rx="{corner}" fill="#ffffff" stroke="{line}" stroke-width="1.4"/>'
        f'<text x="{x:.1f}" y="{top + BOX / 2 + 4.5:.1f}" text-anchor="middle" fill="#1c1c1c">'
        f"{escape(label)}</text>"
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
