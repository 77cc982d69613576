from dataclasses import replace

import pytest

from planner.roster import Post
from planner.rules.structure.single_holder import RULE
from tests.builders import A, case_of, changed, person, post, roster_of

BASE = roster_of(person("X"))


def found(seats: dict[str, int], norms: str = "") -> list[tuple[tuple[str, ...], int]]:
    posts = tuple(replace(p, maximum=seats.get(p.code, p.maximum)) for p in BASE.posts)
    case = case_of(person("X"), posts=posts, norms=norms)
    return [(f.about, f.amount) for f in RULE.faults(case)]


def test_one_seat_for_each_is_no_fault() -> None:
    assert found({}) == []


def test_two_secretaries_and_three_chiefs_of_office_are_one_and_two_too_many() -> None:
    seats = {post("DU-BT"): 2, post("VPDU-CVP"): 3, post("UBND-PCT"): 9}
    assert found(seats) == [((post("DU-BT"),), 1), ((post("VPDU-CVP"),), 2)]


def test_two_posts_of_one_role_in_a_unit_are_one_too_many() -> None:
    secretary = next(title for title in BASE.titles if title.code == "DU-BT")
    twin = replace(secretary, code="DU-BT~2")
    for maximum, about in ((1, [((post("DU-BT"), "N"), 1)]), (0, [])):
        extra = Post(code="N", commune=A, title="DU-BT~2", minimum=0, maximum=maximum)
        case = case_of(person("X"), titles=(*BASE.titles, twin), posts=(*BASE.posts, extra))
        assert [(f.about, f.amount) for f in RULE.faults(case)] == about


def test_a_second_seat_is_a_fault_that_stops_a_draft() -> None:
    posts = tuple(replace(p, maximum=2) if p.title == "DU-BT" else p for p in BASE.posts)
    case = case_of(person("X"), posts=posts)
    (first, _) = RULE.faults(case)
    assert first.breach
    assert RULE.explain(case, first) == "có 2 chỗ, theo quy định chỉ một người giữ"


@pytest.mark.parametrize(("title", "full"), [("DU-BT", True), ("UBND-PCT", False)])
def test_only_a_role_of_one_holder_takes_no_more_seats(title: str, full: bool) -> None:
    assert RULE.full(case_of(person("X")), post(title)) is full


def test_who_switches_the_norm_off_may_have_two() -> None:
    off = changed("S-SINGLE", force='"off"')
    assert found({post("DU-BT"): 2}, off) == []
    assert not RULE.full(case_of(person("X"), norms=off), post("DU-BT"))
