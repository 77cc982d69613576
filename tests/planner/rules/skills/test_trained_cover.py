from datetime import date

from planner.rules.skills.trained_cover import RULE
from tests.builders import A, case_of, person, plan_of, post

ACCOUNTANT = frozenset({"kế toán – tài chính"})


def missing(day: date = date(2026, 11, 22), **titles: str) -> list[tuple[str, ...]]:
    people = [person("X", fields=ACCOUNTANT), person("Y")]
    case = case_of(*people, day=day, units=[A])
    plan = plan_of(case, **{code: post(title) for code, title in titles.items()})
    return [f.about[1:] for f in RULE.check(case, plan)]


def test_each_accounting_unit_needs_somebody_trained() -> None:
    assert missing() == [("KT",), ("VPDU",)]
    assert missing(X="KT-KTV") == [("VPDU",)]
    assert missing(X="KT-PTP") == [("VPDU",)]


def test_somebody_of_another_field_does_not_count() -> None:
    assert missing(Y="KT-PTP") == [("KT",), ("VPDU",)]


def test_before_dispatch_9395_nothing_was_asked() -> None:
    assert missing(date(2025, 10, 14)) == []
