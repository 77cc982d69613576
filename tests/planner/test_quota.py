from itertools import pairwise

from data.profiles import profile_of
from data.reference import communes
from planner.levels import Block
from planner.quota import quotas

UNITS = communes("01")


def total(name: str, *blocks: Block) -> int:
    given = quotas(profile_of("01").scheme(name), UNITS)
    return sum(given[unit.code][block] for unit in UNITS for block in blocks or Block)


def test_the_59_a_unit_add_up_to_the_published_7434() -> None:
    assert total("ha_noi_59") == 7434


def test_27_and_32_add_up_by_block() -> None:
    assert total("ha_noi_59", Block.GOVERNMENT) == 4032
    assert total("ha_noi_59", Block.PARTY, Block.FRONT) == 3402


def test_by_population_gives_about_ten_thousand() -> None:
    assert total("by_population") == 10071


def test_32_grow_by_one_for_each_2000_above_16000_up_to_the_cap() -> None:
    given = quotas(profile_of("01").scheme("by_population"), UNITS)
    for unit in UNITS:
        cap = 50 if unit.type.label == "Xã" else 70
        wanted = min(cap, 32 + max(0, unit.population - 16000) // 2000)
        assert given[unit.code][Block.GOVERNMENT] == wanted


def test_a_larger_unit_never_gets_less() -> None:
    given = quotas(profile_of("01").scheme("ha_noi_59"), UNITS)
    by_size = sorted(UNITS, key=lambda unit: unit.population)
    for block in Block:
        figures = [given[unit.code][block] for unit in by_size]
        assert all(b >= a - 1 for a, b in pairwise(figures))
