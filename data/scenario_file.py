"""Scenarios as files (TOML) and as the JSON that a plan workbook carries."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from planner.case import Scenario, Transfer, Waiver
from planner.law.norm import Force
from planner.law.policy import ConcurrencyPolicy
from planner.roster import Demand
from planner.roster.levels import Block

KEYS = frozenset(
    {
        "name",
        "as_of",
        "quota",
        "forces",
        "prices",
        "pins",
        "bans",
        "transfers",
        "waivers",
        "only",
        "base_headcount",
        "concurrency",
    }
)


ROW_KEYS = {
    "pins": frozenset({"cadre", "target", "note"}),
    "bans": frozenset({"cadre", "target", "note"}),
    "waivers": frozenset({"norm", "cadre", "body", "note"}),
    "transfers": frozenset({"commune", "from", "to", "number", "body", "note"}),
}


class BadScenario(ValueError):
    """A scenario file that cannot be read; the message says where and what was expected."""


def read_scenario(path: Path, as_of: date) -> Scenario:
    """The scenario in a TOML file: `name`, `as_of`, `quota`, tables `forces` and `prices` by norm
    id, lists `pins` and `bans` of {cadre, target, note} and `transfers` of {commune, from, to,
    number, body, note} between blocks (PARTY, GOVERNMENT, FRONT), `waivers` of {norm, cadre, body,
    note}, `only` (codes of the only rules whose wishes count), `base_headcount` for cuts, and
    `concurrency` (by_law, required, free). `as_of` is used when it names none."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadScenario(f"{path.name}: không đọc được giả định ({error})") from error
    unknown = sorted(set(table) - KEYS)
    if unknown:
        raise BadScenario(
            f"{path.name}: không hiểu {', '.join(unknown)}; có: {', '.join(sorted(KEYS))}"
        )
    for key, fields in ROW_KEYS.items():
        for number, row in enumerate(table.get(key, ()), 1):
            strange = sorted(set(row) - fields) if isinstance(row, dict) else [str(row)]
            if strange:
                raise BadScenario(
                    f"{path.name}, [[{key}]] {number}: không hiểu {', '.join(strange)}; "
                    f"có: {', '.join(sorted(fields))}"
                )
    return _scenario({"name": path.stem, "as_of": as_of, **table}, path.name)


def _scenario(table: dict[str, Any], where: str) -> Scenario:
    try:
        demands = tuple(
            Demand(row["cadre"], row["target"], pin, row.get("note", ""))
            for key, pin in (("pins", True), ("bans", False))
            for row in table.get(key, ())
        )
        forces = {code: Force(force).value for code, force in table.get("forces", {}).items()}
        prices = {code: int(price) for code, price in table.get("prices", {}).items()}
        transfers = tuple(
            Transfer(
                commune=row["commune"],
                source=Block[row["from"]],
                target=Block[row["to"]],
                number=int(row["number"]),
                body=row.get("body", ""),
                note=row.get("note", ""),
            )
            for row in table.get("transfers", ())
        )
        waivers = tuple(
            Waiver(row["norm"], row["cadre"], row.get("body", ""), row.get("note", ""))
            for row in table.get("waivers", ())
        )
        only = tuple(str(code) for code in table.get("only", ()))
        base = table.get("base_headcount")
        base = None if base is None else int(base)
        concurrency = ConcurrencyPolicy(table.get("concurrency", ConcurrencyPolicy.BY_LAW))
    except (KeyError, TypeError, ValueError) as error:
        raise BadScenario(f"{where}: giá trị không hợp lệ ({error})") from error
    return Scenario(
        str(table["name"]),
        table["as_of"],
        quota=str(table.get("quota", "")),
        forces=forces,
        prices=prices,
        demands=demands,
        transfers=transfers,
        base_headcount=base,
        only=only,
        waivers=waivers,
        concurrency=concurrency,
    )


def scenario_as_json(scenario: Scenario) -> str:
    rows: dict[str, list[dict[str, str]]] = {"pins": [], "bans": []}
    for d in scenario.demands:
        rows["pins" if d.pin else "bans"].append(
            {"cadre": d.cadre, "target": d.target, "note": d.note}
        )
    table = {
        "name": scenario.name,
        "as_of": scenario.as_of.isoformat(),
        "quota": scenario.quota,
        "forces": dict(scenario.forces),
        "prices": dict(scenario.prices),
        "transfers": [
            {
                "commune": row.commune,
                "from": row.source.name,
                "to": row.target.name,
                "number": row.number,
                "body": row.body,
                "note": row.note,
            }
            for row in scenario.transfers
        ],
        "only": list(scenario.only),
        "waivers": [
            {"norm": row.norm, "cadre": row.cadre, "body": row.body, "note": row.note}
            for row in scenario.waivers
        ],
        "base_headcount": scenario.base_headcount,
        "concurrency": scenario.concurrency.value,
        **rows,
    }
    return json.dumps(table, ensure_ascii=False, sort_keys=True)


def scenario_from_json(text: str) -> Scenario:
    """The inverse of `scenario_as_json`; BadScenario when the text was damaged."""
    try:
        table = json.loads(text)
        table["as_of"] = date.fromisoformat(table["as_of"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadScenario(f"giả định trong phương án không đọc được ({error})") from error
    return _scenario(table, "giả định trong phương án")
