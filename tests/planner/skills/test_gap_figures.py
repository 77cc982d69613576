from planner.case import Case
from planner.plan import Plan
from planner.skills.gap_figures import COMPETENCES, gap_figures, heat, unit_axes
from planner.skills.gap_tables import by_competence, by_unit
from planner.skills.requirements import requirements
from planner.skills.risks import risks


def test_the_figures_add_up_to_the_tables(merger_case: Case, merger_plan: Plan) -> None:
    asked = requirements(merger_case, merger_plan)
    single = risks(merger_case, merger_plan, asked)
    found, whole = gap_figures(asked, single), by_competence(asked)
    assert found.missing == sum(cell.open for cell in whole.values()) > 0
    assert whole[found.worst].open == max(cell.open for cell in whole.values())
    assert found.single == len(single)
    assert found.soon[12] <= found.soon[24] <= found.soon[36] <= found.single


def test_nothing_missing_has_no_worst() -> None:
    assert gap_figures((), ()).worst == "" and gap_figures((), ()).missing == 0


def test_the_chosen_unit_is_among_the_worst(merger_case: Case, merger_plan: Plan) -> None:
    asked = requirements(merger_case, merger_plan)
    unit = merger_case.communes[0].code
    found = heat(merger_case, asked, unit)
    assert found.units == 3 and len(found.competences) <= COMPETENCES
    weights = [row.total.weight for row in found.rows]
    assert weights == sorted(weights, reverse=True) and unit in {r.unit.code for r in found.rows}
    table = by_unit(asked)
    for row in found.rows:
        assert row.total.open == sum(c.open for (u, _), c in table.items() if u == row.unit.code)


def test_axes_are_of_one_unit_what_is_asked_most_first(
    merger_case: Case, merger_plan: Plan
) -> None:
    asked = requirements(merger_case, merger_plan)
    unit = merger_case.communes[1].code
    found = unit_axes(asked, unit)
    assert [cell.required for _, cell in found] == sorted(
        (cell.required for _, cell in found), reverse=True
    )
    assert {code for code, _ in found} == {row.competence for row in asked if row.commune == unit}
