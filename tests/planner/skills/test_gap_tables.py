"""Skill gaps: each standing, what a unit asks, and totals that an independent count agrees with."""

from collections import Counter

import pytest

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import Grade, StateManagement, Theory
from planner.rules.competence import IT, POLITICAL, STATE
from planner.skills.gap_tables import (
    Cell,
    by_competence,
    by_district,
    by_office,
    by_unit,
    district_of,
)
from planner.skills.requirements import (
    competence_of,
    requirements,
)
from tests.builders import A, case_of, person


def test_the_worst_old_district_of_a_unit_is_that_of_most_of_its_old_units() -> None:
    case = case_of(person("X"))
    assert district_of(case, A) == "Quận Ba Đình"


def counted_again(case: Case, plan: Plan) -> Counter[tuple[str, str]]:
    """(unit, competence) → requirements that are open, counted in another way: holder by holder
    and seat by seat, with the norms read by hand."""
    found: Counter[tuple[str, str]] = Counter()
    theory = list(case.norms.of("theory"))
    state = list(case.norms.of("state_management"))
    literate = max((n.number("level") for n in case.norms.of("it_literate")), default=0)
    for seat in case.roster.posts:
        title = case.title_of(seat.code)
        people = [case.cadre(c) for c in plan.by_post.get(seat.code, ())]
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
            found[seat.commune, IT.code] += bad + empty
        if wants_theory:
            found[seat.commune, POLITICAL.code] += (
                sum(p.theory < wants_theory for p in people) + empty
            )
        if wants_state:
            held = [p.state_management for p in people]
            bad = sum(h is not None and h < max(wants_state) for h in held)
            found[seat.commune, STATE.code] += bad + empty
    main = {row.cadre: case.posts[row.main].commune for row in plan.placements}
    for unit in case.communes:
        for norm in case.norms.at("it_cover", unit):
            here = [c for c in case.cadres if main.get(c.code) == unit.code]
            able = sum(c.it is not None and c.it >= norm.number("level") for c in here)
            if any(c.it is None for c in here):
                continue
            found[unit.code, IT.code] += max(0, norm.number("minimum") - able)
    return Counter({spot: number for spot, number in found.items() if number})


@pytest.mark.parametrize("situation", ["merger", "running"])
def test_totals_equal_an_independent_count_commune_by_commune(
    situation: str, request: pytest.FixtureRequest
) -> None:
    case: Case = request.getfixturevalue(f"{situation}_case")
    plan: Plan = request.getfixturevalue(f"{situation}_plan")
    asked = requirements(case, plan)
    table = by_unit(asked)
    found = {spot: cell.open for spot, cell in table.items() if cell.open}
    assert found == counted_again(case, plan)
    whole = sum(by_competence(asked).values(), Cell())
    for other in (table, by_district(case, asked)):
        assert sum(other.values(), Cell()) == whole
    unit_wide = sum((Cell(met=1) for r in asked if not r.post and not r.open), Cell())
    offices = sum(by_office(case, asked).values(), Cell())
    assert offices.required + sum(not r.post for r in asked) == whole.required
    assert unit_wide.met <= whole.met
