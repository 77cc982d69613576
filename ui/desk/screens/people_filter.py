"""Which people of the roster are looked for, and the figures of the whole of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.roster import Cadre
from planner.text.vietnamese import name_key, plain

ALL = "Tất cả"
UNKNOWN = "Chưa rõ"
LEFT: Mapping[str, int | None] = {
    ALL: None,
    "Đến 12 tháng": 12,
    "Đến 24 tháng": 24,
    "Đến 36 tháng": 36,
}
SOON = 24
"""Months until retirement that are counted above the list."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What is chosen, in the words of the screen; `unit` is a code, empty for all."""

    text: str = ""
    unit: str = ""
    block: str = ALL
    field: str = ALL
    education: str = ALL
    it: str = ALL
    left: str = ALL
    status: str = ALL


def people_found(case: Case, wanted: Filters) -> list[Cadre]:
    """Everybody who matches, by name."""
    found = (cadre for cadre in case.roster.cadres if matches(case, cadre, wanted))
    return sorted(found, key=lambda cadre: (name_key(cadre.name), cadre.code))


def matches(case: Case, cadre: Cadre, wanted: Filters) -> bool:
    most = LEFT[wanted.left]
    return (
        _is_of(case, cadre, wanted.unit)
        and _in_block(case, cadre, wanted.block)
        and (wanted.field == ALL or wanted.field in cadre.fields)
        and wanted.education in (ALL, cadre.education.label)
        and wanted.it in (ALL, cadre.it.label if cadre.it is not None else UNKNOWN)
        and wanted.status in (ALL, cadre.status.label)
        and (most is None or cadre.months_left <= most)
        and _says(cadre, wanted.text)
    )


def _is_of(case: Case, cadre: Cadre, unit: str) -> bool:
    """Works in the unit, or in a place that went into it."""
    if not unit or case.commune_at[unit] in case.whereabouts.own_communes(cadre):
        return True
    return cadre.post in case.posts and case.posts[cadre.post].commune == unit


def _in_block(case: Case, cadre: Cadre, block: str) -> bool:
    if block == ALL:
        return True
    return cadre.post in case.posts and case.title_of(cadre.post).block.label == block


def _says(cadre: Cadre, words: str) -> bool:
    told = plain(f"{cadre.name} {cadre.code} {cadre.title}")
    return all(word in told for word in plain(words).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterFigures:
    people: int
    leaving: int
    to_place: int
    quota: int
    retiring_soon: int
    it_unknown: int


def roster_figures(case: Case) -> RosterFigures:
    cadres = case.roster.cadres
    return RosterFigures(
        people=len(cadres),
        leaving=len(cadres) - len(case.cadres),
        to_place=len(case.cadres),
        quota=case.allotment.total,
        retiring_soon=sum(cadre.months_left <= SOON for cadre in cadres),
        it_unknown=sum(cadre.it is None for cadre in cadres),
    )
