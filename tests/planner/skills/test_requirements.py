import pytest

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import ItLevel, StateManagement, Theory
from planner.rules.competence import IT, POLITICAL, STATE
from planner.skills.gap_tables import by_competence
from planner.skills.requirements import (
    OTHER,
    Standing,
    competence_of,
    people_rows,
    requirements,
)
from tests.builders import case_of, person, plan_of, post


def standing(case: Case, plan: Plan, seat: str, competence: str) -> list[Standing]:
    return [
        row.standing
        for row in requirements(case, plan)
        if row.post == seat and row.competence == competence
    ]


def test_a_level_that_is_not_recorded_is_neither_met_nor_short() -> None:
    case = case_of(person("X", it=None), person("Y", it=ItLevel.NONE), person("Z"))
    seats = {"X": post("VP-TP"), "Y": post("VP-TD"), "Z": post("VX-NV")}
    plan = plan_of(case, **seats)
    found = {code: standing(case, plan, seat, IT.code) for code, seat in seats.items()}
    assert found == {"X": [Standing.UNKNOWN], "Y": [Standing.SHORT], "Z": [Standing.MET]}
    cell = by_competence(requirements(case, plan))[IT.code]
    assert cell.unknown >= 1 and cell.short >= 1


def test_a_vacant_seat_asks_for_what_nobody_holds_there() -> None:
    case = case_of(person("X"))
    (row,) = [
        r
        for r in requirements(case, plan_of(case))
        if r.post == post("KT-KTV") and r.competence == "kế toán – tài chính"
    ]
    assert (row.standing, row.cadre, row.open) == (Standing.VACANT, "", True)


def test_a_field_that_is_wrong_is_short_and_says_what_is_held() -> None:
    case = case_of(person("X", fields=frozenset({"y tế"})))
    rows = requirements(case, plan_of(case, X=post("VP-TP")))
    (row,) = [r for r in rows if r.cadre == "X" and r.competence == "luật"]
    assert (row.standing, row.held, row.needed) == (Standing.SHORT, "y tế", "luật")


def test_leaders_are_asked_for_theory_and_state_management() -> None:
    case = case_of(person("X", theory=Theory.PRIMARY, state_management=StateManagement.NONE))
    plan = plan_of(case, X=post("KT-TP"))
    assert standing(case, plan, post("KT-TP"), POLITICAL.code) == [Standing.SHORT]
    assert standing(case, plan, post("KT-TP"), STATE.code) == [Standing.SHORT]


@pytest.mark.parametrize(
    ("fields", "competence"),
    [
        ({"luật"}, "luật"),
        ({"đất đai – địa chính", "môi trường"}, "đất đai – địa chính"),
        ({"luật", "hành chính", "kinh tế"}, OTHER.code),
    ],
)
def test_a_demand_for_fields_is_counted_under_one_competence(
    fields: set[str], competence: str
) -> None:
    assert competence_of(case_of(person("X")), frozenset(fields)) == competence


def test_people_rows_hold_what_single_people_lack_dearest_first() -> None:
    case = case_of(person("X", it=None), person("Y", theory=Theory.NONE))
    plan = plan_of(case, X=post("VP-TP"), Y=post("UBND-CT"))
    rows = people_rows(case, requirements(case, plan))
    assert next((r.cadre, r.standing) for r in rows) == ("Y", Standing.SHORT)
    assert rows[-1].standing is Standing.UNKNOWN and all(r.cadre for r in rows)
