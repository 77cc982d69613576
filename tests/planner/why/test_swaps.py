from planner.case import Case
from planner.compare.moves import own_costs
from planner.plan import Plan
from planner.why.instead import judged
from planner.why.swaps import partners, swapped


def test_partners_could_each_take_the_place_of_the_other(
    merger_case: Case, merger_plan: Plan
) -> None:
    plan = merger_plan
    seen = 0
    for row in plan.placements[:40]:
        for other in partners(merger_case, plan, row.cadre, 2):
            theirs = plan.by_cadre[other.cadre][0]
            assert not judged(merger_case, row.cadre, theirs.main).refused
            assert not judged(merger_case, other.cadre, row.main).refused
            changed = swapped(plan, (row.cadre, other.cadre))
            apart = sum(
                own_costs(merger_case, changed, [code]).get(code, 0)
                - own_costs(merger_case, plan, [code]).get(code, 0)
                for code in (row.cadre, other.cadre)
            )
            assert apart == other.points
            seen += 1
    assert seen > 20
