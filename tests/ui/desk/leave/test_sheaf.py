"""Several files at once: which ones a call comes to, and how they are told apart."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ui.desk.desk import Desk
from ui.desk.leave.exports import EXPORTS
from ui.desk.leave.sheaf import put, sheaf


def kinds(desk: Desk, *asked: str, **options: object) -> list[tuple[str, str]]:
    """(kind, unit) of each file that can be made of all plans of the desk."""
    codes = list(desk.material.codes)
    found = sheaf(desk.material, codes, asked, **options)  # type: ignore[arg-type]
    return [(leaf.export.kind, leaf.about.unit) for leaf in found if not leaf.against]


def test_without_kinds_everything_comes_but_what_is_sensitive(planned: Desk) -> None:
    found = sheaf(planned.material, ["", *planned.material.codes])
    assert {leaf.export.kind for leaf in found} == {e.kind for e in EXPORTS if not e.sensitive}


def test_what_is_sensitive_comes_when_it_is_named(planned: Desk) -> None:
    assert kinds(planned, "roster_whole", "project") == [("roster_whole", ""), ("project", "")]


def test_charts_come_of_each_unit_or_of_those_that_are_named(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    every = [unit.code for unit in case.communes]
    assert kinds(planned, "chart_a4") == [("chart_a4", unit) for unit in every]
    assert kinds(planned, "chart_a4", units=every[1:2]) == [("chart_a4", every[1])]


def test_one_plan_alone_is_no_comparison_and_says_so(planned: Desk) -> None:
    (leaf,) = sheaf(planned.material, list(planned.material.codes), ["comparison"])
    assert "hai đến sáu" in leaf.against


def test_drawings_come_as_named_or_as_can_be(
    planned: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = ["", *planned.material.codes]

    def suffix(format: str) -> str:
        (leaf,) = sheaf(planned.material, plans, ["comparison_page"], format)
        return leaf.format.suffix if not leaf.against else leaf.against

    assert [suffix(""), suffix("PNG"), suffix("svg")] == [".pdf", ".png", ".svg"]
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert suffix("") == ".svg" and "vl-convert-python" in suffix("pdf")


def test_two_files_of_one_name_are_both_kept_and_logged(planned: Desk, tmp_path: Path) -> None:
    one = planned.plans.record(planned.plans.current)
    planned.plans.add(replace(one, name="PA 1"), "copy")
    planned.plans.add(replace(one, name="PA-1"), "copy")
    material, taken = planned.material, set[Path]()
    for leaf in sheaf(material, list(material.codes), ["skills"]):
        put(leaf, material, tmp_path, taken)
    assert sorted(path.name for path in taken) == [
        "thieu_hut_nang_luc_pa1.xlsx",
        "thieu_hut_nang_luc_pa_1.xlsx",
        "thieu_hut_nang_luc_pa_1_2.xlsx",
    ]
    assert all(path.is_file() for path in taken)
    last = planned.project.log()[-3:]
    assert [line.about for line in last if line.action == "export"] == [
        "thiếu hụt năng lực, PA1",
        "thiếu hụt năng lực, PA 1",
        "thiếu hụt năng lực, PA-1",
    ]
