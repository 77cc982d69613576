from planner.case import Case
from planner.compare.moves import (
    BETTER,
    DEMANDED,
    FOLLOWS,
    GIVES_WAY,
    LEFT,
    Move,
    cause_words,
    moves_between,
    own_costs,
)
from planner.roster import Cadre, Demand, Post
from planner.roster.levels import Status
from tests.builders import A, B, case_of, person, pin, plan_of, post

LAW, ECONOMY, CULTURE, FAR = post("VP-TP"), post("KT-TP"), post("VX-TP"), post("VP-TP", B)
SEATS = (
    Post(code=LAW, commune=A, title="VP-TP", minimum=1, maximum=1),
    Post(code=ECONOMY, commune=A, title="KT-TP", minimum=1, maximum=1),
    Post(code=CULTURE, commune=A, title="VX-TP", minimum=1, maximum=1),
    Post(code=FAR, commune=B, title="VP-TP", minimum=1, maximum=1),
)
UNPLACED, AWAY = 600, 68
"""Points of an ordinary person without a post, and of one from A who is placed at B."""


def case(*people: Cadre, demands: tuple[Demand, ...] = ()) -> Case:
    """Those people, or three ordinary ones, and four seats."""
    return case_of(*(people or map(person, "XYZ")), posts=SEATS, demands=demands)


def test_a_pin_pushes_one_person_on_and_another_follows_into_what_they_left() -> None:
    old, new = case(), case(demands=(pin("X", ECONOMY),))
    found = moves_between(
        old,
        plan_of(old, X=LAW, Y=ECONOMY, Z=CULTURE),
        new,
        plan_of(new, X=ECONOMY, Y=CULTURE, Z=LAW),
    )
    assert [(move.cadre, move.cause, move.because) for move in found] == [
        ("X", DEMANDED, ""),
        ("Y", GIVES_WAY, "X"),
        ("Z", FOLLOWS, "X"),
    ]


def test_a_seat_of_somebody_who_works_no_more_is_followed_into() -> None:
    old, new = (
        case(person("X"), person("Y")),
        case(person("X", status=Status.RETIRING), person("Y")),
    )
    gone, follower = moves_between(old, plan_of(old, X=LAW), new, plan_of(new, Y=LAW))
    assert gone == Move(cadre="X", before=(LAW,), after=(), cause=LEFT, because="", points=None)
    assert follower == Move(
        cadre="Y", before=(), after=(LAW,), cause=FOLLOWS, because="X", points=-UNPLACED
    )


def test_without_demand_or_departure_the_whole_gets_better() -> None:
    one = case(person("X"))
    (move,) = moves_between(one, plan_of(one, X=FAR), one, plan_of(one, X=LAW))
    assert move == Move(
        cadre="X", before=(FAR,), after=(LAW,), cause=BETTER, because="", points=-AWAY
    )


def test_who_keeps_the_same_posts_in_another_order_has_not_moved() -> None:
    one = case(person("X"))
    before, after = plan_of(one, X=(LAW, ECONOMY)), plan_of(one, X=(ECONOMY, LAW))
    assert moves_between(one, before, one, after) == ()


def test_own_costs_leave_out_who_is_unknown_or_sits_on_no_lawful_mix() -> None:
    one = case()
    plan = plan_of(one, X=FAR, Y=(LAW, ECONOMY))
    assert own_costs(one, plan, ["X", "Y", "Z", "NOBODY"]) == {"X": AWAY, "Z": UNPLACED}


def test_a_cause_is_said_with_the_name_of_whom_it_is_because_of() -> None:
    move = Move(cadre="Y", before=(LAW,), after=(), cause=GIVES_WAY, because="X", points=None)
    assert cause_words(case(), move) == "nhường chỗ cho Nguyễn Văn X (X)"
