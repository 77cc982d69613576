"""Deputies of a People's Council in a draft: at home when they must, priced when they may."""

from planner.check import check
from planner.roster.levels import Grade
from planner.rules.eligibility.council_deputy import RULE
from solver.progress import Limits
from solver.search.search import draft
from tests.builders import A, B, case_of, changed, person, pin, post


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
