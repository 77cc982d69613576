"""The page of rules: what another day changes, what the department changed, how it is undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.norms.edits import EDITS_FILE, Edit
from data.sample import sample
from data.store.project import Project
from planner.law.norm import Force
from tests.ui.app_steps import go, opened, page_text
from ui.desk.desk import Desk

CHANGE = Edit(
    norm="P-KEEP-KM",
    scope=(),
    force="wish",
    price=9,
    values=(("cap_km", "30 km"),),
    source="Quyết định 1/QĐ",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(Project.create(tmp_path / "mau.sapxep", "mẫu"))
    desk.inputs.take_roster(sample("Hà Nội", 7, communes_wanted=3), "open")
    yield desk
    desk.close()


def law_page(monkeypatch: pytest.MonkeyPatch, path: Path) -> AppTest:
    return go(opened(path), "Quy định, tiêu chí")


def test_the_catalogue_marks_what_is_not_confirmed(
    monkeypatch: pytest.MonkeyPatch,
    roster_path: Path,
) -> None:
    app = law_page(monkeypatch, roster_path)
    table = app.dataframe[0].value
    by_id = {code.split(" ")[-1]: code for code in table["Mã"]}
    assert by_id["V-KEY"].startswith("? ") and by_id["C-CHAIR-PBT"] == "C-CHAIR-PBT"
    app.selectbox(key="law_subject").set_value("Quan hệ thân nhân").run()
    assert set(app.dataframe[0].value["Mã"]) == {"E-KIN-UNIT", "E-KIN-FIN", "E-KIN-CHIEF"}
    app.text_input(key="law_search").set_value("không có chữ này").run()
    assert "Không có căn cứ số nào khớp" in page_text(app)


def test_another_day_shows_what_flips_before_it_is_applied(
    monkeypatch: pytest.MonkeyPatch,
    roster_path: Path,
) -> None:
    app = law_page(monkeypatch, roster_path)
    app.date_input(key="law_day").set_value(date(2025, 7, 1)).run()
    flips = app.dataframe[0].value
    (chairs,) = flips[flips["Sau"].str.contains("Hai Phó Chủ tịch UBND một xã")]["Trước"]
    assert chairs.startswith("Phó Chủ tịch UBND bình quân không quá 2,5 người")
    assert any("Áp dụng ngày này" in button.label for button in app.button)
    app.button(key="law_apply").click().run()
    assert not app.exception
    ids = set(app.dataframe[0].value["Mã"])
    assert "S-UBND-VC2-OLD" in ids and "S-UBND-VC25" not in ids


def test_an_edit_is_shown_as_such_and_can_be_undone(desk: Desk) -> None:
    assert desk.inputs.change_law({"k": CHANGE}, {})
    assert desk.inputs.case is not None
    (own,) = desk.inputs.case.norms.own
    assert (own.id, own.price, own.number("cap_km")) == ("P-KEEP-KM", 9, 30)
    assert (own.origin, own.source) == (EDITS_FILE, "Quyết định 1/QĐ")
    assert "4 điểm" in own.was
    assert desk.inputs.change_law({}, {}) and desk.inputs.case.norms.own == ()


def test_an_edit_of_a_scoped_norm_leaves_its_siblings_alone(desk: Desk) -> None:
    ward = Edit(
        norm="S-STD-112",
        scope=(("unit_type", "WARD"),),
        force="off",
        price=0,
        values=(),
        source="Nghị quyết",
    )
    assert desk.inputs.change_law({"k": ward}, {}) and desk.inputs.case is not None
    forces = {
        norm.scope["unit_type"]: norm.force
        for norm in desk.inputs.case.norms.entries
        if norm.id == "S-STD-112" and len(norm.scope) == 1
    }
    assert forces == {"WARD": Force.OFF, "COMMUNE": Force.WISH}


def test_a_change_that_cannot_be_used_changes_nothing_and_says_why(desk: Desk) -> None:
    case = desk.inputs.case
    wrong = Edit(
        norm="P-KEEP-KM",
        scope=(),
        force="wish",
        price=4,
        values=(("cap_km", "40 tháng"),),
        source="Quyết định",
    )
    assert not desk.inputs.change_law({"k": wrong}, {})
    assert desk.inputs.case is case and desk.inputs.edits == {}
    assert "40 tháng" in desk.said.problem and "đơn vị km" in desk.said.problem
    assert not desk.inputs.change_law({}, {"tinh.toml": "[[norm]\n"})
    assert desk.inputs.given == {} and "tinh.toml" in desk.said.problem
