"""Small pictures as SVG text: no library, no network, the same on screen and on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin

ACCENT, MUTED, LINE = "#0F5A78", "#4E5B67", "#D8DEE4"
FONT = "'Segoe UI','Noto Sans',sans-serif"


def svg(width: float, height: float, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{FONT}" font-size="12">{body}</svg>'
    )


def words(x: float, y: float, text: str, anchor: str = "start", extra: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{escape(text)}</text>'


def curve(points: Sequence[tuple[float, int | None, int | None]]) -> str:
    """Best cost (solid) and bound (dashed) over seconds."""
    width, height, right = 520.0, 150.0, 170.0
    costs = [(t, c) for t, c, _ in points if c is not None]
    bounds = [(t, b) for t, _, b in points if b is not None and b > 0]
    end = max(t for t, _, _ in points) or 1.0
    values = [v for _, v in costs] + [v for _, v in bounds[-1:]]
    low, high = (min(values), max(values)) if values else (0, 1)
    span = max(1, high - low)

    def at(t: float, v: float) -> tuple[float, float]:
        y = height - 34 - (min(max(v, low), high) - low) / span * (height - 56)
        return 8 + t / end * (width - right), y

    body = f'<path d="M8 {height - 24}H{width - right + 8}" stroke="{MUTED}" fill="none"/>'
    for share in (0.0, 0.5, 1.0):
        x = 8 + share * (width - right)
        anchor = "start" if share == 0 else "middle"
        body += words(x, height - 8, f"{end * share:.0f} giây", anchor, f'fill="{MUTED}"')
    for series, style, label in (
        (costs, f'stroke="{ACCENT}" stroke-width="2"', "tốt nhất đến lúc này"),
        (bounds, f'stroke="{MUTED}" stroke-dasharray="4 3"', "không thể tốt hơn nữa"),
    ):
        if not series:
            continue
        x, y = at(*series[0])
        path = f"M{x:.1f} {y:.1f}"
        for t, v in series[1:]:
            nx, ny = at(t, v)
            path += f"H{nx:.1f}V{ny:.1f}"
        lx, ly = 8 + width - right, at(*series[-1])[1]
        body += f'<path d="{path}H{lx:.1f}" fill="none" {style}/>'
        shift = -4 if series is costs else 10
        body += words(lx + 6, ly + shift, label, "start", f'fill="{MUTED}"')
    return svg(width, height, body)


@dataclass(frozen=True, slots=True)
class Axis:
    """One competence of a radar: how much there is of how much is asked for."""

    name: str
    held: int
    needed: int


def radar(axes: Sequence[Axis]) -> str:
    """What is held (filled) against what is needed (outline), each axis in its own scale."""
    width, height, reach = 460.0, 330.0, 100.0
    middle = width / 2, height / 2

    def at(place: int, share: float) -> tuple[float, float]:
        angle = 2 * pi * place / len(axes) - pi / 2
        return middle[0] + reach * share * cos(angle), middle[1] + reach * share * sin(angle)

    def ring(shares: Sequence[float], style: str) -> str:
        points = " ".join("{:.1f},{:.1f}".format(*at(n, s)) for n, s in enumerate(shares))
        return f'<polygon points="{points}" {style}/>'

    body = "".join(ring([s] * len(axes), f'fill="none" stroke="{LINE}"') for s in (0.33, 0.67))
    for place in range(len(axes)):
        x, y = at(place, 1)
        body += f'<path d="M{middle[0]} {middle[1]}L{x:.1f} {y:.1f}" stroke="{LINE}"/>'
    body += ring([1.0] * len(axes), 'fill="none" stroke="#1B2631" stroke-width="1.5"')
    held = [axis.held / axis.needed if axis.needed else 1.0 for axis in axes]
    body += ring(held, f'fill="{ACCENT}" fill-opacity="0.18" stroke="{ACCENT}" stroke-width="2"')
    for place, axis in enumerate(axes):
        x, y = at(place, 1.14)
        near = abs(x - middle[0]) < 12
        anchor = "middle" if near else "start" if x > middle[0] else "end"
        lines = _lines(axis.name, 18)
        rise = 14 * len(lines) + 4 if near and y < middle[1] else 6 * len(lines) + 2
        top = y - rise
        for number, line in enumerate((*lines, f"{axis.held}/{axis.needed}")):
            style = f'fill="{MUTED}"' if number == len(lines) else 'fill="#1B2631"'
            body += words(x, top + 14 * number + 8, line, anchor, style)
    return svg(width, height, body)


def _lines(text: str, most: int) -> list[str]:
    """`text` broken between words into lines of at most `most` letters where that is possible."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@dataclass(frozen=True, slots=True)
