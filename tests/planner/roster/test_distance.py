import numpy as np

from planner.roster.distance import kilometres

HA_NOI, HUE, SAI_GON = (21.03, 105.85), (16.46, 107.59), (10.78, 106.70)


def between(one: tuple[float, float], two: tuple[float, float]) -> int:
    ends = (np.array([number]) for number in (*one, *two))
    return int(kilometres(*ends)[0])


def test_distances_on_the_ground_are_whole_kilometres() -> None:
    assert between(HA_NOI, SAI_GON) == 1143
    assert between((0.0, 105.0), (1.0, 105.0)) == 111
    assert between(HUE, HUE) == 0


def test_a_degree_of_longitude_is_shorter_the_further_north() -> None:
    assert between((0.0, 105.0), (0.0, 106.0)) == 111
    assert between((60.0, 105.0), (60.0, 106.0)) == 56


def test_units_down_and_people_across_make_a_table() -> None:
    units, people = np.array([HA_NOI, SAI_GON]), np.array([HA_NOI, HUE, SAI_GON])
    table = kilometres(people[:, 0], people[:, 1], units[:, :1], units[:, 1:])
    assert table.tolist() == [[0, 540, 1143], [1143, 639, 0]]
