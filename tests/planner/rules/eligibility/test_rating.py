from datetime import date

from planner.roster.levels import Rating
from planner.rules.eligibility.rating import RULE
from tests.builders import case_of, person, post
from tests.planner.rules.gates import refusals


def test_who_failed_the_latest_year_gets_no_leading_post() -> None:
    failed = person("X", ratings=(Rating.FAILED, Rating.GOOD))
    assert refusals(RULE, failed, ["KT-PTP"]) == ["E-EVAL"]
    assert refusals(RULE, failed, ["VP-TP"]) == []


def test_an_older_failure_or_none_recorded_bars_nothing() -> None:
    assert refusals(RULE, person("X", ratings=(Rating.DONE, Rating.FAILED)), ["KT-PTP"]) == []
    assert refusals(RULE, person("X"), ["KT-PTP"]) == []


def test_the_holder_is_not_put_there_anew_and_before_2026_there_was_no_bar() -> None:
    cadre = person("X", ratings=(Rating.FAILED,), post=post("KT-PTP"))
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("KT-PTP",))
    assert not list(RULE.judge(case, cadre, bundle))
    assert not RULE.norms(case_of(cadre, day=date(2025, 12, 31)))
