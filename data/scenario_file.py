"""Scenarios as text: one schema for a file (TOML) and for the JSON that a plan workbook carries.

What a project stores is the Scenario itself (`data/store/codec.py`), read by its own fields.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter
from pydantic import ValidationError as NotOfSchema
from pydantic_core import PydanticCustomError

from data.schema_errors import faults_in
from planner.case import Scenario, Transfer, Waiver
from planner.law.policy import ConcurrencyPolicy
from planner.roster import Demand
from planner.roster.levels import Block

CARRIED = "giả định trong phương án"
SPELT = frozenset({"pins", "bans", "transfers"})
"""Keys that a file spells otherwise than Scenario; all others are its fields by name."""


class BadScenario(ValueError):
    """A scenario that cannot be read; `faults` say where, what was read, what was expected."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def _block(name: object) -> Block:
    if isinstance(name, str) and name in Block.__members__:
        return Block[name]
    raise PydanticCustomError(
        "one_of", "một trong: {names}", {"names": ", ".join(Block.__members__)}
    )


BlockName = Annotated[
    Block,
    BeforeValidator(_block, json_schema_input_type=str),
    PlainSerializer(lambda block: block.name, return_type=str),
]


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A pin or a ban, by the list it stands in."""

    cadre: str
    target: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferRow:
    commune: str
    source: Annotated[BlockName, Field(alias="from")]
    target: Annotated[BlockName, Field(alias="to")]
    number: int
    body: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ScenarioFile:
    """What a scenario may say in a file: tables `forces` and `prices` by norm id, lists `pins` and
    `bans` of {cadre, target, note}, `transfers` of {commune, from, to, number, body, note} between
    blocks (PARTY, GOVERNMENT, FRONT), `waivers` of {norm, cadre, body, note}, `only` (codes of the
    only rules whose wishes count), `base_headcount` for cuts, `concurrency`."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    name: str
    as_of: date
    quota: str = ""
    forces: Mapping[str, Literal["must", "wish", "off"]] = field(default_factory=dict)
    prices: Mapping[str, int] = field(default_factory=dict)
    pins: tuple[AskedRow, ...] = ()
    bans: tuple[AskedRow, ...] = ()
    transfers: tuple[TransferRow, ...] = ()
    base_headcount: int | None = None
    only: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    concurrency: ConcurrencyPolicy = ConcurrencyPolicy.BY_LAW

    @classmethod
    def of(cls, scenario: Scenario) -> "ScenarioFile":
        """The scenario but for `kept`, which a plan workbook keeps in a place of its own."""
        asked: dict[bool, list[AskedRow]] = {True: [], False: []}
        for demand in scenario.demands:
            asked[demand.pin].append(AskedRow(demand.cadre, demand.target, demand.note))
        transfers = (
            TransferRow(**{entry.name: getattr(row, entry.name) for entry in fields(row)})
            for row in scenario.transfers
        )
        return cls(
            pins=tuple(asked[True]),
            bans=tuple(asked[False]),
            transfers=tuple(transfers),
            **{name: _plain(getattr(scenario, name)) for name in _same_names()},
        )

    def scenario(self) -> Scenario:
        demands = (
            Demand(row.cadre, row.target, pin, row.note)
            for rows, pin in ((self.pins, True), (self.bans, False))
            for row in rows
        )
        transfers = (
            Transfer(
                commune=row.commune,
                source=row.source,
                target=row.target,
                number=row.number,
                body=row.body,
                note=row.note,
            )
            for row in self.transfers
        )
        return Scenario(
            demands=tuple(demands),
            transfers=tuple(transfers),
            **{name: getattr(self, name) for name in _same_names()},
        )


def _same_names() -> list[str]:
    return [entry.name for entry in fields(ScenarioFile) if entry.name not in SPELT]


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


SCHEMA = TypeAdapter(ScenarioFile)


def read_scenario(path: Path, as_of: date) -> Scenario:
    """The scenario in a TOML file, as ScenarioFile has it; `as_of` and the name of the file are
    used where it names none. Raises BadScenario with every fault."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadScenario([f"{path.name}: không đọc được giả định ({error})"]) from error
    return _read({"name": path.stem, "as_of": as_of, **table}, path.name)


def scenario_as_json(scenario: Scenario) -> str:
    table = SCHEMA.dump_python(ScenarioFile.of(scenario), mode="json", by_alias=True)
    return json.dumps(table, ensure_ascii=False, sort_keys=True)


def scenario_from_json(text: str) -> Scenario:
    """The inverse of `scenario_as_json`; BadScenario when the text was damaged."""
    try:
        table = json.loads(text)
    except ValueError as error:
        raise BadScenario([f"{CARRIED} không đọc được ({error})"]) from error
    return _read(table, CARRIED)


def _read(table: Any, where: str) -> Scenario:
    try:
        return SCHEMA.validate_python(table).scenario()
    except NotOfSchema as error:
        raise BadScenario([str(fault) for fault in faults_in(error, SCHEMA, where)]) from error
