from datetime import date

from planner.check import check
from planner.rules.eligibility.council_deputy import RULE
from tests.builders import A, B, case_of, person, plan_of, post


def broken(title: str, unit: str, day: date = date(2026, 11, 22), **known: str) -> list[str]:
    case = case_of(person("X", **known), person("Y", deputy_of=A), day=day)
    report = check(case, plan_of(case, X=post(title, unit)))
    return [f.norm.id for f in report.breaches if f.rule == RULE.code]


def test_a_post_of_the_council_is_for_its_own_deputies() -> None:
    assert broken("HDND-PCT", A, deputy_of=A) == []
    assert broken("HDND-PCT", B, deputy_of=A) == ["E-HDND-DEPUTY"]
    assert broken("HDND-PCT", A) == ["E-HDND-DEPUTY"]


def test_other_posts_and_the_first_holders_of_2025_are_free() -> None:
    assert broken("VP-TP", A) == []
    assert broken("HDND-PCT", A, date(2025, 7, 1)) == []


def test_where_nobody_recorded_deputies_it_is_a_condition() -> None:
    case = case_of(person("X"))
    report = check(case, plan_of(case, X=post("HDND-PCT")))
    assert not report.breaches
    assert "là đại biểu HĐND của xã" in {v.condition for _, v in report.conditions}
