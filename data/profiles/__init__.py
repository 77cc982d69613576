"""The province profiles as files: one `*.toml` each, most on the catalogue `common.toml`."""

import tomllib
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

from planner.law.profile import Part, Profile, QuotaScheme, Seats, Share
from planner.roster import Office, Title
from planner.roster.levels import (
    Block,
    Education,
    Feature,
    Grade,
    ItLevel,
    Theory,
    UnitRank,
    UnitType,
)

CATALOGUE = "common.toml"
ORDINARY = ("COMMUNE", "WARD")


class NoProfile(ValueError):
    """No profile fits the province on that day."""


@cache
def _file(name: str) -> dict[str, Any]:
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _files() -> tuple[str, ...]:
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(sorted(n for n in names if n.endswith(".toml") and n != CATALOGUE))


def _holds(table: dict[str, Any], day: date) -> bool:
    return bool(table.get("since", date.min) <= day <= table.get("until", date.max))


def _chosen(province: str, day: date, unit_type: str) -> dict[str, Any] | None:
    """The file for units of one type: one that names the province before one for any."""
    fitting = [
        table
        for table in map(_file, _files())
        if _holds(table, day)
        and unit_type in table.get("unit_types", ORDINARY)
        and province in table.get("provinces", province).split()
    ]
    return min(fitting, key=lambda table: "provinces" not in table, default=None)


@cache
def profile_of(province: str, day: date) -> Profile:
    """The profile of province code `province` on `day`; `NoProfile` when there is none."""
    tables = [_chosen(province, day, kind.name) for kind in UnitType]
    main = tables[0]
    if main is None:
        raise NoProfile(
            f"chưa có bộ khung tổ chức cho tỉnh, thành phố mã {province} ngày {day:%d/%m/%Y}"
        )
    return _profile([table for table in tables if table is not None], main, day)


@cache
def days_of_profiles(province: str) -> tuple[date, ...]:
    """One day in the time of each profile or title of a province: all posts it ever has."""
    tables = list(map(_file, _files()))
    titles = [row for name in (CATALOGUE, *_files()) for row in _file(name).get("titles", ())]
    ends = [
        date.fromisoformat(str(row[key]))
        for row in (*tables, *titles)
        for key in ("since", "until")
        if key in row
    ]
    return tuple(day for day in sorted({*ends}) if _chosen(province, day, "WARD") is not None)


@cache
def known_names() -> dict[str, frozenset[str]]:
    """Codes of all titles (`roles`), offices and bodies of all profiles."""
    tables = [_file(name) for name in (CATALOGUE, *_files())]
    keys = {"roles": "titles", "offices": "catalogue", "bodies": "bodies"}
    return {
        kind: frozenset(row["code"] for table in tables for row in table.get(key, ()))
        for kind, key in keys.items()
    }


def _profile(tables: list[dict[str, Any]], main: dict[str, Any], day: date) -> Profile:
    base = {} if main.get("base") == "" else _file(CATALOGUE)
    rows = [*base.get("catalogue", ()), *main.get("catalogue", ())]
    offices = {
        row["code"]: Office(row["code"], row["name"], Block[row["block"]], row.get("ward_name", ""))
        for row in rows
    }
    order = list(offices)
    titled = [row for row in (*base.get("titles", ()), *main.get("titles", ())) if _lives(row, day)]
    titles = sorted(
        (
            _title(row, offices[row["office"]], 100 * order.index(row["office"]) + place)
            for place, row in enumerate(titled)
        ),
        key=lambda title: title.order,
    )
    bodies = [*base.get("bodies", ()), *main.get("bodies", ())]
    parts = {table["code"]: _part(table, titled) for table in tables}
    return Profile(
        code=main["code"],
        name=main["name"],
        titles=tuple(titles),
        parts=tuple(parts.values()),
        office_types={
            row["code"]: frozenset(UnitType[name] for name in row["unit_types"])
            for row in rows
            if "unit_types" in row
        },
        office_features={
            row["code"]: frozenset(Feature[name] for name in row["features"])
            for row in rows
            if "features" in row
        },
        bodies={row["code"]: tuple(row["titles"]) for row in bodies},
        body_names={row["code"]: row["name"] for row in bodies},
        schemes=tuple(_scheme(row) for row in main["quota"]),
        roles=known_names()["roles"],
        earlier_units=main.get("earlier_units", False),
    )


def _lives(row: dict[str, Any], day: date) -> bool:
    since, until = row.get("since", "0001-01-01"), row.get("until", "9999-12-31")
    return date.fromisoformat(since) <= day <= date.fromisoformat(until)


def _part(table: dict[str, Any], titled: list[dict[str, Any]]) -> Part:
    own = table.get("seats", {})
    left_out = frozenset(table.get("without", ()))
    return Part(
        code=table["code"],
        name=table["name"],
        unit_types=frozenset(UnitType[name] for name in table.get("unit_types", ORDINARY)),
        offices=frozenset(table["offices"]),
        seats={
            row["code"]: Seats(*seats)
            for row in titled
            if row["code"] not in left_out
            and (seats := own.get(row["code"], row.get("seats"))) is not None
        },
        class_seats={
            UnitRank[name]: {title: Seats(*seats) for title, seats in rows.items()}
            for name, rows in table.get("class_seats", {}).items()
        },
    )


def _title(row: dict[str, Any], office: Office, order: int) -> Title:
    return Title(
        code=row["code"],
        name=row["name"],
        office=office,
        grade=Grade[row["grade"]],
        order=order,
        key=row.get("key", False),
        scarce=row.get("scarce", False),
        education=Education[row.get("education", "UNIVERSITY")],
        theory=Theory[row.get("theory", "NONE")],
        party=row.get("party", False),
        fields=frozenset(row.get("fields", ())),
        it=ItLevel[row.get("it", "NONE")],
    )


def _scheme(row: dict[str, Any]) -> QuotaScheme:
    return QuotaScheme(
        row["name"],
        row["title"],
        {
            block: Share(
                norm=row[block.name]["norm"],
                value=row[block.name]["value"],
                part=Fraction(row[block.name].get("part", 1)),
                spread=Fraction(row[block.name].get("spread", 0)),
                grows=row[block.name].get("grows", False),
            )
            for block in Block
            if block.name in row
        },
    )
