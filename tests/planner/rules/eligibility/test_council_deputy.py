from datetime import date

from planner.check import check
from planner.roster.levels import Grade
from planner.rules.eligibility.council_deputy import RULE
from solver.progress import Limits
from solver.search.search import draft
from tests.builders import A, B, case_of, changed, person, pin, plan_of, post


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


def test_a_draft_keeps_deputies_at_home() -> None:
    case = case_of(person("X", deputy_of=B, work="", fields=frozenset(), grade=3))
    plan = draft(case, Limits(20), lambda progress: None).plan
    assert plan is not None
    titles = [case.posts[code] for code in plan.by_cadre["X"][0].posts]
    council = [post for post in titles if case.title_of(post.code).office.code == "HDND"]
    assert all(post.commune == B for post in council)


def test_as_a_wish_it_is_priced_alike_by_engine_and_check() -> None:
    people = (person("X", deputy_of=B, grade=Grade.CHIEF), person("Y", deputy_of=A))
    wish = changed("E-HDND-DEPUTY", force='"wish"', price=30)
    case = case_of(*people, norms=wish, demands=(pin("X", post("HDND-PCT", A)),))
    result = draft(case, Limits(20), lambda progress: None)
    assert result.plan is not None
    report = check(case, result.plan)
    assert report.lawful and report.cost == result.cost
    assert [f.cost for f in report.findings if f.rule == RULE.code] == [30]
