"""The house: no name stands for two things, no face hides a file, tests know only their floor."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folders import ROOT, modules_in

FLOORS = ("planner", "data", "ui")
CHIEF = "the file of the noun that its room is named for"
CHAPTER = "rule chapters bear the names of the norm files that their rules read"
TABLE = "the table of titles, and the room of what is read by it"
COMMAND = "a command's file bears the command's name"
DOOR = "pages and commands stand behind the same doors"
TWICE: dict[str, str] = {
    "case": CHIEF,
    "desk": CHIEF,
    "kinship": CHIEF,
    "law": CHIEF,
    "plan": CHIEF,
    "roster": CHIEF,
    "status": CHIEF,
    "skills": CHAPTER,
    "norms": CHAPTER,
    "titles": TABLE,
    "app": COMMAND,
    "check": COMMAND,
    "columns": COMMAND,
    "compare": COMMAND,
    "log": COMMAND,
    "papers": COMMAND,
    "rules": COMMAND,
    "sample": COMMAND,
    "why": COMMAND,
    "officer": DOOR,
    "leader": DOOR,
    "trainer": DOOR,
    "everyone": DOOR,
}
"""File or folder names that may stand twice, each with its reason."""
BEYOND_PLANNER: dict[str, str] = {
    "figures/test_tile_map.py": "the map is of the units of a real city",
    "law/test_changes.py": "what changed between two days is a property of the norms as written",
    "law/test_quota_scheme.py": "quota schemes are read with the profiles and norms as written",
    "rules/deputies/test_province_pool.py": "the pool counts over a province of the sample",
    "rules/shares/test_leadership_mix.py": "the mix is of the old units of a real province",
    "text/test_vietnamese.py": "the names that are matched are those of all real units",
}
"""Tests of planner that import data, each with its reason; none imports solver or ui."""


def names() -> dict[str, list[str]]:
    """Name → the modules and packages of the floors that bear it."""
    found = defaultdict(list)
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*.py")):
            here = path.relative_to(ROOT)
            if path.name != "__init__.py":
                found[path.stem].append(str(here))
            elif len(here.parts) > 2:
                found[path.parent.name].append(str(here.parent))
    return found


def test_no_file_or_folder_name_stands_twice_without_a_reason() -> None:
    found = names()
    assert len(found) > 200
    twice = {name: places for name, places in found.items() if len(places) > 1}
    assert {name: places for name, places in twice.items() if name not in TWICE} == {}


def faces() -> Iterator[Path]:
    for floor in (*FLOORS, "solver"):
        yield from sorted((ROOT / floor).rglob("__init__.py"))


@pytest.mark.parametrize("face", list(faces()), ids=lambda face: str(face.parent.relative_to(ROOT)))
def test_a_face_hands_on_nouns_that_are_no_file_of_it(face: Path) -> None:
    text = face.read_text(encoding="utf-8")
    tree = ast.parse(text)
    handed = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(_module(face))
        for alias in node.names
    }
    inside = {path.stem for path in face.parent.glob("*.py")}
    inside |= {path.parent.name for path in face.parent.glob("*/__init__.py")}
    assert handed & inside == set()


def _module(face: Path) -> str:
    return ".".join(face.parent.relative_to(ROOT).parts)


def test_tests_of_planner_import_planner_and_builders_but_for_the_exceptions() -> None:
    beyond: dict[str, set[str]] = {}
    for path in modules_in("tests/planner", at_least=90):
        roots = {
            str(node.module).split(".", maxsplit=1)[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        others = roots & {"data", "solver", "ui"}
        if others:
            beyond[str(path.relative_to(ROOT / "tests" / "planner"))] = others
    assert beyond == {name: {"data"} for name in BEYOND_PLANNER}


def test_no_test_imports_from_a_test_module() -> None:
    for path in modules_in("tests", at_least=150):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("tests."):
                last = str(node.module).rsplit(".", maxsplit=1)[-1]
                assert not last.startswith("test_"), f"{path}: {node.module}"
