from datetime import date

from planner.roster.levels import Education
from planner.rules.eligibility.education import RULE
from tests.builders import case_of, person
from tests.planner.rules.gates import refusals


def test_a_specialist_needs_a_degree() -> None:
    assert refusals(RULE, person("X", education=Education.COLLEGE), ["VP-TP"]) == ["E-EDU-UNI"]
    assert refusals(RULE, person("X", education=Education.UNIVERSITY), ["VP-TP"]) == []


def test_a_waiver_allows_until_mid_2030_on_condition_of_a_degree() -> None:
    cadre = person("X", education=Education.COLLEGE, waiver=True)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("VP-TP",))
    (verdict,) = RULE.judge(case, cadre, bundle)
    assert (verdict.refused, verdict.until) == (False, date(2030, 6, 30))
    assert "đại học" in verdict.condition


def test_the_waiver_is_gone_after_its_last_day() -> None:
    cadre = person("X", education=Education.COLLEGE, waiver=True)
    case = case_of(cadre, day=date(2030, 7, 1))
    bundle = next(b for b in case.organisation.bundles if b.codes == ("VP-TP",))
    assert [v.norm.id for v in RULE.judge(case, cadre, bundle)] == ["E-EDU-UNI"]
