from dataclasses import replace

from planner.case import Case
from planner.check import check
from planner.compare.fairness import KM, PERCENT, fairness
from planner.compare.side_by_side import Side
from planner.figures.plan_report import plan_report
from planner.plan import Plan


def test_shares_are_told_in_percent_and_ways_in_kilometres(
    merger_case: Case, merger_plan: Plan
) -> None:
    told = plan_report(merger_case, merger_plan, check(merger_case, merger_plan))
    one = replace(told, women_leaders=0.25, young_leaders=None, worst_old_unit=0.5, furthest_km=7.5)
    two = replace(one, women_leaders=None, furthest_km=9.0)
    found = fairness([Side("PA1", one, None), Side("PA2", two, None)])
    assert [(line.unit, line.values) for line in found] == [
        (PERCENT, (25.0, None)),
        (PERCENT, (50.0, 50.0)),
        (KM, (7.5, 9.0)),
    ]
