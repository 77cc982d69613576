"""The documents say what is so: rooms, picture, links, commands and code names."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from data.scenario_file import read_scenario
from docs.draw_rooms import PICTURE, circles, picture, rooms
from tests.folders import ROOT
from ui.cli import app

DOCS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").glob("*.md")),
)
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DONE_BY_RUN = frozenset({"demo", "test", "pack"})
"""What `run.py` does itself."""
FLOORS = ("planner", "solver", "data", "ui")


def test_there_are_documents() -> None:
    assert {path.name for path in DOCS} >= {
        "README.md",
        "CONTRIBUTING.md",
        "architecture.md",
        "benchmark.md",
        "engine.md",
        "glossary.md",
        "law.md",
        "use.md",
    }


def test_the_picture_of_the_rooms_is_what_the_imports_say() -> None:
    assert PICTURE.read_text(encoding="utf-8") == picture(), "python -m docs.draw_rooms"


def test_no_two_rooms_import_each_other() -> None:
    assert circles(rooms()) == set()


def test_every_room_of_the_tree_has_its_paragraph() -> None:
    assert set(_paragraphs()) == set(rooms())


def _paragraphs() -> list[str]:
    """The rooms that a paragraph opens with, in their order."""
    opening = re.compile(r"^\*\*(.+?)\*\* –", re.MULTILINE)
    return [
        name.strip("/").replace("/", ".").removesuffix(".py")
        for line in opening.findall(ARCHITECTURE)
        for name in re.findall(r"`([^`]+)`", line)
        if name.split("/")[0] in FLOORS
    ]


def test_folders_inside_a_room_are_named_too() -> None:
    deeper = {
        path.parent.name
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*/*/__init__.py")
        if len(path.relative_to(ROOT).parts) > 3
    }
    assert len(deeper) > 15
    assert {name for name in deeper if f"`{name}/`" not in ARCHITECTURE} == set()


def test_a_room_imports_only_rooms_told_of_before_it() -> None:
    place = {name: number for number, name in enumerate(_paragraphs())}
    graph = rooms()
    graph.remove_edges_from(circles(graph))
    upward = [
        (one, other)
        for one, other in graph.edges
        if one.split(".")[0] == other.split(".")[0]
        and place.get(one, len(place)) < place.get(other, 0)
    ]
    assert upward == []


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.name))
def test_no_link_is_broken(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)
    for link in links:
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        name, _, mark = link.partition("#")
        there = document.parent / name if name else document
        assert there.exists(), link
        if mark:
            assert mark in _marks(there), link


def _marks(document: Path) -> set[str]:
    """Anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {text.replace(" ", "-") for text in plain}


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.name))
def test_every_command_that_is_written_exists(document: Path) -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    text = document.read_text(encoding="utf-8")
    called = re.findall(r"(?:run\.py|`sapxep) ([a-z][a-z-]+)", text)
    assert set(called) - group.commands.keys() - DONE_BY_RUN == set()


def test_every_name_in_the_glossary_is_found_in_the_code() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    names = re.findall(r"`((?:planner|solver|data|ui)\.[\w.]+)`", text)
    assert len(names) > 60
    assert [name for name in names if not _found(name)] == []


def _found(name: str) -> bool:
    """Whether a dotted path leads to a module, a class, a function or a part of one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            thing: object = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            fields = getattr(thing, "__dataclass_fields__", {})
            if part in fields:
                thing = fields[part]
            elif hasattr(thing, part):
                thing = getattr(thing, part)
            else:
                return False
        return True
    return False


def test_the_scenarios_shown_to_officers_can_be_read(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "use.md").read_text(encoding="utf-8")
    shown = [block.split("```")[0] for block in text.split("```toml\n")[1:]]
    read = []
    for block in shown:
        (tmp_path / "gia_dinh.toml").write_text(block, encoding="utf-8")
        read.append(read_scenario(tmp_path / "gia_dinh.toml", date(2026, 11, 22)))
    assert [len(s.demands) + len(s.transfers) + len(s.waivers) for s in read] == [1, 1, 1]
    assert read[2].only == ("suitability",)
