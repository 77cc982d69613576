from planner.rules.skills.council_experience import RULE
from tests.builders import A, case_of, person, plan_of, post


def short(title: str, **known: object) -> list[tuple[tuple[str, ...], int]]:
    case = case_of(person("X", **known), units=[A])
    return [(f.about, f.amount) for f in RULE.check(case, plan_of(case, X=post(title)))]


def test_one_of_the_full_time_holders_knows_the_work() -> None:
    assert short("HDND-PCT") == [((A,), 1)]
    assert short("HDND-PCT", council_experience=True) == []
    assert short("VP-TP", council_experience=True) == [((A,), 1)]
