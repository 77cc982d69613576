from planner.plan import Placement, Plan
from planner.rules.structure.one_bundle import RULE
from tests.builders import A, B, case_of, person, post


def test_two_main_posts_are_one_too_many() -> None:
    case = case_of(person("X"))
    plan = Plan((Placement("X", post("VP-TP", A)), Placement("X", post("VP-TP", B))))
    assert [(f.about, f.amount) for f in RULE.check(case, plan)] == [(("X",), 1)]


def test_concurrent_posts_are_not_main_posts() -> None:
    case = case_of(person("X"))
    plan = Plan((Placement("X", post("DU-BT"), (post("HDND-CT"),)),))
    assert not list(RULE.check(case, plan))
