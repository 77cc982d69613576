"""The province profiles as files: one `*.toml` each."""

import tomllib
from fractions import Fraction
from importlib import resources
from typing import Any

from planner.levels import Block, Education, Grade, ItLevel, Theory, UnitType
from planner.profile import Profile, QuotaScheme, Seats
from planner.roster import Office, Title


class NoProfile(ValueError):
    """No profile fits the province."""


def profile_of(province: str) -> Profile:
    """The profile made for province code `province`; `NoProfile` when there is none yet."""
    for file in sorted(resources.files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            if tables["province"] in ("", province):
                return _profile(tables)
    raise NoProfile(f"chưa có bộ khung tổ chức cho tỉnh, thành phố mã {province}")


def _profile(tables: dict[str, Any]) -> Profile:
    offices = {
        row["code"]: Office(row["code"], row["name"], Block[row["block"]], row.get("ward_name", ""))
        for row in tables["office"]
    }
    order = list(offices)
    titles = sorted(
        (
            _title(row, offices[row["office"]], 100 * order.index(row["office"]) + place)
            for place, row in enumerate(tables["title"])
        ),
        key=lambda title: title.order,
    )
    return Profile(
        code=tables["code"],
        name=tables["name"],
        province=tables["province"],
        offices=tuple(offices.values()),
        titles=tuple(titles),
        seats={
            row["code"]: Seats(row["minimum"], row["maximum"], row.get("per", 0))
            for row in tables["title"]
        },
        unit_types={
            row["code"]: frozenset(UnitType[name] for name in row["unit_types"])
            for row in tables["office"]
            if "unit_types" in row
        },
        bodies={row["code"]: tuple(row["titles"]) for row in tables["body"]},
        body_names={row["code"]: row["name"] for row in tables["body"]},
        schemes=tuple(_scheme(row) for row in tables["quota"]),
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
        name=row["name"],
        title=row["title"],
        source=row["source"],
        mean={Block[block]: mean for block, mean in row.get("mean", {}).items()},
        spread={Block[block]: Fraction(part) for block, part in row.get("spread", {}).items()},
        base={Block[block]: base for block, base in row.get("base", {}).items()},
        above=row.get("above", 0),
        step=row.get("step", 0),
        cap={UnitType[name]: cap for name, cap in row.get("cap", {}).items()},
        grows=frozenset(Block[block] for block in row.get("grows", ())),
    )
