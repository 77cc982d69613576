"""Tiles that lie as on the map, each with its number; a click or Enter opens a unit."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st


@cache
def _component() -> Any:
    folder = files("ui.widgets.tile_board")
    return st.components.v2.component(
        "sapxep.tiles",
        css=(folder / "tiles.css").read_text(encoding="utf-8"),
        js=(folder / "tiles.js").read_text(encoding="utf-8"),
    )


def tile_board(tiles: Sequence[Mapping[str, Any]], key: str, on_open: Callable[[], None]) -> str:
    """Draws tiles with `code`, `row`, `column`, `text`, `label`, `level` (0–4); the code of the
    one just opened, else empty."""
    told = _component()(data={"tiles": list(tiles)}, key=key, on_open_change=on_open)
    return str(getattr(told, "open", None) or "")
