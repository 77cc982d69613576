from datetime import date

from planner.roster.levels import UnitRank, UnitType
from planner.rules.structure.unit_class import RULE
from tests.builders import A, case_of, person, unit


def faults(kind: UnitType, rank: UnitRank | None, day: date = date(2025, 11, 27)) -> list[object]:
    case = case_of(person("X"), communes=(unit(type=kind, rank=rank),), day=day)
    return [f.about for f in RULE.faults(case)]


def test_only_wards_and_special_zones_can_be_special() -> None:
    assert faults(UnitType.COMMUNE, UnitRank.SPECIAL) == [(A,)]
    assert faults(UnitType.WARD, UnitRank.SPECIAL) == []
    assert faults(UnitType.SPECIAL_ZONE, UnitRank.SPECIAL) == []


def test_three_classes_are_open_to_all_and_unknown_is_no_fault() -> None:
    for rank in (UnitRank.I, UnitRank.II, UnitRank.III, None):
        assert faults(UnitType.COMMUNE, rank) == []
    assert faults(UnitType.COMMUNE, UnitRank.SPECIAL, date(2025, 11, 26)) == []
