from planner.check import check
from planner.check.gates import CLOSED, eligibility
from planner.plan import Plan
from tests.builders import A, B, ban, case_of, person, pin, plan_of, post


def breaches(plan: Plan, case) -> list[str]:  # type: ignore[no-untyped-def]
    return [f.norm.id for f in check(case, plan).breaches]


def test_a_pin_to_a_post_is_kept_only_there() -> None:
    case = case_of(person("X"), demands=(pin("X", post("VP-TP")),))
    assert breaches(plan_of(case, X=post("VP-TP")), case) == []
    assert breaches(plan_of(case, X=post("VP-HD")), case) == ["D-PIN"]
    assert breaches(plan_of(case, X=post("VP-TP", B)), case) == ["D-PIN"]
    assert breaches(plan_of(case), case) == ["D-PIN"]


def test_a_pin_to_a_unit_allows_every_post_of_it() -> None:
    case = case_of(person("X"), demands=(pin("X", B),))
    assert breaches(plan_of(case, X=post("VP-HD", B)), case) == []
    assert breaches(plan_of(case, X=post("VP-HD", A)), case) == ["D-PIN"]


def test_a_ban_closes_one_post_or_one_unit() -> None:
    case = case_of(person("X"), demands=(ban("X", post("VP-TP")),))
    assert breaches(plan_of(case, X=post("VP-TP")), case) == ["D-BAN"]
    assert breaches(plan_of(case, X=post("VP-TP", B)), case) == []
    away = case_of(person("X"), demands=(ban("X", B),))
    assert breaches(plan_of(away, X=post("VP-TP", B)), away) == ["D-BAN"]


def test_eligibility_shows_the_walls() -> None:
    case = case_of(person("X"), person("Y"), demands=(pin("X", post("VP-TP")), ban("Y", B)))
    table = eligibility(case)
    assert table.demanded.tolist() == [True, False]
    assert (table.place[1] >= CLOSED).tolist() == [True, True]
