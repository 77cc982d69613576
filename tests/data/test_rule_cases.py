"""The rosters of tests/cases/rules come out as their README says."""

from collections import Counter
from datetime import date

import pytest

from data.legal_basis import make_case
from data.roster_book.reader import read_workbook
from planner.case import Case, Scenario
from planner.check import Report, check
from planner.plan import Plan
from planner.roster import Roster
from planner.rules import rules_of
from planner.rules.shape import Frame, Gate
from planner.why.clash import clashes
from solver.progress import Limits
from solver.search.search import draft
from tests.folders import ROOT

FOLDER = ROOT / "tests" / "cases" / "rules"
DAY = date(2025, 12, 31)


def case_in(name: str) -> Case:
    roster = read_workbook(FOLDER / f"{name}.xlsx")
    assert isinstance(roster, Roster), roster
    return make_case(roster, Scenario("PA1", DAY))


def drafted(name: str) -> tuple[Plan, Report]:
    """The best plan and its report."""
    case = case_in(name)
    drawn = draft(case, Limits(60), lambda progress: None)
    assert drawn.plan is not None
    report = check(case, drawn.plan)
    assert report.lawful and report.cost == drawn.bound
    return drawn.plan, report


def told(report: Report) -> list[str]:
    """Blocks, offices and norms that have nobody in the organisation."""
    return [f.about[0] for f in report.findings if f.rule == "unaddressed"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.xlsx")), ids=lambda path: path.stem)
def test_every_file_is_small_and_read_whole(path) -> None:  # type: ignore[no-untyped-def]
    case = case_in(path.stem)
    assert path.stat().st_size < 100_000
    assert (len(case.communes), len(case.roster.cadres)) == (5, 440)


def test_the_profile_typed_out_has_no_fault_of_the_organisation() -> None:
    case = case_in("same")
    musts = [f for rule in rules_of(Frame) for f in rule.faults(case) if f.norm.must]
    plan, report = drafted("same")
    assert musts == told(report) == []
    assert (report.cost, len(plan.surplus)) == (96_116, 3)


def test_renamed_front_titles_let_the_fronts_age_rule_bar_nobody_elsewhere() -> None:
    case = case_in("r3")
    refused = {
        bundle.main.office.code
        for gate in rules_of(Gate)
        for cadre in case.cadres
        for bundle in case.organisation.bundles
        for verdict in gate.judge(case, cadre, bundle)
        if verdict.norm.id == "E-AGE-FRONT"
    }
    assert refused <= {"MTTQ"}


@pytest.mark.parametrize("name", ["r1", "r3"])
def test_renamed_titles_are_drafted_as_if_they_had_the_names_of_the_profile(name: str) -> None:
    assert not case_in(name).organisation.unbound
    plan, report = drafted(name)
    assert (report.cost, len(plan.surplus), told(report)) == (96_116, 3, [])


def test_names_as_in_a_decision_are_known() -> None:
    roles = {title.role for title in case_in("natural").titles}
    assert {"DU-BT", "UBND-CT", "KT-TP", "VP-CVP"} <= roles
    assert not case_in("natural").organisation.unbound


def test_more_than_one_seat_of_a_role_of_one_holder_is_a_fault_in_each_unit() -> None:
    case = case_in("two_secs")
    faults = [f for rule in rules_of(Frame) for f in rule.faults(case) if f.norm.must]
    over = Counter((case.title_of(f.about[0]).role, f.amount) for f in faults)
    assert over == {("DU-BT", 1): 5, ("UBND-CT", 1): 5, ("VP-CVP", 2): 5}
    assert {f.norm.id for f in faults} == {"S-SINGLE"}
    assert len(clashes(case)) == len(faults)


def test_the_government_block_alone_is_planned_and_said_to_be_alone() -> None:
    _, report = drafted("gov_only")
    assert told(report) == ["PARTY", "FRONT", "OFF_QUOTA", "DIEM", "HDND", "UBND"]
