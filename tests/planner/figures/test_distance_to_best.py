import pytest

from planner.case import Case
from planner.check import check
from planner.figures.distance_to_best import (
    Distance,
    distance_to_best,
    places,
    price_of_a_move,
    unavoidable,
)
from planner.roster import Post
from planner.roster.levels import Block, Education, Grade
from tests.builders import A, B, case_of, changed, person, plan_of, post, unit

HERE, ALSO_HERE, THERE = post("VP-TP"), post("KT-TP"), post("VP-TP", B)
SEATS = (
    Post(code=HERE, commune=A, title="VP-TP", minimum=1, maximum=1),
    Post(code=ALSO_HERE, commune=A, title="KT-TP", minimum=1, maximum=1),
    Post(code=THERE, commune=B, title="VP-TP", minimum=1, maximum=1),
)
SPARE = 600
"""Points for leaving one ordinary person without a post."""


def crowd(*, more: int = 0) -> Case:
    """Three seats and `more` people than that."""
    people = (person(f"X{n}") for n in range(3 + more))
    return case_of(*people, posts=SEATS)


def test_every_plan_pays_for_as_many_people_as_there_are_too_few_places() -> None:
    assert [unavoidable(crowd(more=n)) for n in (-1, 0, 1, 2)] == [0, 0, SPARE, 2 * SPARE]


def test_whom_nobody_may_place_costs_every_plan_though_seats_are_free() -> None:
    case = case_of(person("X"), person("LOW", education=Education.UPPER_SECONDARY), posts=SEATS)
    assert unavoidable(case) == SPARE


def test_places_are_seats_held_down_by_a_quota_that_is_a_must() -> None:
    assert places(crowd()) == 3
    short = unit(A, quota={Block.GOVERNMENT: 1})
    units = (short, unit(B))
    assert places(case_of(posts=SEATS, communes=units)) == 3
    firm = changed("Q-TRANSITION-5Y", force='"must"')
    assert places(case_of(norms=firm, posts=SEATS, communes=units)) == 2


def test_the_distance_is_told_in_points_shares_and_moves() -> None:
    case = crowd(more=1)
    plan = plan_of(case, X0=HERE, X1=ALSO_HERE, X2=THERE)
    report = check(case, plan)
    move = price_of_a_move(case, plan, report)
    assert move is not None
    assert distance_to_best(case, plan, report, report.cost - 136) == Distance(
        136,
        pytest.approx(136 / report.cost),
        pytest.approx(136 / (report.cost - SPARE)),
        pytest.approx(136 / move),
    )


def test_a_bound_above_the_cost_is_no_distance() -> None:
    case = crowd()
    plan = plan_of(case, X0=HERE)
    report = check(case, plan)
    assert distance_to_best(case, plan, report, report.cost + 5).points == 0


def test_a_move_costs_what_specialists_moved_cost_on_average() -> None:
    case = case_of(person("X"), person("Y", grade=Grade.HEAD), posts=SEATS)
    plan = plan_of(case, X=THERE, Y=ALSO_HERE)
    report = check(case, plan)
    paid = sum(f.cost for f in report.findings if f.rule == "keep_near")
    assert price_of_a_move(case, plan, report) == paid > 60


def test_where_nobody_moves_a_move_costs_what_leaving_the_unit_costs() -> None:
    case = crowd()
    plan = plan_of(case, X0=HERE)
    assert price_of_a_move(case, plan, check(case, plan)) == 60
