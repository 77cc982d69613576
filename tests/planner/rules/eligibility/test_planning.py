from planner.roster.levels import Grade
from planner.rules.eligibility.planning import RULE
from tests.builders import case_of, person


def conditions(title: str, **known: object) -> list[str]:
    cadre = person("X", **known)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == (title,))
    return [verdict.condition for verdict in RULE.judge(case, cadre, bundle)]


def test_who_rises_unplanned_needs_the_word_of_the_deciding_body() -> None:
    (wanted,) = conditions("KT-TP", grade=Grade.DEPUTY, planned=Grade.DEPUTY)
    assert "cấp có thẩm quyền" in wanted
    assert conditions("KT-TP", grade=Grade.DEPUTY, planned=None) == [wanted]


def test_planned_for_it_or_above_is_enough() -> None:
    assert conditions("KT-TP", grade=Grade.DEPUTY, planned=Grade.HEAD) == []
    assert conditions("KT-TP", grade=Grade.DEPUTY, planned=Grade.CHIEF) == []


def test_an_equal_or_lower_post_needs_no_planning() -> None:
    assert conditions("KT-TP", grade=Grade.HEAD) == conditions("KT-PTP", grade=Grade.HEAD) == []
    assert conditions("VP-TP") == []