class Mark:
    """A plan's sign at its value."""

    sign: str
    value: float


def dots(label: str, unit: str, marks: Sequence[Mark]) -> str:
    """One line with a sign for each plan where its value lies; the figures stand above."""
    width, height = 1000.0, 44.0
    told = " ".join(f"{mark.sign} {mark.value:.1f}".replace(".", ",") for mark in marks)
    low, high = min(m.value for m in marks), max(m.value for m in marks)
    span = max(high - low, 0.1 * abs(high), 1.0)
    body = words(4, 14, label) + words(width - 4, 14, f"{told} {unit}", "end", 'font-weight="700"')
    body += f'<path d="M4 32H{width - 4}" stroke="{LINE}"/>'
    for mark in marks:
        x = 60 + (mark.value - low) / span * (width - 120)
        body += words(x, 37, mark.sign, "middle", 'font-size="15"')
    return svg(width, height, body)


@dataclass(frozen=True, slots=True)
class Flow:
    """A ribbon from one node to another."""

    source: str
    target: str
    people: int


ROOM = 13.0
"""Height that the name of a node takes."""


def sankey(flows: Sequence[Flow]) -> str:
    """Nodes left and right with their sums, ribbons between; all in the order they come."""
    width, bar, left, right = 620.0, 8.0, 210.0, 430.0
    sources = _sums((flow.source, flow.people) for flow in flows)
    targets = _sums((flow.target, flow.people) for flow in flows)
    total = sum(sources.values())
    scale = max(260.0, 16.0 * max(len(sources), len(targets))) / max(1, total)
    tops = [_tops(table, scale) for table in (sources, targets)]
    ends = [
        top[name] + max(ROOM, t[name] * scale)
        for top, t in zip(tops, (sources, targets), strict=True)
        for name in t
    ]
    height = max(ends) + 10
    body = ""
    used = [dict.fromkeys(sources, 0.0), dict.fromkeys(targets, 0.0)]
    for flow in flows:
        thick = flow.people * scale
        y1 = tops[0][flow.source] + used[0][flow.source] + thick / 2
        y2 = tops[1][flow.target] + used[1][flow.target] + thick / 2
        used[0][flow.source] += thick
        used[1][flow.target] += thick
        middle = (left + right) / 2
        body += (
            f'<path d="M{left + bar} {y1:.1f}C{middle} {y1:.1f} {middle} {y2:.1f} '
            f'{right} {y2:.1f}" '
            f'fill="none" stroke="{ACCENT}" stroke-opacity="0.28" stroke-width="{thick:.1f}"/>'
        )
    for place, (table, x, anchor) in enumerate(((sources, left, "end"), (targets, right, "start"))):
        for name, people in table.items():
            y = tops[place][name]
            tall = max(1.0, people * scale)
            body += f'<rect x="{x}" y="{y:.1f}" width="{bar}" height="{tall:.1f}" fill="#1B2631"/>'
            at = x - 6 if anchor == "end" else x + bar + 6
            body += words(at, y + tall / 2 + 4, f"{name} · {people}", anchor)
    return svg(width, height, body)


def _sums(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, people in pairs:
        found[name] = found.get(name, 0) + people
    return found


def _tops(table: dict[str, int], scale: float) -> dict[str, float]:
    """Where each node begins; even the smallest has room for its name."""
    found, y = {}, 10.0
    for name, people in table.items():
        found[name] = y
        y += max(ROOM, people * scale) + 4
    return found
