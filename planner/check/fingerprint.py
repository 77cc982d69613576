"""Fingerprints: short proofs that two files come from the same input, norms and scenario."""

import json
from collections.abc import Mapping
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any

from planner.case import Case, Scenario
from planner.roster import Roster
from planner.roster.field_marks import LATER, UNREAD

LENGTH = 16


@dataclass(frozen=True, slots=True)
class Fingerprint:
    input: str
    norms: str
    scenario: str
    version: str


def fingerprint(case: Case, version: str) -> Fingerprint:
    """The same content gives the same fingerprint, whatever order sets are kept in."""
    return Fingerprint(
        _digest(_brought(case.roster)),
        _digest(case.norms.entries),
        scenario_mark(case.scenario),
        version,
    )


def _brought(roster: Roster) -> Roster:
    """The roster without the posts that only follow from the day and the province profile."""
    return roster if roster.own_posts else replace(roster, titles=(), posts=())


def scenario_mark(scenario: Scenario) -> str:
    """The fingerprint of a scenario alone; whether a pin or a ban was asked for first says nothing,
    and files keep them in lists of their own."""
    pins_first = sorted(scenario.demands, key=lambda demand: not demand.pin)
    return _digest(replace(scenario, demands=tuple(pins_first)))


def _digest(thing: object) -> str:
    text = json.dumps(_bare(thing), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:LENGTH]


def _bare(thing: Any) -> Any:
    if isinstance(thing, Enum):
        return thing.name
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, Fraction):
        return str(thing)
    if is_dataclass(thing):
        return [_bare(getattr(thing, f.name)) for f in fields(thing) if _says(thing, f)]
    if isinstance(thing, Mapping):
        return {str(_bare(key)): _bare(value) for key, value in thing.items()}
    if isinstance(thing, frozenset):
        return sorted(_bare(member) for member in thing)
    if isinstance(thing, tuple | list):
        return [_bare(member) for member in thing]
    return thing


def _says(thing: Any, entry: "Field[Any]") -> bool:
    """Whether a field belongs to the fingerprint: all that rules may read do, but later ones only
    where they differ."""
    if entry.metadata.get(UNREAD):
        return False
    return not entry.metadata.get(LATER) or getattr(thing, entry.name) != entry.default
