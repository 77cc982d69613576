import numpy as np

from data.reference import communes
from planner.figures.tile_map import tiles


def test_every_unit_gets_a_tile_of_its_own_north_above_south() -> None:
    units = communes("01")
    found = tiles(units)
    assert len(found) == len(set(found.values())) == len(units) == 126
    rows = np.array([found[unit.code][0] for unit in units])
    columns = np.array([found[unit.code][1] for unit in units])
    assert np.corrcoef(rows, [unit.lat for unit in units])[0, 1] < -0.85
    assert np.corrcoef(columns, [unit.lon for unit in units])[0, 1] > 0.85
    assert tiles(()) == {}
