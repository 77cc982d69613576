from dataclasses import replace
from datetime import date

import pytest

from planner.check import Claim, check
from planner.plan import Placement, Plan
from planner.plan.counts import key_vacancies, moved, vacant
from planner.roster.levels import Education, Status
from tests.builders import A, B, case_of, person, plan_of, post


def norms(plan: Plan, case, cost: int | None = None) -> list[str]:  # type: ignore[no-untyped-def]
    return [f.norm.id for f in check(case, plan, Claim(cost=cost)).breaches]


def test_an_empty_plan_is_lawful_and_dear() -> None:
    case = case_of(person("X"))
    report = check(case, plan_of(case))
    assert report.lawful
    assert report.cost == sum(cost for _, cost in report.by_rule.values())
    assert report.by_rule["surplus"] == (2, 600)


def test_an_unknown_person_and_an_unknown_post_are_named() -> None:
    case = case_of(person("X"))
    plan = Plan((Placement("Y", post("VP-TP")), Placement("X", "00004/NO")))
    assert norms(plan, case) == ["plan.unknown_person", "plan.unknown_post"]


def test_nobody_is_lost() -> None:
    case = case_of(person("X"), person("Y"))
    assert norms(Plan((), ("X",)), case) == ["plan.missing_person"]


def test_placed_and_surplus_at_once_is_twice() -> None:
    case = case_of(person("X"))
    assert norms(Plan((Placement("X", post("VP-TP")),), ("X",)), case) == ["plan.twice"]


def test_posts_in_two_units_are_named() -> None:
    case = case_of(person("X"))
    plan = Plan((Placement("X", post("DU-BT", A), (post("HDND-CT", B),)),))
    assert norms(plan, case) == ["plan.two_units"]


def test_a_concurrency_nobody_allows_is_named() -> None:
    case = case_of(person("X", fields=frozenset({"luật", "hành chính"})))
    plan = plan_of(case, X=(post("VP-TP"), post("VP-TD")))
    assert norms(plan, case) == ["plan.not_a_bundle"]


def test_the_wrong_post_as_the_main_one_is_named() -> None:
    case = case_of(person("X"))
    assert norms(plan_of(case, X=(post("DU-PBT"), post("UBND-CT"))), case) == ["plan.wrong_main"]


def test_an_ineligible_holder_is_named_with_the_article() -> None:
    case = case_of(person("X", education=Education.COLLEGE))
    (breach,) = check(case, plan_of(case, X=post("VP-TP"))).breaches
    assert (breach.about, breach.norm.source) == (
        ("X",),
        "CV 11/CV-BCĐ (4/6/2025); NĐ 334/2025/NĐ-CP",
    )


def test_somebody_about_to_retire_is_not_placed() -> None:
    case = case_of(person("X", status=Status.RETIRING), person("Y"))
    plan = Plan((Placement("X", post("VP-TP")),), ("Y",))
    assert norms(plan, case) == ["plan.leaving"]


def test_another_cost_than_the_stated_one_is_a_breach() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=post("VP-TP"))
    cost = check(case, plan).cost
    assert norms(plan, case, cost) == []
    assert norms(plan, case, cost - 1) == ["plan.wrong_cost"]


def test_vacancies_and_moves_are_counted() -> None:
    case = case_of(person("X"), person("Y"))
    plan = plan_of(case, X=post("DU-BT", B), Y=post("VP-TP"))
    empty = dict(vacant(case, plan))
    assert post("DU-BT", B) not in empty and empty[post("DU-BT")] == 1
    assert moved(case, plan) == 1
    per_unit = sum(p.minimum for p in case.roster.posts if case.title_of(p.code).key) // 2
    assert key_vacancies(case, plan) == 2 * per_unit - 1


@pytest.mark.parametrize(
    ("day", "lawful"), [(date(2025, 11, 16), False), (date(2025, 11, 17), True)]
)
def test_the_day_decides(day: date, lawful: bool) -> None:
    people = [person(f"P{n}") for n in range(5)]
    case = case_of(*people, day=day)
    holders = {f"P{n}": post("UBND-PCT", A if n < 3 else B) for n in range(5)}
    assert check(case, plan_of(case, **holders)).lawful is lawful


def test_a_bound_above_the_cost_a_changed_rule_and_a_changed_scenario_are_breaches() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=post("VP-TP"))
    report = check(case, plan)
    true = Claim(
        cost=report.cost, bound=report.cost, by_rule=report.by_rule, scenario="a", carried="a"
    )
    assert check(case, plan, true).lawful
    for claim, norm in (
        (replace(true, bound=report.cost + 1), "plan.wrong_bound"),
        (replace(true, by_rule={**report.by_rule, "vacancy": (0, 0)}), "plan.wrong_rule"),
        (replace(true, carried="b"), "plan.wrong_scenario"),
    ):
        assert [f.norm.id for f in check(case, plan, claim).breaches] == [norm]
