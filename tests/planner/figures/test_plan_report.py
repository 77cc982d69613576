"""A plan in figures, who gains and loses, structure, candidates, flows, tiles and supply."""

import pytest

from planner.case import Case
from planner.check import check
from planner.figures.plan_report import plan_report
from planner.plan import Plan
from planner.roster.levels import Block, ItLevel, Sex
from tests.builders import A, B, case_of, person, plan_of, post


def test_a_report_counts_people_by_what_is_said_of_them() -> None:
    case = case_of(
        person("X", sex=Sex.FEMALE, preferences=(A,), it=ItLevel.TRAINED),
        person("Y", preferences=(A, B), place=A),
        person("Z"),
    )
    plan = plan_of(case, X=post("KT-TP"), Y=post("VP-TP", B))
    told = plan_report(case, plan, check(case, plan))
    assert (told.figures.placed, told.figures.surplus, told.figures.moved) == (2, 1, 1)
    assert (told.wishes, told.first_met, told.any_met) == (2, 1, 2)
    assert (told.women_leaders, told.young_leaders) == (1.0, 0.0)
    assert told.without_it == 1
    assert told.worst_old_unit == pytest.approx(2 / 3)
    assert told.moved_km == case.whereabouts.distances[case.commune_at[B], case.cadre_at["Y"]]


def test_excess_and_shortage_add_up_to_the_quota_of_each_block(
    merger_case: Case, merger_plan: Plan
) -> None:
    report = check(merger_case, merger_plan)
    told = plan_report(merger_case, merger_plan, report)
    for block in (Block.PARTY, Block.GOVERNMENT, Block.FRONT):
        quota = sum(
            merger_case.allotment.quota(n, block) or 0 for n in range(len(merger_case.communes))
        )
        held = sum(merger_case.title_of(r.main).block is block for r in merger_plan.placements)
        assert held - quota == told.excess[block] - told.shortage[block]
    assert told.cost == report.cost == sum(told.by_rule.values())
