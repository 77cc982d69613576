"""Colours stand in one place, and everything that names one finds it there."""

import re
from pathlib import Path

import pytest

from tests.folders import ROOT

WIDGETS = ROOT / "ui" / "widgets"
STYLE = (WIDGETS / "style.css").read_text(encoding="utf-8")
ROOT_RULE = STYLE[STYLE.index(":root {") : STYLE.index("}") + 1]
SHEETS = sorted(WIDGETS.rglob("*.css"))
NAMED = re.compile(r"var\(--([\w-]+)")


def test_all_sheets_are_seen() -> None:
    assert {path.name for path in SHEETS} == {"style.css", "board.css", "tiles.css"}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_sheet_names_colours_of_the_root_and_writes_none_itself(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(ROOT_RULE, "")
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", text) == []
    known = set(re.findall(r"--([\w-]+):", ROOT_RULE))
    used = {name for name in NAMED.findall(text) if not name.startswith("st-")}
    assert used and used <= known


def test_lanes_of_the_board_have_their_colours() -> None:
    assert all(f"--{block}:" in ROOT_RULE for block in ("party", "government", "front"))
