from datetime import date

from planner.roster.levels import Grade, PlaceKind
from planner.rules.wishes.district_core import RULE
from tests.builders import case_of, person
from tests.planner.rules.preferences import charged, spot

DAY = date(2025, 7, 1)
DISTRICT = {"place_kind": PlaceKind.OLD_DISTRICT, "place": "Quận Ba Đình"}


def cost(title: str, day: date = DAY, **known: object) -> dict[str, int]:
    case = case_of(person("X", **known), day=day)
    return charged(RULE, case, spot(case, title))


def test_a_chief_who_led_in_the_district_is_the_core() -> None:
    assert cost("DU-BT", grade=Grade.HEAD, **DISTRICT) == {}
    assert cost("DU-BT", grade=Grade.SPECIALIST, **DISTRICT) == {"P-DISTRICT-CORE": 1}
    assert cost("DU-BT", grade=Grade.CHIEF) == {"P-DISTRICT-CORE": 1}


def test_other_posts_and_later_days_are_free() -> None:
    assert cost("KT-TP", grade=Grade.CHIEF) == {}
    assert cost("DU-BT", date(2026, 4, 1), grade=Grade.CHIEF) == {}
