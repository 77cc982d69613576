"""What a preference says in a reason when its wish is met, and that it is silent when it is not."""

from datetime import date
from typing import Any

import pytest

from planner.roster.levels import Grade, PlaceKind
from planner.rules import rule_of
from planner.rules.shape import Preference
from tests.builders import A, B, case_of, person, post
from tests.planner.rules.preferences import spot


def said(rule: str, title: str, unit: int = 0, day: date = date(2026, 11, 22), **known: Any) -> str:
    case = case_of(person("X", **known), day=day)
    found = rule_of(rule)
    assert isinstance(found, Preference)
    return found.met(case, 0, spot(case, title, unit=unit))


SAME = "giữ nguyên chức danh"
OLD_CLERK = {"post": post("KT-DD"), "in_post_since": date(2015, 1, 1)}
DISTRICT = {"place_kind": PlaceKind.OLD_DISTRICT, "place": "Quận Ba Đình"}


@pytest.mark.parametrize(
    ("rule", "title", "unit", "known", "words"),
    [
        ("expressed", "VP-TP", 0, {"preferences": (A, B)}, "đúng nguyện vọng 1"),
        ("expressed", "VP-TP", 1, {"preferences": (A, B)}, "đúng nguyện vọng 2"),
        ("expressed", "VP-TP", 1, {"preferences": (A,)}, ""),
        ("expressed", "VP-TP", 0, {}, ""),
        ("keep_near", "VP-TP", 0, {}, "ở lại đơn vị sau sáp nhập"),
        ("keep_near", "VP-TP", 1, {}, ""),
        ("same_work", "VP-TP", 0, {}, "người cũ việc cũ"),
        ("same_work", "KT-TC", 0, {}, "chức danh tương đương"),
        ("same_work", "KT-TP", 0, {}, ""),
        ("same_work", "VP-TP", 0, {"grade": Grade.HEAD}, ""),
        ("same_work", "VP-TP", 0, {"work": ""}, "chức danh tương đương"),
        ("own_post", "VP-TP", 0, {"post": post("VP-TP")}, SAME),
        ("own_post", "VP-TP", 1, {"post": post("VP-TP")}, ""),
        ("own_post", "VP-HD", 0, {"post": post("VP-TP")}, ""),
        ("own_post", "VP-HD", 0, {}, ""),
        ("non_local", "DU-BT", 1, {"origin": A}, "không phải người địa phương"),
        ("non_local", "DU-BT", 0, {"origin": "Nghệ An"}, "không phải người địa phương"),
        ("non_local", "DU-BT", 0, {"origin": A}, ""),
        ("non_local", "DU-BT", 0, {"origin": ""}, ""),
        ("non_local", "VP-TP", 1, {"origin": A}, ""),
        ("rotation", "KT-MT", 0, OLD_CLERK, "chuyển đổi vị trí công tác đúng hạn"),
        ("rotation", "KT-DD", 1, OLD_CLERK, "chuyển đổi vị trí công tác đúng hạn"),
        ("rotation", "KT-DD", 0, OLD_CLERK, ""),
        ("rotation", "KT-MT", 0, {}, ""),
        ("care", "VP-TP", 0, {"policy": True}, "thuộc diện ưu tiên, không điều động xa"),
        ("care", "VP-TP", 0, {}, ""),
    ],
)
def test_a_wish_met_is_said_and_a_wish_missed_is_not(
    rule: str, title: str, unit: int, known: dict[str, Any], words: str
) -> None:
    assert said(rule, title, unit, **known) == words


def test_the_core_of_district_leaders_is_said_while_it_is_wanted() -> None:
    leader = {"grade": Grade.HEAD, **DISTRICT}
    words = "lãnh đạo cấp huyện làm nòng cốt"
    assert said("district_core", "DU-BT", day=date(2025, 7, 1), **leader) == words
    assert said("district_core", "DU-BT", day=date(2025, 7, 1)) == ""
    assert said("district_core", "KT-TP", day=date(2025, 7, 1), **leader) == ""
    assert said("district_core", "DU-BT", **leader) == ""
