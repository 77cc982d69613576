from planner.case import Case
from planner.check import check
from planner.figures.rule_costs import rule_costs
from planner.plan import Plan


def test_the_dearest_rule_comes_first_with_its_sources(
    merger_case: Case, merger_plan: Plan
) -> None:
    report = check(merger_case, merger_plan)
    found = rule_costs(merger_case, report)
    assert sum(row.cost for row in found) == report.cost
    assert [row.cost for row in found] == sorted((row.cost for row in found), reverse=True)
    assert (
        found[0].title and found[0].sources and len(set(found[0].sources)) == len(found[0].sources)
    )
