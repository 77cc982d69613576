"""A column is one line: on any sheet it is in the template, read, kept and written again."""

import sys
from collections.abc import Mapping
from dataclasses import field, make_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.excel.archive import open_cells
from data.excel.cells import COUNT, DATE, DECIMAL, MARK, TEXT, CellType
from data.excel.faults import BadWorkbook
from data.profiles import profile_of
from data.roster_book.one_person import person_texts, with_person, without_person
from data.roster_book.reader import read_workbook, roster_of
from data.roster_book.remarks import remark_columns
from data.roster_book.rows import columns
from data.roster_book.rows.asked_rows import ConcurrencyRow, DemandRow, ScoreRow, TaskRow
from data.roster_book.rows.columns import ROWS
from data.roster_book.rows.people_rows import CadreRow, KinRow, PreferenceRow
from data.roster_book.rows.row import Row, columns_in, optional, required
from data.roster_book.rows.unit_rows import MergerRow, PostRow, UnitRow
from data.roster_book.writer import write_template, write_workbook
from data.sample import Situation, sample
from planner.law.profile_posts import posts_of_profile
from planner.roster import (
    Cadre,
    Commune,
    Concurrent,
    Demand,
    OldUnit,
    Post,
    Remark,
    Roster,
    Score,
    Task,
    TaskOrder,
    Title,
)
from tests.builders import DAY

MORE = "Cột thêm"
TYPED = (("ghi chú", TEXT), ("3", COUNT), ("2.5", DECIMAL), ("01/02/2020", DATE), ("x", MARK))


def whole_roster() -> Roster:
    """A roster with a row on every sheet."""
    roster = sample("Hà Nội", 5, Situation.RUNNING, 3)
    first, second, third = (cadre.code for cadre in roster.cadres[:3])
    unit = roster.communes[0].code
    profile = profile_of(roster.province, DAY)
    posts = posts_of_profile(profile, roster.communes)
    used = {post.title for post in posts}
    return replace(
        roster,
        titles=tuple(title for title in profile.titles if title.code in used),
        posts=posts,
        own_posts=True,
        kin=((first, second),),
        demands=(Demand(third, unit, True, "theo đề nghị"),),
        concurrency=(Concurrent("VP-TD", "may", ("VP-TP", "KT-TP")),),
        scores=(Score(first, f"{unit}/VP-TP", 70), Score(second, f"{unit}/VP-TP", 50)),
        tasks=(TaskOrder(unit, "T-NN", first), TaskOrder(unit, "V-1", "", second)),
        own_tasks=(
            Task(
                code="V-1", name="Dự án vành đai", field="xây dựng", owners=("KT-XD",), deputies=()
            ),
        ),
    )


def swapped(patch: pytest.MonkeyPatch, change: Mapping[int, Any]) -> None:
    """Every name in data.roster_book that stands for a thing (by its id) stands for another."""
    for module in [m for name, m in sys.modules.items() if name.startswith("data.roster_book")]:
        for name, value in list(vars(module).items()):
            if id(value) in change:
                patch.setattr(module, name, change[id(value)])


def add(
    patch: pytest.MonkeyPatch, kind: type[Row], column: Any, planner: type | None = None
) -> type[Row]:
    """As if `column` had been a line of the row `kind`, and, with `planner`, a field there, too."""
    wide = make_dataclass(
        kind.__name__, [("more", Any, column)], bases=(kind,), frozen=True, kw_only=True
    )
    change: dict[int, Any] = {id(kind): wide}
    if planner is not None:
        wider = make_dataclass(
            planner.__name__, [("more", Any, field(default=None))], bases=(planner,), frozen=True
        )
        here = kind.counterpart
        fills = tuple(wider if filled is planner else filled for filled in here.fills)
        wide.counterpart = replace(here, fills=fills)
        change[id(planner)] = wider
    rows = tuple(wide if row is kind else row for row in ROWS)
    change[id(columns.ROWS)] = rows
    change[id(columns.COLUMNS)] = tuple(c for row in rows for c in columns_in(row))
    swapped(patch, change)
    return wide


