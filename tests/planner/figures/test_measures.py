import pytest

from planner.figures.measures import MEASURES, mean_ways, worst_first
from planner.figures.summary import unit_figures
from tests.builders import A, B, case_of, person, plan_of, post


@pytest.mark.parametrize(
    ("name", "value", "shade"),
    [
        ("Khuyết", 0, 0),
        ("Khuyết", 3, 3),
        ("Khuyết", 9, 4),
        ("Thừa, thiếu so với giao", -4, 2),
        ("Lấp đầy (%)", 100, 0),
        ("Lấp đầy (%)", 112, 3),
        ("Làm được CNTT", 1, 2),
        ("Làm được CNTT", 5, 0),
    ],
)
def test_what_is_farther_from_good_is_darker(name: str, value: float, shade: int) -> None:
    assert MEASURES[name].shade(value) == shade


def test_the_worst_unit_comes_first_by_the_measure_that_was_chosen() -> None:
    case = case_of(person("X"), person("Y"), person("Z"))
    plan = plan_of(case, X=post("VP-TP", A), Y=post("VX-NV", A), Z=post("VX-NV", B))
    units, ways = unit_figures(case, plan), {A: 2.0, B: 9.0}
    far = MEASURES["Quãng đường bình quân (km)"]
    assert [unit.commune for unit in worst_first(case, units, far, ways)] == [B, A]
    fill = MEASURES["Thừa, thiếu so với giao"]
    short = {unit.commune: abs(unit.total("excess")) for unit in units}
    first = worst_first(case, units, fill, ways)[0].commune
    assert short[first] == max(short.values())


def test_ways_are_means_over_the_people_placed_in_a_unit() -> None:
    case = case_of(person("X", place=A), person("Y", place=A))
    near = mean_ways(case, plan_of(case, X=post("VP-TP", A), Y=post("VX-NV", A)))
    far = mean_ways(case, plan_of(case, X=post("VP-TP", B), Y=post("VX-NV", A)))
    assert near == {A: 0.0} and far[A] == 0.0 and far[B] > 0
