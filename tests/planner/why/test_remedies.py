from planner.roster.levels import Grade, Theory
from planner.why.clash import Clash, clashes
from planner.why.remedies import candidate_ways, may_grow, plain_ways
from planner.why.way_out import Effort
from tests.builders import case_of, changed, person, pin, post

ABLE = {"theory": Theory.ADVANCED, "grade": Grade.CHIEF}


def efforts(title: str, people: str, norms: str = "") -> list[tuple[Effort, str]]:
    """Ways out for people all pinned on one post."""
    demands = tuple(pin(code, post(title)) for code in people)
    case = case_of(*(person(code, **ABLE) for code in people), demands=demands, norms=norms)
    (clash,) = clashes(case)
    return [(way.effort, way.subject) for way in plain_ways(case, clash)]


def test_of_two_pinned_on_the_secretarys_seat_one_is_let_go() -> None:
    assert efforts("DU-BT", "XY") == [(Effort.RELEASE, "X"), (Effort.RELEASE, "Y")]


def test_a_post_of_several_holders_may_get_a_seat_more() -> None:
    ways = efforts("VP-HD", "XYZ")
    assert ways[-1] == (Effort.SEATS, post("VP-HD")) and len(ways) == 4


def test_who_switches_the_norm_off_is_offered_a_seat() -> None:
    off = changed("S-SINGLE", force='"off"')
    assert (Effort.SEATS, post("DU-BT")) in efforts("DU-BT", "XY", off)


def test_no_bound_on_a_seat_of_one_holder_offers_another() -> None:
    case = case_of(person("X"))
    for title, seats in (("DU-BT", 0), ("VP-CVP", 0), ("UBND-PCT", 1), ("VP-HD", 1)):
        clash = Clash((), "", bounds=(("S-SEATS", (post(title),), False),))
        ways = [way for way in candidate_ways(case, clash) if way.effort is Effort.SEATS]
        assert len(ways) == seats and may_grow(case, post(title)) is bool(seats)
