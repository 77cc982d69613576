"""The board of one commune: lanes, office cards and rows that can be moved by mouse or keys."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

HERE = "ui.widgets.unit_board"


@cache
def _component() -> Any:
    folder = files(HERE)
    return st.components.v2.component(
        "sapxep.board",
        css=(folder / "board.css").read_text(encoding="utf-8"),
        js=(folder / "board.js").read_text(encoding="utf-8"),
    )


def board(
    data: Mapping[str, Any],
    key: str,
    on_open: Callable[[], None],
    on_pick: Callable[[], None],
    on_drop: Callable[[], None],
) -> Any:
    """Draws `data` (see `ui.views.board_data`). The result has `open` (a cadre), `pick` (a cadre
    about to be moved) or `drop` (cadre and post) for one run after each happened."""
    return _component()(
        data=dict(data),
        key=key,
        on_open_change=on_open,
        on_pick_change=on_pick,
        on_drop_change=on_drop,
    )


def nothing_moved() -> None:
    """Streamlit asks for a callback before it reports a trigger."""
