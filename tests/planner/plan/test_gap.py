from planner.plan.gap import relative_gap


def test_the_gap_is_the_part_of_the_cost_above_the_bound() -> None:
    assert relative_gap(200, 150) == 0.25
    assert relative_gap(150, 150) == 0.0


def test_a_plan_that_costs_nothing_has_no_gap() -> None:
    assert relative_gap(0, 0) == 0.0


def test_without_cost_or_bound_nothing_is_said() -> None:
    assert relative_gap(None, 150) is None
    assert relative_gap(200, None) is None
