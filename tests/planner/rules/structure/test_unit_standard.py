from planner.roster.levels import Feature, UnitType
from planner.rules.structure.unit_standard import RULE
from tests.builders import case_of, person, unit


def lacks(**known: object) -> dict[str, int]:
    case = case_of(person("X"), communes=(unit(**known),))
    return {f.about[1]: f.amount for f in RULE.faults(case)}


def test_each_kind_of_unit_has_its_standard() -> None:
    assert lacks(type=UnitType.WARD, population=20_000, area_km2=6.0) == {"population": 1_000}
    assert lacks(type=UnitType.COMMUNE, population=16_000, area_km2=28.0) == {"area": 2}


def test_half_a_square_kilometre_short_is_short() -> None:
    assert lacks(type=UnitType.WARD, population=30_000, area_km2=5.0) == {"area": 1}
    assert lacks(type=UnitType.WARD, population=30_000, area_km2=5.5) == {}


def test_mountains_and_islands_ask_for_fewer_people() -> None:
    mountain = {"type": UnitType.COMMUNE, "features": frozenset({Feature.MOUNTAIN})}
    assert lacks(population=5_000, area_km2=100.0, **mountain) == {}
    assert lacks(population=4_999, area_km2=99.0, **mountain) == {"population": 1, "area": 1}
    island = {"type": UnitType.COMMUNE, "features": frozenset({Feature.ISLAND})}
    assert lacks(population=2_500, area_km2=15.0, **island) == {}


def test_what_is_not_known_is_not_judged() -> None:
    assert lacks(population=0, area_km2=0.0) == {}
