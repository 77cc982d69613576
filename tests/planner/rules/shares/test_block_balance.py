from dataclasses import replace

from planner.roster.levels import Block
from planner.rules.shares.block_balance import RULE
from tests.builders import A, case_of, person, plan_of, post, posts_without, unit


def test_each_block_has_four_fifths_of_its_quota_rounded_down() -> None:
    quota = {Block.PARTY: 4, Block.GOVERNMENT: 1, Block.FRONT: 0}
    case = case_of(person("X"), person("Y"), communes=(unit(quota=quota),))
    plan = plan_of(case, X=post("VP-TP"), Y=post("BXD-TC"))
    assert [(f.about, f.amount) for f in RULE.check(case, plan)] == [((A, "PARTY"), 2)]


def test_a_block_that_nobody_gave_a_quota_asks_for_nobody() -> None:
    case = replace(case_of(person("X")), scheme_quota={})
    assert not list(RULE.check(case, plan_of(case)))


def test_a_block_that_is_not_planned_is_not_starved() -> None:
    quota = {Block.PARTY: 4, Block.GOVERNMENT: 2, Block.FRONT: 4}
    posts = posts_without("PARTY", "FRONT", units=[A])
    case = case_of(person("X"), communes=(unit(quota=quota),), posts=posts)
    assert [f.about for f in RULE.check(case, plan_of(case))] == [(A, "GOVERNMENT")]
