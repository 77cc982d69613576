"""Pages to print, written as SVG: one A4 or A3 landscape sheet in black and white."""

import re
from collections.abc import Sequence
from html import escape
from unicodedata import normalize

A4, A3 = (1123.0, 794.0), (1587.0, 1123.0)
"""Landscape, in CSS pixels."""
FONT = "'Noto Sans','Segoe UI',Arial,sans-serif"
SIGNS = "'Segoe UI Symbol','DejaVu Sans','Noto Sans Symbols2','Noto Sans Symbols',sans-serif"
SIGN = re.compile("([\u2190-\u2bff]) ?")
"""Arrows, shapes, stars and ticks."""
WIDE = frozenset("mwMWĐĂÂÔƠƯOQCGDHNUVAKRXYBEPSTLZ@%★")
NARROW = frozenset("ijlIft.,:;|!'()[]-–·/ r1")


def text_width(text: str, size: float, bold: bool = False) -> float:
    """About how many pixels a text takes in the fonts we ask for, on the safe side."""
    total = 0.0
    for letter in normalize("NFC", text):
        plain = normalize("NFD", letter)[0]
        if plain in NARROW:
            total += 0.36
        elif plain in WIDE or plain.isupper():
            total += 0.72
        else:
            total += 0.585
    return total * size * (1.06 if bold else 1.0)


def lines_of(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """`text` broken between words so that each line fits `width` where words allow it."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def write(
    x: float,
    y: float,
    text: str,
    size: float = 12,
    bold: bool = False,
    anchor: str = "start",
    italic: bool = False,
) -> str:
    """One line. A sign at its beginning is drawn apart: a line is drawn in one font, and that for
    words has no signs."""
    style = (' font-weight="700"' if bold else "") + (' font-style="italic"' if italic else "")
    found = SIGN.match(text)
    if found and anchor != "middle":
        sign, rest = found[1], text[found.end() :]
        left = x - text_width(rest, size, bold) - 1.2 * size if anchor == "end" else x
        right = x if anchor == "end" else x + size * 1.15
        drawn = _line(left, y, sign, size, "start", f' font-family="{SIGNS}"')
        return drawn + _line(right, y, rest, size, anchor, style)
    return _line(x, y, text, size, anchor, style)


def _line(x: float, y: float, text: str, size: float, anchor: str, style: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"{style}>'
        f"{escape(text)}</text>"
    )


def box(x: float, y: float, width: float, height: float, dash: str = "", line: float = 1) -> str:
    style = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="#fff" '
        f'stroke="#000" stroke-width="{line:g}"{style}/>'
    )


def path(points: Sequence[tuple[float, float]], dash: str = "", line: float = 1.4) -> str:
    style = f' stroke-dasharray="{dash}"' if dash else ""
    course = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="{course}" fill="none" stroke="#000" stroke-width="{line:g}"{style}/>'


def page(size: tuple[float, float], body: str) -> str:
    """A whole sheet."""
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{FONT}" fill="#000">'
        f'<rect width="100%" height="100%" fill="#fff"/>{body}</svg>'
    )
