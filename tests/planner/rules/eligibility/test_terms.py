from planner.roster.levels import Grade
from planner.rules.eligibility.terms import RULE
from tests.builders import case_of, person, post


def closed(years: int | None, title: str = "KT-TP") -> list[tuple[str, str]]:
    case = case_of(person("X", head_years=years, post=post(title), grade=Grade.HEAD))
    return [(code, verdict.norm.id) for _, code, verdict in RULE.closed(case)]


def test_eight_years_on_end_at_the_head_of_a_place_are_flagged() -> None:
    assert closed(8) == [(post("KT-TP"), "E-TERM2")]
    assert closed(7) == closed(None) == []


def test_deputies_are_no_heads() -> None:
    assert closed(9, "KT-PTP") == []


def test_a_chief_of_the_same_place_is_a_head_too_and_nobody_without_a_post_is() -> None:
    assert closed(12, "DU-BT") == [(post("DU-BT"), "E-TERM2")]
    assert not list(RULE.closed(case_of(person("X", head_years=12))))