def filled(roster: Roster, path: Path, kind: type[Row], text: str) -> Roster:
    """The roster read from a workbook whose first row on a sheet says `text` in the column more."""
    write_workbook(roster, path, posts=True)
    cells = open_cells(path)
    assert not isinstance(cells, BadWorkbook)
    head, row, *_ = cells[kind.sheet.name]
    row[head.index(MORE)] = text
    read = roster_of(cells)
    assert isinstance(read, Roster), read
    return read


def told(roster: Roster, path: Path, kind: type[Row]) -> list[str]:
    """What a workbook written of the roster says in the column more, where it says something."""
    write_workbook(roster, path, posts=True)
    cells = open_cells(path)
    assert not isinstance(cells, BadWorkbook)
    head, *rows = cells[kind.sheet.name]
    return [str(row[head.index(MORE)]) for row in rows if row[head.index(MORE)] != ""]


@pytest.mark.parametrize("kind", ROWS)
def test_a_new_column_of_a_sheet_is_read_kept_and_written_again(
    kind: type[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, kind, optional(MORE, TEXT, "Ghi để đọc"))
    read = filled(whole_roster(), tmp_path / "1.xlsx", kind, "ghi chú")
    assert [r.text for r in read.remarks[kind.sheet.name]] == ["ghi chú"]
    assert told(read, tmp_path / "2.xlsx", kind) == ["ghi chú"]
    assert read_workbook(tmp_path / "2.xlsx") == read


@pytest.mark.parametrize("kind", ROWS)
def test_a_new_column_of_a_sheet_is_in_the_template(
    kind: type[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, kind, optional(MORE, TEXT, "Ghi để đọc"))
    write_template(tmp_path / "mau.xlsx")
    cells = open_cells(tmp_path / "mau.xlsx")
    assert not isinstance(cells, BadWorkbook)
    heads = [cells[row.sheet.name][0] for row in ROWS]
    assert [MORE in head for head in heads] == [row is kind for row in ROWS]


@pytest.mark.parametrize("kind", ROWS)
def test_a_new_column_has_its_faults(
    kind: type[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workbook(whole_roster(), tmp_path / "1.xlsx", posts=True)
    cells = open_cells(tmp_path / "1.xlsx")
    assert not isinstance(cells, BadWorkbook)
    add(monkeypatch, kind, required(MORE, COUNT, "Số người"))
    missing = roster_of(cells)
    assert isinstance(missing, BadWorkbook)
    name = kind.sheet.name
    assert [(f.sheet, f.row, f.column) for f in missing.faults if f.column == MORE] == [
        (name, 0, MORE)
    ]
    head, *rows = cells[name]
    head.append(MORE)
    for row, text in zip(rows, ("ba", "", *["3"] * len(rows)), strict=False):
        row.append(text)
    wrong = roster_of(cells)
    assert isinstance(wrong, BadWorkbook)
    faults = [(2, "ba", "cần một số nguyên"), (3, "", "không được để trống (số người)")]
    assert [(f.row, f.value, f.expected) for f in wrong.faults if f.sheet == name] == (
        faults[: len(rows)]
    )


@pytest.mark.parametrize(("text", "cell"), TYPED, ids=[cell.name for _, cell in TYPED])
@pytest.mark.parametrize("kind", [KinRow, ScoreRow])
def test_what_is_kept_of_a_column_is_as_its_type_shows_it(
    kind: type[Row],
    text: str,
    cell: CellType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(monkeypatch, kind, optional(MORE, cell, "Ghi để đọc"))
    read = filled(whole_roster(), tmp_path / "1.xlsx", kind, text)
    assert [r.text for r in read.remarks[kind.sheet.name]] == [text]
    write_workbook(read, tmp_path / "2.xlsx", posts=True)
    assert read_workbook(tmp_path / "2.xlsx") == read


FILLED: tuple[tuple[type[Row], type, str], ...] = (
    (UnitRow, Commune, "communes"),
    (MergerRow, OldUnit, "old_units"),
    (PostRow, Title, "titles"),
    (PostRow, Post, "posts"),
    (CadreRow, Cadre, "cadres"),
    (ConcurrencyRow, Concurrent, "concurrency"),
    (DemandRow, Demand, "demands"),
    (ScoreRow, Score, "scores"),
    (TaskRow, Task, "own_tasks"),
    (TaskRow, TaskOrder, "tasks"),
)


@pytest.mark.parametrize(
    ("kind", "planner", "part"), FILLED, ids=[planner.__name__ for _, planner, _ in FILLED]
)
def test_a_column_that_bears_the_name_of_a_field_of_the_planner_fills_it(
    kind: type[Row],
    planner: type,
    part: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    roster = whole_roster()
    if planner is Task:
        roster = replace(roster, tasks=roster.tasks[1:])
    add(monkeypatch, kind, optional(MORE, DATE, "Ngày"), planner)
    read = filled(roster, tmp_path / "1.xlsx", kind, "01/02/2020")
    assert read.remarks == {}
    assert {thing.more for thing in getattr(read, part)} - {None} == {date(2020, 2, 1)}
    write_workbook(read, tmp_path / "2.xlsx", posts=True)
    assert read_workbook(tmp_path / "2.xlsx") == read
    assert told(read, tmp_path / "3.xlsx", kind) == ["01/02/2020"]


def test_only_the_reason_of_wishes_and_the_relation_of_kin_are_for_people_alone() -> None:
    alone = {c.field: kind for kind in ROWS for c in remark_columns(kind)}
    assert alone == {"reason": PreferenceRow, "relation": KinRow}


def test_the_planner_has_a_place_for_every_field_that_is_said_to_be_turned() -> None:
    for kind in ROWS:
        here, fields = kind.counterpart, {column.field for column in columns_in(kind)}
        assert {*here.key, *here.turned} <= fields


@pytest.fixture
def remarked() -> Roster:
    """A roster whose first person wishes for no unit, with a reason, and is kin of the second."""
    roster = whole_roster()
    first, second = (cadre.code for cadre in roster.cadres[:2])
    cadres = (replace(roster.cadres[0], preferences=()), *roster.cadres[1:])
    return replace(
        roster,
        cadres=cadres,
        remarks={
            "Nguyện vọng": (Remark((first,), "reason", "Gần nhà"),),
            "Thân nhân": (Remark((first, second), "relation", "Vợ chồng"),),
        },
    )


def test_reasons_and_relations_are_read_back_and_masked(remarked: Roster, tmp_path: Path) -> None:
    write_workbook(remarked, tmp_path / "1.xlsx", posts=True)
    assert read_workbook(tmp_path / "1.xlsx") == remarked
    write_workbook(remarked, tmp_path / "2.xlsx", posts=True, masked=True)
    masked = read_workbook(tmp_path / "2.xlsx")
    assert isinstance(masked, Roster) and masked.remarks == {}


def test_a_remark_of_a_column_that_is_no_more_is_left_out(remarked: Roster, tmp_path: Path) -> None:
    old = replace(remarked, remarks={"Thân nhân": (Remark(remarked.kin[0], "gone", "x"),)})
    write_workbook(old, tmp_path / "1.xlsx", posts=True)
    assert read_workbook(tmp_path / "1.xlsx") == replace(remarked, remarks={})


def test_a_remark_that_its_column_no_longer_reads_is_written_word_for_word(
    remarked: Roster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = add(monkeypatch, KinRow, optional(MORE, DATE, "Từ ngày"))
    old = replace(remarked, remarks={"Thân nhân": (Remark(remarked.kin[0], "more", "năm ngoái"),)})
    assert told(old, tmp_path / "1.xlsx", kind) == ["năm ngoái"]


def test_a_person_saved_on_screen_keeps_what_was_remarked_on_others(
    remarked: Roster, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, CadreRow, optional(MORE, TEXT, "Ghi để đọc"))
    first, second = remarked.cadres[:2]
    said = remarked
    for cadre, text in ((second, "hai"), (first, "một"), (second, "ba")):
        read = with_person(said, {**person_texts(said, cadre), MORE: text}, cadre.code)
        assert isinstance(read, Roster), read
        said = read
    assert said.remarks == {
        **remarked.remarks,
        "Cán bộ": (Remark((first.code,), "more", "một"), Remark((second.code,), "more", "ba")),
    }
    assert person_texts(said, second)[MORE] == "ba"
    assert without_person(said, first.code).remarks == {
        "Cán bộ": (Remark((second.code,), "more", "ba"),)
    }
