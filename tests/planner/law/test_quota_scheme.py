from dataclasses import replace
from itertools import pairwise

from data.norms import read_norms
from data.profiles import profile_of
from data.reference import communes
from planner.law.norm import Norms
from planner.law.quota_scheme import Quota, grown, quotas
from planner.roster.levels import QUOTA_BLOCKS, Block, Feature
from tests.builders import DAY

UNITS = communes("01")
NORMS = Norms.in_force(read_norms(), DAY, "01", 1)


def given(name: str) -> Quota:
    return quotas(profile_of("01", DAY).scheme(name), NORMS, UNITS)


def total(name: str, *blocks: Block) -> int:
    found = given(name)
    return sum(found[unit.code][block] for unit in UNITS for block in blocks or QUOTA_BLOCKS)


def test_a_mountain_unit_grows_by_one_for_each_1000() -> None:
    norm = NORMS.named("Q-POP-STEP")
    assert norm is not None
    unit = replace(UNITS[0], population=20_000, features=frozenset({Feature.MOUNTAIN}))
    assert (grown(norm, unit), grown(norm, replace(unit, features=frozenset()))) == (36, 34)


def test_where_one_centre_serves_all_26_are_left() -> None:
    assert total("one_level_centre", Block.GOVERNMENT) == 26 * len(UNITS)


def test_the_59_a_unit_add_up_to_the_published_7434() -> None:
    assert total("ha_noi_59") == 7434


def test_27_and_32_add_up_by_block() -> None:
    assert total("ha_noi_59", Block.GOVERNMENT) == 4032
    assert total("ha_noi_59", Block.PARTY, Block.FRONT) == 3402


def test_by_population_gives_about_ten_thousand() -> None:
    assert total("by_population") == 10071


def test_32_grow_by_one_for_each_2000_above_16000_up_to_the_cap() -> None:
    found = given("by_population")
    for unit in UNITS:
        cap = 50 if unit.type.label == "Xã" else 70
        wanted = min(cap, 32 + max(0, unit.population - 16000) // 2000)
        assert found[unit.code][Block.GOVERNMENT] == wanted


def test_a_larger_unit_never_gets_less() -> None:
    found = given("ha_noi_59")
    by_size = sorted(UNITS, key=lambda unit: unit.population)
    for block in QUOTA_BLOCKS:
        figures = [found[unit.code][block] for unit in by_size]
        assert all(b >= a - 1 for a, b in pairwise(figures))
