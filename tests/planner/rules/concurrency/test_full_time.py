from planner.check import check
from planner.roster import Concurrent
from planner.rules.concurrency.full_time import RULE
from tests.builders import case_of, person, plan_of, post

MAY = {"concurrency": (Concurrent("HDND-PCT", "may", ("UBKT-CN",)),)}


def test_a_full_time_vice_chair_with_another_title_is_priced() -> None:
    case = case_of(person("X"), **MAY)
    plan = plan_of(case, X=(post("UBKT-CN"), post("HDND-PCT")))
    found = [f for f in check(case, plan).findings if f.rule == RULE.code]
    assert [(f.norm.id, f.breach, f.cost) for f in found] == [("C-HDND-VC-MAY", False, 200)]


def test_alone_it_costs_nothing() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=post("HDND-PCT"))
    assert not [f for f in check(case, plan).findings if f.rule == RULE.code]


def test_other_titles_may_be_joined() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=(post("MTTQ-CT"), post("HDND-TBVX")))
    assert not [f for f in check(case, plan).findings if f.rule == RULE.code]
