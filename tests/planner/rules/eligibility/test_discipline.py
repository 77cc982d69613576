from datetime import date

import pytest

from planner.roster.levels import Discipline, Grade
from planner.rules.eligibility.discipline import RULE
from tests.builders import case_of, person
from tests.planner.rules.gates import refusals


@pytest.mark.parametrize(
    ("measure", "over", "not_over"),
    [
        (Discipline.REPRIMAND, date(2024, 11, 22), date(2024, 12, 1)),
        (Discipline.WARNING, date(2023, 11, 22), date(2023, 12, 1)),
        (Discipline.DISMISSAL, date(2021, 11, 22), date(2021, 12, 1)),
    ],
)
def test_nobody_rises_for_24_36_or_60_months(
    measure: Discipline, over: date, not_over: date
) -> None:
    for day, expected in ((over, []), (not_over, ["E-DISC"])):
        cadre = person("X", discipline=measure, discipline_day=day)
        assert refusals(RULE, cadre, ["KT-PTP"]) == expected


def test_staying_on_a_level_is_not_barred() -> None:
    day = date(2026, 10, 1)
    cadre = person("X", discipline=Discipline.WARNING, discipline_day=day, grade=Grade.DEPUTY)
    assert refusals(RULE, cadre, ["KT-PTP"]) == []


def test_a_measure_without_a_day_must_be_confirmed_over() -> None:
    cadre = person("X", discipline=Discipline.WARNING)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("KT-PTP",))
    (verdict,) = RULE.judge(case, cadre, bundle)
    assert verdict.condition == "xác nhận đã hết thời hạn sau kỷ luật"
