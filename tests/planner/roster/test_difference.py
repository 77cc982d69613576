from dataclasses import replace

from planner.roster import Roster
from planner.roster.difference import Difference, difference
from planner.roster.levels import ItLevel
from tests.builders import A, person, pin, roster_of, unit

X, Y, Z = person("X"), person("Y"), person("Z")


def rosters(*people: str, **more: object) -> Roster:
    return roster_of(*(person(code) for code in people), **more)  # type: ignore[arg-type]


def test_the_same_roster_differs_in_nothing() -> None:
    assert difference(rosters("X"), rosters("X")).empty


def test_people_are_told_apart_by_code() -> None:
    better = person("Y", it=ItLevel.TRAINED)
    found = difference(roster_of(X, Y), roster_of(better, Z))
    assert found == Difference(added=(Z,), gone=(X,), changed=((Y, better),), other=())


def test_other_parts_that_differ_are_named() -> None:
    old = rosters("X", units=[A])
    new = replace(old, communes=(unit(population=1),), demands=(pin("X", A),))
    assert difference(old, new).other == ("đơn vị, biên chế", "giữ cố định, không bố trí")


def test_posts_that_neither_roster_brought_follow_from_the_day_and_do_not_count() -> None:
    old = rosters("X")
    fewer = replace(old, posts=old.posts[1:])
    assert not old.own_posts and difference(old, fewer).empty
    assert difference(old, replace(fewer, own_posts=True)).other == ("chức danh",)
