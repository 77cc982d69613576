"""Each kind of file is made of a project as of plan files, and what cannot be made says why."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from data.norms.edits import Edit
from data.papers.converted import CONVERTER, NoConverter, as_pdf
from data.papers.plan_reader import PlanFile, read_plan
from data.roster_book.reader import read_workbook
from data.store.project import Project
from planner.roster import Roster
from ui.desk.desk import Desk
from ui.desk.drafted import Checked, Drafted
from ui.desk.leave.export import PDF, PNG, SVG, About, Scope
from ui.desk.leave.exports import EXPORTS, export_of
from ui.desk.leave.leaving import file_name, log_line, made, refusal
from ui.desk.leave.material import Material, OfFiles

STARTS = {
    ".xlsx": b"PK",
    ".pdf": b"%PDF",
    ".png": b"\x89PNG",
    ".svg": b"<svg",
    ".md": b"# ",
    ".toml": b"[[change]]",
    ".sapxep": b"SQLite",
}


@pytest.fixture
def files(merger_drafted: Drafted) -> OfFiles:
    """The same plan twice, as two workbooks beside the roster."""
    one = merger_drafted
    assert one.report is not None
    bound, certificate = one.draft.bound, one.draft.certificate
    checked = Checked(
        case=one.case, plan=one.plan, report=one.report, bound=bound, certificate=certificate
    )
    return OfFiles("H", one.case.roster, {"P": checked, "Q": checked})


def about_of(material: Material, unit: str, scope: Scope) -> About:
    plans = tuple(material.codes)
    return {
        Scope.PROJECT: About(),
        Scope.ROSTER: About(),
        Scope.PLAN: About(plans[:1]),
        Scope.PLANS: About((*plans[:1], plans[1]) if len(plans) > 1 else ("", *plans)),
        Scope.UNIT: About(plans[:1], unit),
    }[scope]


def test_every_kind_is_made_of_a_project_in_every_format(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    change = Edit(
        norm="P-KEEP-KM",
        scope=(),
        force="wish",
        price=9,
        values=(("cap_km", "30 km"),),
        source="Quyết định 1/QĐ",
    )
    assert planned.inputs.change_law({"k": change}, {}), planned.said.problem
    for export in EXPORTS:
        about = about_of(planned.material, case.communes[0].code, export.scope)
        for format in export.formats:
            assert refusal(export, format, planned.material, about) == ""
            body = made(export, format, planned.material, about)
            assert body.startswith(STARTS[format.suffix]), (export.kind, format.name)


def test_every_kind_but_those_of_a_project_is_made_of_files(files: OfFiles) -> None:
    unit = files.drafted_of("P").case.communes[0].code
    for export in EXPORTS:
        about, usual = about_of(files, unit, export.scope), export.formats[-1]
        if export.scope is Scope.PROJECT:
            assert refusal(export, usual, files, about) == "Chỉ làm được từ một hồ sơ."
        else:
            assert refusal(export, usual, files, about) == ""
            assert made(export, usual, files, about).startswith(STARTS[usual.suffix])


def test_a_plan_and_a_roster_that_left_are_read_again(planned: Desk, tmp_path: Path) -> None:
    for kind, about in (("plan", About((planned.plans.current,))), ("roster_whole", About())):
        export = export_of(kind)
        name = file_name(export, export.formats[0], planned.material, about)
        (tmp_path / name).write_bytes(made(export, export.formats[0], planned.material, about))
    plan = read_plan(tmp_path / "phuong_an_pa1.xlsx")
    assert isinstance(plan, PlanFile)
    assert plan.stated.cost == planned.plans.record(planned.plans.current).cost
    roster = read_workbook(tmp_path / "danh_sach_du.xlsx")
    assert (
        isinstance(roster, Roster)
        and roster.cadres == planned.material.drafted_of("").case.roster.cadres
    )


def test_only_the_whole_roster_holds_what_is_sensitive(planned: Desk, tmp_path: Path) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    marked = replace(roster.cadres[0], id_number="001099000001")
    assert planned.inputs.take_roster(
        replace(roster, cadres=(marked, *roster.cadres[1:])), "person"
    )
    found = {}
    for kind in ("roster", "roster_whole"):
        export = export_of(kind)
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(made(export, export.formats[0], planned.material, About()))
        read = read_workbook(path)
        assert isinstance(read, Roster)
        found[kind] = read.cadres[0].id_number
    assert found == {"roster": "", "roster_whole": "001099000001"}


def test_what_cannot_be_made_says_why(planned: Desk) -> None:
    current, material = planned.plans.current, planned.material
    cases = (
        ("plan", About(), "Chưa có phương án nào."),
        ("plan", About(("",)), "Hiện trạng không phải là phương án."),
        ("skills", About(("",)), ""),
        ("comparison", About((current,)), "Cần hai đến sáu phương án"),
        ("comparison", About((current,) * 7), "Cần hai đến sáu phương án"),
        ("chart_a4", About((current,), "99999"), "không có đơn vị ấy"),
        ("norm_edits", About(), "Chưa sửa căn cứ số nào trên màn hình."),
    )
    for kind, about, why in cases:
        export = export_of(kind)
        said = refusal(export, export.formats[-1], material, about)
        assert why in said and bool(why) == bool(said), kind


def test_without_the_converter_a_drawing_leaves_as_a_drawing_only(
    planned: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    export, material = export_of("comparison_page"), planned.material
    about = About(("", planned.plans.current))
    for format in (PDF, PNG):
        assert CONVERTER in refusal(export, format, material, about)
    assert refusal(export, SVG, material, about) == ""
    with pytest.raises(NoConverter, match=CONVERTER):
        as_pdf("<svg/>")


def test_a_project_without_a_roster_gives_itself_alone(tmp_path: Path) -> None:
    desk = Desk(Project.create(tmp_path / "H.sapxep", "H"))
    made_of = {
        export.kind
        for export in EXPORTS
        if not refusal(export, export.formats[-1], desk.material, About(("",)))
    }
    assert made_of == {"project"}
    desk.close()


def test_names_and_log_tell_files_apart(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    unit, plans = case.communes[0], ("", planned.plans.current)
    told = {}
    for kind in ("plan", "chart_a3_posted", "comparison", "roster_whole", "project"):
        export = export_of(kind)
        about = About(plans, unit.code)
        name = file_name(export, export.formats[0], planned.material, about)
        told[name] = log_line(export, planned.material, about)
    assert told == {
        "phuong_an_pa1.xlsx": "phương án, PA1",
        f"so_do_a3_niem_yet_{unit.code}_pa1.pdf": f"sơ đồ A3, không tên, {unit.full_name}, PA1",
        "so_sanh.xlsx": "bảng so sánh, Hiện trạng, PA1",
        "danh_sach_du.xlsx": "danh sách, kèm thông tin nhạy cảm",
        "Ba phường.sapxep": "hồ sơ .sapxep",
    }


def test_kinds_are_each_of_one_file_and_sensitive_ones_are_marked() -> None:
    kinds = [export.kind for export in EXPORTS]
    assert len(set(kinds)) == len(kinds)
    assert {export.kind for export in EXPORTS if export.sensitive} == {"roster_whole", "project"}
    stems = [(export.stem, export.formats[0].suffix) for export in EXPORTS]
    assert len(set(stems)) == len(stems)
