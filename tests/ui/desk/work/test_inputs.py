"""What no longer holds after a change falls away with a word, and comes back by undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.roster_book.one_person import without_person
from data.sample import sample
from data.store.project import Project
from planner.case import Transfer, Waiver
from planner.law.policy import ConcurrencyPolicy
from planner.roster import Demand
from planner.roster.levels import Block
from ui.desk.said import Said
from ui.desk.work.inputs import Inputs


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Inputs]:
    work = Inputs(Project.create(tmp_path / "H.sapxep", "H"), Said())
    assert work.take_roster(sample("Hà Nội", 7, communes_wanted=3), "open")
    yield work
    work.project.close()


def test_what_was_asked_for_somebody_who_is_let_go_falls_away(work: Inputs) -> None:
    roster, case = work.roster, work.case
    assert roster is not None and case is not None
    one, two = case.cadres[0].code, case.cadres[1].code
    unit = case.communes[0].code
    assert work.demand(one, unit, True) and work.demand(two, unit, False)
    assert work.assume(replace(work.scenario, waivers=(Waiver("E-LLCT-TC", one),))), (
        work.said.problem
    )
    held = work.scenario
    assert work.take_roster(without_person(roster, one), "person_left", one)
    assert [d.cadre for d in work.scenario.demands] == [two] and not work.scenario.waivers
    assert f"giữ {one} · {unit}" in work.said.notice
    assert work.case is not None and one not in work.case.cadre_at
    assert work.undo().startswith("person_left") and work.case.cadres
    assert work.undo().startswith("fit")
    assert work.scenario == held and one in work.case.cadre_at


def test_levels_of_norms_that_are_gone_fall_away_with_the_file_that_brought_them(
    work: Inputs,
) -> None:
    own = """
[[norm]]
id = "RIENG-1"
used_by = "vacancy"
title = "Chỗ của chuyên viên được ưu tiên thêm"
force = "wish"
price = 5
values = { kind = "any" }
source = "Quyết định 1"
confidence = "C"
"""
    assert work.change_law({}, {"rieng.toml": own}), work.said.problem
    assert work.assume(replace(work.scenario, prices={"RIENG-1": 9, "P-KEEP-KM": 8}))
    assert work.change_law({}, {})
    assert dict(work.scenario.prices) == {"P-KEEP-KM": 8} and "RIENG-1" in work.said.notice
    work.undo()
    assert work.undo().startswith("fit")
    assert work.scenario.prices["RIENG-1"] == 9 and work.case is not None


def test_another_day_drops_what_that_day_does_not_know(work: Inputs) -> None:
    assert work.assume(replace(work.scenario, as_of=date(2025, 10, 1)))
    forced = replace(work.scenario, forces={"C-VC-TTPVHCC-REQ": "off"})
    assert work.assume(forced), work.said.problem
    assert work.assume(replace(work.scenario, as_of=date(2026, 11, 22)))
    assert not work.scenario.forces and "C-VC-TTPVHCC-REQ" in work.said.notice
    assert work.project.log()[-1].why == "mức độ của C-VC-TTPVHCC-REQ"
    work.undo()
    assert dict(work.scenario.forces) == {"C-VC-TTPVHCC-REQ": "off"}


def test_a_roster_that_no_case_can_be_made_of_changes_nothing(work: Inputs) -> None:
    roster = work.roster
    assert roster is not None
    bad = replace(roster, demands=(Demand(roster.cadres[0].code, "00004/KHONG-CO", True),))
    lines = len(work.project.log())
    assert not work.take_roster(bad, "open") and "KHONG-CO" in work.said.problem
    assert work.roster == roster and len(work.project.log()) == lines


def test_a_transfer_of_a_unit_that_is_not_there_falls_away(work: Inputs) -> None:
    assert work.take_roster(sample("Hà Nội", 7, communes_wanted=5), "open")
    case = work.case
    assert case is not None
    gone = case.communes[-1].code
    moved = Transfer(
        commune=gone, source=Block.PARTY, target=Block.GOVERNMENT, number=1, body="BTV"
    )
    assert work.assume(replace(work.scenario, transfers=(moved,))), work.said.problem
    fewer = sample("Hà Nội", 7, communes_wanted=3)
    assert gone not in {unit.code for unit in fewer.communes}
    assert work.take_roster(fewer, "open"), work.said.problem
    assert not work.scenario.transfers and gone in work.said.notice


def test_the_policy_of_concurrency_is_an_assumption_like_others(work: Inputs) -> None:
    wanted = replace(work.scenario, concurrency=ConcurrencyPolicy.REQUIRED)
    assert work.assume(wanted, "concurrency", "chỉ điều bắt buộc")
    assert work.case is not None
    assert {norm.id for norm in work.case.norms.of("may_ride")} == {"C-HDNDCHAIR-2ND"}
    assert work.undo().startswith("concurrency")
    assert work.scenario.concurrency is ConcurrencyPolicy.BY_LAW
