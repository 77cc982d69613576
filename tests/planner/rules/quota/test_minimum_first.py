from dataclasses import replace

from planner.roster.levels import Block
from planner.rules.quota.minimum_first import RULE
from tests.builders import case_of, person, plan_of, post, posts_without, unit


def test_a_unit_below_four_fifths_of_its_frame_is_short() -> None:
    quota = {Block.PARTY: 2, Block.GOVERNMENT: 2, Block.FRONT: 1}
    places = (unit(quota=quota),)
    people = [person(f"P{n}") for n in range(3)]
    case = case_of(*people, communes=places)
    assert RULE.least(case, 0, RULE.norms(case)[0]) == 4
    plan = plan_of(case, P0=post("VP-TP"), P1=post("BXD-TC"), P2=post("VP-HD"))
    assert [(f.amount, f.cost) for f in RULE.check(case, plan)] == [(1, 100)]
    fuller = replace(plan, placements=plan.placements[:2])
    assert [f.amount for f in RULE.check(case, fuller)] == [2]


def test_without_a_quota_nobody_is_short() -> None:
    case = replace(case_of(person("X")), scheme_quota={})
    assert not list(RULE.check(case, plan_of(case)))


def test_the_frame_is_of_the_blocks_that_are_planned() -> None:
    places = (unit(quota={Block.PARTY: 20, Block.GOVERNMENT: 10, Block.FRONT: 30}),)
    posts = posts_without("PARTY", "FRONT", units=[places[0].code])
    case = case_of(person("X"), communes=places, posts=posts)
    assert RULE.least(case, 0, RULE.norms(case)[0]) == 8
