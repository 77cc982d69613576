from planner.case import Case
from planner.plan import Plan
from planner.plan.counts import vacant
from planner.rules import rules_of
from planner.rules.roles import FillsSeats
from planner.why.vacancies import seconds, vacancies
from tests.builders import A, case_of, person, plan_of, post


def test_what_the_norms_put_most_on_comes_first_with_its_reason() -> None:
    case = case_of(person("X"))
    found = vacancies(case, plan_of(case))
    assert {row.post for row in found} == {code for code, _ in vacant(case, plan_of(case))}
    (rule,) = rules_of(FillsSeats)
    norms = [rule.priced(case, case.title_of(row.post)) for row in found]
    prices = [norm.price if norm else 0 for norm in norms]
    assert prices == sorted(prices, reverse=True) and prices[0] > prices[-1]
    assert found[0].key and found[0].why and found[0].short >= 1


def test_every_held_key_post_has_a_second_or_says_there_is_none(
    merger_case: Case, merger_plan: Plan
) -> None:
    found = seconds(merger_case, merger_plan, None)
    keys = [
        code
        for code, holders in merger_plan.by_post.items()
        if holders and merger_case.title_of(code).key
    ]
    assert len(found) == len(keys) > 0
    assert all(row.holders and (row.second or not row.barrier) for row in found)
    assert any(row.second for row in found)


def test_a_key_post_that_nobody_holds_has_no_second() -> None:
    case = case_of(person("X"), person("Y"))
    key = next(title.code for title in case.titles if title.key)
    assert seconds(case, plan_of(case, X=post("VX-NV")), None) == ()
    (row,) = seconds(case, plan_of(case, X=post(key, A)), None)
    assert row.holders == ("Nguyễn Văn X (X)",)
