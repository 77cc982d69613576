"""The reference tables: 34 provinces, 3,321 units, the merge arcs, neighbours, name shares.

Each row names its source. `extract.py` makes the files.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from planner.roster import Commune, OldUnit, Task
from planner.roster.levels import Feature, UnitRank, UnitType
from planner.text.vietnamese import fold, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    code: str
    name: str
    units: int
    merged_from: int
    """How many earlier provinces it was made of on 1/7/2025; 1: not merged."""
    mountain: bool
    """Whether all its units are taken for mountain ones (common knowledge, not confirmed)."""

    @property
    def short_name(self) -> str:
        return self.name.removeprefix("Thành phố ").removeprefix("Tỉnh ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An old unit, or a part of it, going into a new one."""

    old: str
    district: str
    new: str
    part: bool
    main: bool


class UnknownProvince(ValueError):
    """No province bears that name or code."""


def table(name: str) -> list[dict[str, str]]:
    """Rows of one reference file."""
    with (resources.files(__package__) / name).open(encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@cache
def provinces() -> tuple[Province, ...]:
    return tuple(
        Province(
            code=r["code"],
            name=r["name"],
            units=int(r["units"]),
            merged_from=int(r["merged_from"]),
            mountain=r["mountain"] == "1",
        )
        for r in table("provinces.csv")
    )


def merged_from(code: str) -> int:
    """Earlier provinces that made the province of that code; 0 when there is no such province."""
    return next((entry.merged_from for entry in provinces() if entry.code == code), 0)


def province(name: str) -> Province:
    """The province called `name` (in any spelling of tones, with or without Tỉnh or Thành phố)
    or bearing that code; `UnknownProvince` names those there are."""
    for entry in provinces():
        if name == entry.code or fold(name) in (fold(entry.name), fold(entry.short_name)):
            return entry
    for entry in provinces():
        if plain(name) in (plain(entry.name), plain(entry.short_name)):
            return entry
    known = ", ".join(entry.short_name for entry in provinces())
    raise UnknownProvince(f'không có tỉnh, thành phố tên "{name}". Có: {known}.')


@cache
def _communes() -> dict[str, tuple[Commune, ...]]:
    found: dict[str, list[Commune]] = {}
    mountain = {entry.code for entry in provinces() if entry.mountain}
    parts: dict[str, list[bool]] = {}
    for arc in table("merge.csv"):
        parts.setdefault(arc["new_code"], []).append(arc["part"] == "1")
    for row in table("units.csv"):
        features = set()
        if row["province"] in mountain:
            features.add(Feature.MOUNTAIN)
        if parts.get(row["code"]) == [False]:
            features.add(Feature.NOT_MERGED)
        unit = Commune(
            code=row["code"],
            name=row["name"],
            type=UnitType(row["type"]),
            province=row["province"],
            population=int(row["population"] or 0),
            area_km2=float(row["area_km2"] or 0),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            features=frozenset(features),
        )
        found.setdefault(row["province"], []).append(unit)
    return {code: tuple(sorted(units, key=lambda u: u.code)) for code, units in found.items()}


def communes(province_code: str) -> tuple[Commune, ...]:
    """Today's units of a province, by code; population 0 where none was published."""
    return _communes().get(province_code, ())


def _old_code(row: dict[str, str]) -> str:
    """An island district had no communes: it stands for one, by "H" and its own code."""
    return row["old_code"] or f"H{row['district_code']}"


@cache
def arcs(province_code: str) -> tuple[Arc, ...]:
    """Merge arcs into a province's units."""
    return tuple(
        Arc(
            old=_old_code(row),
            district=row["district"],
            new=row["new_code"],
            part=row["part"] == "1",
            main=row["main"] == "1",
        )
        for row in table("merge.csv")
        if row["province"] == province_code
    )


@cache
def old_units(province_code: str) -> tuple[OldUnit, ...]:
    """The units merged into a province's units of today, by code; main successor first."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in table("merge.csv"):
        if row["province"] == province_code:
            rows.setdefault(_old_code(row), []).append(row)
    places = {unit.code: unit for unit in communes(province_code)}
    found = []
    for code, parts in sorted(rows.items()):
        parts.sort(key=lambda row: (row["main"] != "1", row["new_code"]))
        first, heir = parts[0], places[parts[0]["new_code"]]
        found.append(
            OldUnit(
                code=code,
                name=f"{first['old_type']} {first['old_name']}".strip(),
                district=first["district"],
                lat=float(first["lat"] or heir.lat),
                lon=float(first["lon"] or heir.lon),
                successors=tuple(row["new_code"] for row in parts),
                partial=first["part"] == "1",
            )
        )
    return tuple(found)


def pilot_wards(day: date) -> tuple[Commune, ...]:
    """The wards of the urban-government pilot that there were on `day`, by code; their population
    and area were not published here, so both are 0."""
    return tuple(
        Commune(
            code=row["code"],
            name=row["name"],
            type=UnitType.WARD,
            province=row["province"],
            population=0,
            area_km2=0.0,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            features=frozenset({Feature.PILOT}),
            rank=UnitRank[row["class"]],
        )
        for row in table("pilot_wards.csv")
        if row["since"] <= day.isoformat() <= row["until"]
    )


def pilot_old_units(wards: Iterable[Commune]) -> tuple[OldUnit, ...]:
    """The same wards as units of their districts, each its own successor."""
    districts = {row["code"]: row["district"] for row in table("pilot_wards.csv")}
    return tuple(
        OldUnit(
            code=w.code,
            name=w.full_name,
            district=districts[w.code],
            lat=w.lat,
            lon=w.lon,
            successors=(w.code,),
        )
        for w in wards
    )


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of units that share a border, the smaller code first."""
    pairs = ((row["code_a"], row["code_b"]) for row in table("neighbours.csv"))
    return frozenset((min(pair), max(pair)) for pair in pairs)


@cache
def tasks() -> tuple[Task, ...]:
    """Groups of tasks and fields of procedures, with the positions that answer for them."""
    return tuple(
        Task(
            code=row["code"],
            name=row["name"],
            field=row["field"],
            owners=tuple(row["owners"].split()),
            deputies=tuple(row["deputies"].split()),
            one_stop=row["one_stop"] == "1",
            legal=row["legal"] == "1",
            load=int(row["load"]),
        )
        for row in table("tasks.csv")
    )
