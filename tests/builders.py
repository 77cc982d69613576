"""Small cases for tests: people by what matters, on two real wards of Hà Nội."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from data.excel.archive import open_cells
from data.excel.cells import as_text
from data.excel.faults import BadWorkbook
from data.legal_basis import law_of, make_case
from data.profiles import profile_of
from data.reference import communes, old_units
from planner.case import Case, Scenario
from planner.law.law import Law
from planner.law.profile_posts import posts_of_profile
from planner.plan import Placement, Plan
from planner.roster import Cadre, Commune, Demand, Post, Roster
from planner.roster.levels import (
    Education,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Sex,
    Status,
    Theory,
)

DAY = date(2026, 11, 22)
A, B = "00004", "00008"
"""Two neighbouring wards: Ba Đình and Ngọc Hà."""


def person(code: str, **known: Any) -> Cadre:
    """A Party member with a degree and intermediate theory, specialist in law, at ward A."""
    usual: dict[str, Any] = {
        "name": f"Nguyễn Văn {code}",
        "born": date(1985, 3, 1),
        "sex": Sex.MALE,
        "kind": PersonKind.CIVIL_SERVANT,
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


def roster_of(
    *people: Cadre, units: Iterable[str] = (A, B), province: str = "01", **more: Any
) -> Roster:
    profile = profile_of(province, DAY)
    wanted = frozenset(units)
    places = tuple(unit for unit in communes(province) if unit.code in wanted)
    olds = tuple(
        replace(old, successors=tuple(c for c in old.successors if c in wanted))
        for old in old_units(province)
        if wanted & set(old.successors)
    )
    usual: dict[str, Any] = {
        "communes": places,
        "old_units": olds,
        "titles": profile.titles,
        "posts": posts_of_profile(profile, places),
        "own_posts": bool({"posts", "titles"} & more.keys()),
    }
    return Roster(province=province, cadres=tuple(people), **{**usual, **more})


def posts_without(*gone: str, units: Iterable[str] = (A, B)) -> tuple[Post, ...]:
    """The posts of the profile but those of the titles, offices and blocks named by code."""
    roster = roster_of(units=units)
    left = {
        title.code
        for title in roster.titles
        if not {title.code, title.office.code, title.block.name} & set(gone)
    }
    return tuple(post for post in roster.posts if post.title in left)


def case_of(
    *people: Cadre,
    day: date = DAY,
    norms: str = "",
    scenario: Scenario | None = None,
    **more: Any,
) -> Case:
    """A case on `day`; `norms` is the text of an overlay."""
    files = {"kiem_thu.toml": norms} if norms else None
    return make_case(roster_of(*people, **more), scenario or Scenario("PA1", day), files)


def law(day: date = DAY) -> Law:
    """The law of Hà Nội."""
    return law_of("01", day)


def changed(norm: str, **said: Any) -> str:
    """An overlay that changes one norm: force, price, values (as TOML text) …"""
    lines = [f"{key} = {value}" for key, value in said.items()]
    return "\n".join(["[[change]]", f'id = "{norm}"', 'source = "kiểm thử"', *lines])


def unit(code: str = A, **known: Any) -> Commune:
    """The real unit of that code, with what is said of it laid over."""
    return replace(next(u for u in communes("01") if u.code == code), **known)


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


def with_cell(path: Path, sheet: str, row: int, column: str, text: str) -> None:
    """Changes one cell of a roster workbook (`row` as Excel counts) in place."""
    cells = open_cells(path)
    assert not isinstance(cells, BadWorkbook)
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in cells.items():
            page = book.add_worksheet(name)
            for number, line in enumerate(rows):
                for place, value in enumerate(line):
                    hit = name == sheet and number == row - 1 and rows[0][place] == column
                    page.write_string(number, place, text if hit else as_text(value))
