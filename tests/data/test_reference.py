import pytest

from data.reference import (
    UnknownProvince,
    arcs,
    communes,
    neighbours,
    old_units,
    province,
    provinces,
    table,
)
from planner.roster.levels import UnitType


def test_34_provinces_have_3321_units() -> None:
    assert len(provinces()) == 34
    assert sum(len(communes(p.code)) for p in provinces()) == 3321
    assert all(len(communes(p.code)) == p.units for p in provinces())


def test_hanoi_has_126_units_51_wards_and_75_communes() -> None:
    types = [unit.type for unit in communes("01")]
    assert (len(types), types.count(UnitType.WARD), types.count(UnitType.COMMUNE)) == (126, 51, 75)


def test_hanoi_came_from_526_units_of_30_districts_by_794_arcs() -> None:
    assert len(old_units("01")) == 526
    assert len({old.district for old in old_units("01")}) == 30
    assert len(arcs("01")) == 794


def test_population_and_area_of_hanoi_agree_with_the_official_totals() -> None:
    assert sum(unit.population for unit in communes("01")) == 8_807_523
    assert round(sum(unit.area_km2 for unit in communes("01")), 2) == 3359.80


def test_every_old_unit_of_hanoi_has_exactly_one_main_successor() -> None:
    mains = [arc.old for arc in arcs("01") if arc.main]
    assert len(mains) == len(set(mains)) == 526


def test_neighbours_are_known_units_each_pair_once() -> None:
    known = {unit.code for p in provinces() for unit in communes(p.code)}
    assert len(neighbours()) == 9498
    assert {code for pair in neighbours() for code in pair} <= known


@pytest.mark.parametrize("file", ["provinces", "units", "merge", "neighbours", "retirement"])
def test_every_row_names_its_source(file: str) -> None:
    assert all(row["source"] for row in table(f"{file}.csv"))


@pytest.mark.parametrize(
    "name", ["Hà Nội", "HÀ NỘI", "Ha Noi", "Thành phố Hà Nội", "01", "Hà Nô\u0323i"]
)
def test_a_province_is_found_however_it_is_typed(name: str) -> None:
    assert province(name).code == "01"


def test_an_unknown_province_lists_the_known_ones() -> None:
    with pytest.raises(UnknownProvince, match=r"Hà Tây.*Hà Nội"):
        province("Hà Tây")
