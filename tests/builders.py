"""Small cases for tests: people by what matters, on two real wards of Hà Nội."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from data.case import make_case
from data.profiles import profile_of
from data.reference import communes, old_units
from planner.case import Case
from planner.levels import (
    Education,
    Grade,
    ItLevel,
    Kind,
    PlaceKind,
    Rank,
    Sex,
    Status,
    Theory,
)
from planner.plan import Placement, Plan
from planner.posts import posts_of_profile
from planner.roster import Cadre, Demand, Roster
from planner.scenario import Scenario

DAY = date(2026, 11, 22)
A, B = "00004", "00008"
"""Two neighbouring wards: Ba Đình and Ngọc Hà."""


def person(code: str, **known: Any) -> Cadre:
    """A Party member with a degree and intermediate theory, specialist in law, at ward A."""
    usual: dict[str, Any] = {
        "name": f"Nguyễn Văn {code}",
        "born": date(1985, 3, 1),
        "sex": Sex.MALE,
        "kind": Kind.CIVIL_SERVANT,
        "status": Status.WORKING,
        "education": Education.UNIVERSITY,
        "theory": Theory.INTERMEDIATE,
        "rank": Rank.SPECIALIST,
        "fields": frozenset({"luật"}),
        "it": ItLevel.BASIC,
        "party": True,
        "place_kind": PlaceKind.COMMUNE,
        "place": A,
        "grade": Grade.SPECIALIST,
        "work": "luật",
        "months_left": 240,
    }
    return Cadre(code=code, **{**usual, **known})


def roster_of(*people: Cadre, units: Iterable[str] = (A, B), **more: Any) -> Roster:
    profile = profile_of("01", DAY)
    wanted = frozenset(units)
    places = tuple(unit for unit in communes("01") if unit.code in wanted)
    olds = tuple(
        replace(old, successors=tuple(c for c in old.successors if c in wanted))
        for old in old_units("01")
        if wanted & set(old.successors)
    )
    usual: dict[str, Any] = {
        "communes": places,
        "old_units": olds,
        "titles": profile.titles,
        "posts": posts_of_profile(profile, places),
        "own_posts": bool({"posts", "titles"} & more.keys()),
    }
    return Roster(province="01", cadres=tuple(people), **{**usual, **more})


def case_of(*people: Cadre, day: date = DAY, **more: Any) -> Case:
    return make_case(roster_of(*people, **more), Scenario("PA1", day))


def plan_of(case: Case, **holders: str | tuple[str, ...]) -> Plan:
    """Placements by cadre code: post codes, main first; everybody else is surplus."""
    rows = [
        Placement(code, *((posts,) if isinstance(posts, str) else (posts[0], posts[1:])))
        for code, posts in holders.items()
    ]
    return Plan.of(rows, (c.code for c in case.cadres if c.code not in holders))


def post(title: str, unit: str = A) -> str:
    return f"{unit}/{title}"


def pin(cadre: str, target: str) -> Demand:
    return Demand(cadre, target, True)


def ban(cadre: str, target: str) -> Demand:
    return Demand(cadre, target, False)


def crowded(roster: Roster, times: int) -> Roster:
    """The same units with `times` as many people: few communes, a long draft."""
    people = [
        replace(cadre, code=f"{cadre.code}-{number}")
        for number in range(times)
        for cadre in roster.cadres
    ]
    return replace(roster, cadres=tuple(people), kin=())
