"""The reference tables: 34 provinces, 3,321 units, the merge arcs, neighbours, name shares.

Each row names its source. `extract.py` makes the files.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

from planner.levels import UnitType
from planner.roster import Commune, OldUnit
from planner.vietnamese import fold, plain


@dataclass(frozen=True, slots=True)
class Province:
    code: str
    name: str
    units: int

    @property
    def short_name(self) -> str:
        return self.name.removeprefix("Thành phố ").removeprefix("Tỉnh ")


@dataclass(frozen=True, slots=True)
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
    return tuple(Province(r["code"], r["name"], int(r["units"])) for r in table("provinces.csv"))


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
    for row in table("units.csv"):
        unit = Commune(
            row["code"],
            row["name"],
            UnitType(row["type"]),
            row["province"],
            int(row["population"] or 0),
            float(row["area_km2"] or 0),
            float(row["lat"]),
            float(row["lon"]),
        )
        found.setdefault(row["province"], []).append(unit)
    return {code: tuple(sorted(units, key=lambda u: u.code)) for code, units in found.items()}


def communes(province_code: str) -> tuple[Commune, ...]:
    """Today's units of a province, by code; population 0 where none was published."""
    return _communes().get(province_code, ())


@cache
def arcs(province_code: str) -> tuple[Arc, ...]:
    """Merge arcs into a province's units."""
    return tuple(
        Arc(
            row["old_code"],
            row["district"],
            row["new_code"],
            row["part"] == "1",
            row["main"] == "1",
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
            rows.setdefault(row["old_code"], []).append(row)
    places = {unit.code: unit for unit in communes(province_code)}
    found = []
    for code, parts in sorted(rows.items()):
        parts.sort(key=lambda row: (row["main"] != "1", row["new_code"]))
        first, heir = parts[0], places[parts[0]["new_code"]]
        found.append(
            OldUnit(
                code,
                f"{first['old_type']} {first['old_name']}",
                first["district"],
                float(first["lat"] or heir.lat),
                float(first["lon"] or heir.lon),
                tuple(row["new_code"] for row in parts),
                first["part"] == "1",
            )
        )
    return tuple(found)


@cache
def neighbours() -> frozenset[tuple[str, str]]:
    """Pairs of units that share a border, the smaller code first."""
    pairs = ((row["code_a"], row["code_b"]) for row in table("neighbours.csv"))
    return frozenset((min(pair), max(pair)) for pair in pairs)
