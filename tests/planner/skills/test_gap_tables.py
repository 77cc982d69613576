"""Skill gaps: each standing, what a unit asks, and totals that an independent count agrees with."""

from collections import Counter

import pytest

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import Grade, ItLevel, StateManagement, Theory
from planner.skills.gap_tables import (
    Cell,
    by_competence,
    by_district,
    by_office,
    by_unit,
    district_of,
)
from planner.skills.requirements import (
    IT,
    OTHER,
    POLITICAL,
    STATE,
    Standing,
    competence_of,
    people_rows,
    requirements,
)
from planner.skills.risks import Depth, Risk, depth_of, risks
from solver.progress import Limits
from tests.builders import A, case_of, person, plan_of, post
from ui.desk.story import draft_case


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
    found = {code: standing(case, plan, seat, IT) for code, seat in seats.items()}
    assert found == {"X": [Standing.UNKNOWN], "Y": [Standing.SHORT], "Z": [Standing.MET]}
    cell = by_competence(requirements(case, plan))[IT]
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
    assert standing(case, plan, post("KT-TP"), POLITICAL) == [Standing.SHORT]
    assert standing(case, plan, post("KT-TP"), STATE) == [Standing.SHORT]


@pytest.mark.parametrize(
    ("fields", "competence"),
    [
        ({"luật"}, "luật"),
        ({"đất đai – địa chính", "môi trường"}, "đất đai – địa chính"),
        ({"luật", "hành chính", "kinh tế"}, OTHER),
    ],
)
def test_a_demand_for_fields_is_counted_under_one_competence(
    fields: set[str], competence: str
) -> None:
    assert competence_of(case_of(person("X")), frozenset(fields)) == competence


def test_a_skill_that_one_person_holds_is_a_risk_with_the_months_left() -> None:
    case = case_of(person("X", months_left=10), person("Y", fields=frozenset({"y tế"})))
    plan = plan_of(case, X=post("VP-TP"), Y=post("VX-YT"))
    found = risks(case, plan, requirements(case, plan))
    assert Risk(A, "luật", "X", 10, 600) in found
    assert found[0].months <= 36


def test_depth_counts_holders_of_what_a_unit_needs() -> None:
    case = case_of(person("X"), person("Y"), person("Z", fields=frozenset({"y tế"})))
    plan = plan_of(case, X=post("VP-TP"), Y=post("VP-TD"), Z=post("VX-YT"))
    asked = tuple(r for r in requirements(case, plan) if r.cadre)
    assert depth_of(case, plan, asked, A) == Depth(3, 2, 1.5)


def test_the_worst_old_district_of_a_unit_is_that_of_most_of_its_old_units() -> None:
    case = case_of(person("X"))
    assert district_of(case, A) == "Quận Ba Đình"


def test_people_rows_hold_what_single_people_lack_dearest_first() -> None:
    case = case_of(person("X", it=None), person("Y", theory=Theory.NONE))
    plan = plan_of(case, X=post("VP-TP"), Y=post("UBND-CT"))
    rows = people_rows(case, requirements(case, plan))
    assert next((r.cadre, r.standing) for r in rows) == ("Y", Standing.SHORT)
    assert rows[-1].standing is Standing.UNKNOWN and all(r.cadre for r in rows)


def counted_again(case: Case, plan: Plan) -> Counter[tuple[str, str]]:
    """(unit, competence) → requirements that are open, counted in another way: holder by holder
    and seat by seat, with the norms read by hand."""
    found: Counter[tuple[str, str]] = Counter()
    theory = list(case.norms.of("theory"))
    state = list(case.norms.of("state_management"))
    literate = max((n.number("level") for n in case.norms.of("it_literate")), default=0)
    for seat in case.roster.posts:
        title = case.title_of(seat.code)
        people = [case.cadres[case.cadre_at[c]] for c in plan.by_post.get(seat.code, ())]
        empty = max(0, seat.minimum - len(people))
        level = int(title.it)
        if title.grade is Grade.SPECIALIST:
            level = max(level, literate)
        wants_theory = max(
            (max(Theory[n.word("level")], title.theory) for n in theory if n.covers(title)),
            default=Theory.NONE,
        )
        wants_state = [StateManagement[n.word("level")] for n in state if n.covers(title)]
        if title.fields:
            kind = competence_of(case, title.fields)
            bad = sum(bool(p.fields) and not (p.fields & title.fields) for p in people)
            found[seat.commune, kind] += bad + empty
        if level:
            bad = sum(p.it is not None and p.it < level for p in people)
            found[seat.commune, IT] += bad + empty
        if wants_theory:
            found[seat.commune, POLITICAL] += sum(p.theory < wants_theory for p in people) + empty
        if wants_state:
            held = [p.state_management for p in people]
            bad = sum(h is not None and h < max(wants_state) for h in held)
            found[seat.commune, STATE] += bad + empty
    main = {row.cadre: case.posts[row.main].commune for row in plan.placements}
    for unit in case.communes:
        for norm in case.norms.at("it_cover", unit):
            here = [c for c in case.cadres if main.get(c.code) == unit.code]
            able = sum(c.it is not None and c.it >= norm.number("level") for c in here)
            if any(c.it is None for c in here):
                continue
            found[unit.code, IT] += max(0, norm.number("minimum") - able)
    return Counter({spot: number for spot, number in found.items() if number})


@pytest.mark.parametrize("situation", ["merger", "running"])
def test_totals_equal_an_independent_count_commune_by_commune(
    situation: str, merger_case: Case, running_case: Case
) -> None:
    case = merger_case if situation == "merger" else running_case
    drafted = draft_case(case, Limits(60), lambda progress: None)
    asked = requirements(case, drafted.plan)
    table = by_unit(asked)
    found = {spot: cell.open for spot, cell in table.items() if cell.open}
    assert found == counted_again(case, drafted.plan)
    whole = sum(by_competence(asked).values(), Cell())
    for other in (table, by_district(case, asked)):
        assert sum(other.values(), Cell()) == whole
    unit_wide = sum((Cell(met=1) for r in asked if not r.post and not r.open), Cell())
    offices = sum(by_office(case, asked).values(), Cell())
    assert offices.required + sum(not r.post for r in asked) == whole.required
    assert unit_wide.met <= whole.met
