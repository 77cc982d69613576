"""How wide the columns of a table are and how high its rows, so that no text is cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from ui.widgets.screen_words import NARROW

PAGE, SMALL_PAGE, HALF = 1120, 930, 600
"""Pixels for the columns of a table over the whole page beside the sidebar, at 1440, in a window
of 1024 without the sidebar, and of one with something beside it. The rest is shared out."""
WIDE, LAPTOP = 1440, 1366
"""Windows for which `PAGE` is meant, and that is assumed of one which has not told its width."""
LETTER, EDGE, HEADING = 7.6, 18, 20
"""Pixels of a letter on the mean, of a cell's edges, and of what stands beside a heading."""
NARROWEST, MOST_LINES, LOOKED_AT = 84, 6, 400
FEW, NEARLY_ALL = 30, 0.97
"""Rows up to which the longest text counts; of more, one that few texts pass: a cell opens."""
ONE_LINE, WRAPPED, LINE = 35, 68, 20
"""Heights of a row: of one line; the least at which the widget wraps text; of each line."""
HEAD = 38
BAR = 100
SLACK = 1.1
"""What breaking lines between words costs."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Column → pixels, and the height of a row in pixels."""

    widths: Mapping[str, int]
    row: int

    def height(self, rows: int, most: int) -> int:
        """Of the whole table with `rows` rows, not above `most` pixels."""
        return min(most, HEAD + self.row * max(1, rows) + 2)


def room_in(room: int, width: int | None) -> int:
    """What of `room` columns have in a window so wide; None when it has not told."""
    width = width or LAPTOP
    if width < NARROW:
        return min(room, SMALL_PAGE)
    return round(room * (PAGE - max(0, WIDE - width)) / PAGE)


def layout(
    frame: pd.DataFrame,
    room: int = PAGE,
    least: Mapping[str, int] | None = None,
    wrap: bool = True,
) -> Layout:
    """Widths that fit `room`: figures, short texts and columns in `least` get what they need (at
    least so much), the longest texts share the rest and are broken into lines. Without `wrap` each
    row is one line, and a table that is too wide scrolls."""
    own = least or {}
    longest = {name: _longest(frame[name]) for name in frame.columns}
    heads = {name: ceil(LETTER * len(name)) + HEADING for name in frame.columns}
    needed = {
        name: max(_pixels(letters), heads[name], own.get(name, 0))
        for name, letters in longest.items()
    }
    if not wrap or sum(needed.values()) <= room:
        return Layout(needed, ONE_LINE)
    fixed = {
        name
        for name in frame.columns
        if name in own or is_numeric_dtype(frame[name]) or needed[name] <= NARROWEST
    }
    cap = _cap([needed[n] for n in needed if n not in fixed], room - sum(needed[n] for n in fixed))
    widths = {
        name: width if name in fixed else max(heads[name], min(width, cap))
        for name, width in needed.items()
    }
    lines = max(
        ceil(SLACK * LETTER * longest[name] / (width - EDGE))
        for name, width in widths.items()
        if width < _pixels(longest[name])
    )
    return Layout(widths, max(WRAPPED, LINE * min(lines, MOST_LINES) + 8))


def _pixels(letters: int) -> int:
    return ceil(LETTER * letters) + EDGE


def _longest(column: "pd.Series[Any]") -> int:
    """Letters of the longest text of a column, or of nearly the longest; empty cells say nothing
    of what the others need."""
    if is_bool_dtype(column) or column.empty:
        return 2
    letters = column.head(LOOKED_AT).map(lambda value: len(str(value)))
    letters = letters[letters > 0]
    if letters.empty:
        return 2
    return ceil(letters.max() if len(letters) <= FEW else letters.quantile(NEARLY_ALL))


def _cap(needed: list[int], room: int) -> int:
    """The width above which columns are cut down so that together they fill `room`."""
    left, count = room, len(needed)
    for width in sorted(needed):
        share = left // max(1, count)
        if width > share:
            return max(NARROWEST, share)
        left, count = left - width, count - 1
    return max(NARROWEST, left)
