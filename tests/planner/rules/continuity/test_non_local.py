from planner.rules.continuity.non_local import RULE
from tests.builders import A, B, case_of, person
from tests.planner.rules.preferences import charged, spot


def test_a_secretary_at_home_costs_more_than_a_chair_at_home() -> None:
    case = case_of(person("X", origin=A))
    assert charged(RULE, case, spot(case, "DU-BT")) == {"E-NONLOCAL-SEC": 1}
    assert charged(RULE, case, spot(case, "UBND-CT", "DU-PBT")) == {"E-NONLOCAL-CHAIR": 1}


def test_elsewhere_or_on_another_post_it_costs_nothing() -> None:
    case = case_of(person("X", origin=A))
    assert charged(RULE, case, spot(case, "DU-BT", unit=1)) == {}
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
    assert RULE.met(case, 0, spot(case, "DU-BT", unit=1)) == "không phải người địa phương"


def test_a_native_place_elsewhere_or_unknown_is_not_local() -> None:
    for origin in ("", "Nghệ An", B):
        case = case_of(person("X", origin=origin))
        assert charged(RULE, case, spot(case, "DU-BT")) == {}
