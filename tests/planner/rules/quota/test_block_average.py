from planner.rules.quota.block_average import RULE
from tests.builders import case_of, changed, person, plan_of, post

TWO = changed("Q-GOV-AVG32", values='{ average = "3/2 người/xã" }', price=7)


def test_the_average_is_over_all_units_and_rounded_down() -> None:
    people = [person(f"P{n}") for n in range(5)]
    case = case_of(*people, norms=TWO)
    held = {"P0": "VP-TP", "P1": "VP-HD", "P2": "KT-TC", "P3": "UBND-PCT", "P4": "BXD-TC"}
    plan = plan_of(case, **{code: post(title) for code, title in held.items()})
    assert [(f.amount, f.cost) for f in RULE.check(case, plan)] == [(1, 7)]


def test_thirty_two_a_unit_is_the_figure_of_dispatch_03() -> None:
    case = case_of(person("X"))
    (norm,) = RULE.norms(case)
    assert RULE.limit(case, norm) == 64
