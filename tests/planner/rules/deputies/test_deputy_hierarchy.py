from datetime import date

from planner.rules.deputies.deputy_hierarchy import RULE
from tests.builders import A, B, case_of, person, plan_of, post, posts_without

PEOPLE = tuple(person(code) for code in "VWXYZ")


def found(day: date = date(2025, 12, 31), **held: str) -> list[tuple[tuple[str, ...], int]]:
    case = case_of(*PEOPLE, day=day)
    return [(f.about, f.amount) for f in RULE.check(case, plan_of(case, **held))]


def test_an_office_has_no_more_deputies_than_there_are_vice_chairs() -> None:
    held = {"X": post("KT-PTP"), "Y": post("KT-PTP"), "Z": post("UBND-PCT")}
    assert found(**held) == [((A, "KT"), 1)]
    assert found(**held, W=post("UBND-PCT")) == []
    assert found(date(2025, 12, 30), **held) == []


def test_each_office_is_compared_on_its_own() -> None:
    held = {"X": post("KT-PTP"), "Y": post("VX-PTP"), "Z": post("UBND-PCT")}
    assert found(**held) == []


def test_where_there_is_no_body_above_nobody_is_one_too_many() -> None:
    here = tuple(p for p in posts_without() if p.code != post("UBND-PCT"))
    held = {"X": post("KT-PTP"), "Y": post("KT-PTP"), "Z": post("KT-PTP", B)}
    for posts, left in ((here, [((B, "KT"), 1)]), (posts_without("UBND-PCT"), [])):
        case = case_of(*PEOPLE, posts=posts)
        assert [(f.about, f.amount) for f in RULE.check(case, plan_of(case, **held))] == left
