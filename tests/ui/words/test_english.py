"""English on request: every text that the app writes itself has its English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.rules import all_rules
from tests.folders import ROOT, modules_in
from ui.words.english import english

WRITES_PAPERS = ("story",)
"""Words of a document, which is Vietnamese; not of the screen."""
SPOKEN = (
    *modules_in("ui/views", at_least=30),
    *(path for path in modules_in("ui/desk", at_least=30) if path.stem not in WRITES_PAPERS),
    *(path for path in modules_in("ui/widgets", at_least=5) if path.stem != "style"),
    *(ROOT / name for name in ("ui/app.py", "ui/window.py")),
    ROOT / "planner/rules/wish_levels.py",
    ROOT / "planner/compare/side_by_side.py",
    ROOT / "planner/compare/gains.py",
    ROOT / "planner/compare/fairness.py",
    ROOT / "planner/figures/flows.py",
    ROOT / "planner/figures/measures.py",
)
LETTER = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.I)
TAG = re.compile(r"<[^<>]*>")
NAMES = re.compile("Hà Nội|Tiếng Việt|Sắp Xếp|Nguyễn Văn An|Thuận An|12-QĐ/TU")
"""What stays as it is in any language."""


def texts(path: Path) -> Iterator[str]:
    """What a module may put on screen: its Vietnamese strings but for docstrings, tags taken out,
    {} where something is put in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    parts = {id(p) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for p in n.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            whole = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in silent or id(node) in parts:
                continue
            whole = re.sub(r"\{\w+\}", "{}", node.value)
        else:
            continue
        for text in TAG.split(whole.replace("&nbsp;", " ")):
            if LETTER.search(text.replace("{}", "")):
                yield text.strip()


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.stem)
def test_every_text_of_the_app_has_its_english(path: Path) -> None:
    missing = [text for text in texts(path) if untold(text)]
    assert missing == []


def test_every_wish_has_its_english() -> None:
    words = [words for rule in all_rules() if (words := rule.wish_words())]
    assert len(words) >= 11
    assert [text for said in words for text in (said.name, said.help) if untold(text)] == []


def untold(text: str) -> bool:
    """Whether Vietnamese letters are left once what is put in has been taken as a number."""
    told = english(text.replace("{}", "7"))
    return bool(LETTER.search(NAMES.sub("", text if told is None else told)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Khuyết", "Vacant"),
        ("◌ Khuyết", "◌ Vacant"),
        ("12 người", "12 people"),
        ("Chưa có người", None),
        ("3 đơn vị · 40 người", "3 units · 40 people"),
        (
            "bớt 3 chỗ khuyết, thêm 2 người phải chuyển",
            "has 3 fewer vacancies, 2 more people who move",
        ),
        ("So với PA1, PA2 bớt 3 chỗ khuyết.", "Against PA1, PA2 has 3 fewer vacancies."),
        ("Nguyễn Văn An", None),
    ],
)
def test_texts_are_told_whole_by_pattern_by_sign_and_part_by_part(
    text: str, told: str | None
) -> None:
    assert english(text) == told
