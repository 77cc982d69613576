"""Small pictures as SVG text: no library, no network, the same on screen and on paper."""

from collections.abc import Sequence
from html import escape

ACCENT, MUTED, LINE, SOFT = "#0F5A78", "#4E5B67", "#D8DEE4", "#E6F0F5"
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
