"""Skill gaps as a trainer looks at them: a few figures, the worst units, one unit's axes."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.roster import Commune
from planner.skills.gap_tables import Cell, by_competence, by_unit
from planner.skills.requirements import Requirement
from planner.skills.risks import Risk
from planner.text.vietnamese import text_key

SOON = (12, 24, 36)
"""Months until retirement that are told apart."""
UNITS, COMPETENCES, AXES = 30, 9, 8
"""How many are shown."""

Asked = tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class GapFigures:
    """`worst`: the competence most often missing, empty when none is; `single`: competences held
    by one person alone; `soon`: months → how many of those retire within them."""

    missing: int
    worst: str
    single: int
    soon: Mapping[int, int]
    unknown: int


def gap_figures(asked: Asked, single: tuple[Risk, ...]) -> GapFigures:
    whole = by_competence(asked)
    missing = sum(cell.open for cell in whole.values())
    return GapFigures(
        missing,
        max(whole, key=lambda code: whole[code].open) if missing else "",
        len(single),
        {months: sum(risk.months <= months for risk in single) for months in SOON},
        sum(cell.unknown for cell in whole.values()),
    )


@dataclass(frozen=True, slots=True)
class HeatRow:
    unit: Commune
    cells: tuple[Cell, ...]
    """One for each competence that is shown."""
    total: Cell
    """Over all competences."""


@dataclass(frozen=True, slots=True)
class Heat:
    """Units × competences, what weighs most first; `rows` of so many `units`."""

    competences: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    units: int


def heat(case: Case, asked: Asked, chosen: str) -> Heat:
    """The worst units, and the chosen one in any case."""
    table, whole = by_unit(asked), by_competence(asked)
    order = sorted(whole, key=lambda code: (-whole[code].weight, -whole[code].open, code))
    shown = tuple(order[:COMPETENCES])
    rows = [
        HeatRow(
            unit,
            tuple(table.get((unit.code, code), Cell()) for code in shown),
            sum((table.get((unit.code, code), Cell()) for code in whole), Cell()),
        )
        for unit in case.communes
    ]
    rows.sort(key=lambda row: (-row.total.weight, -row.total.open, text_key(row.unit.name)))
    worst = [row for place, row in enumerate(rows) if place < UNITS or row.unit.code == chosen]
    return Heat(shown, tuple(worst), len(rows))


def unit_axes(asked: Asked, commune: str) -> tuple[tuple[str, Cell], ...]:
    """(competence, counts) of one unit, what is asked most first."""
    table = by_unit(tuple(row for row in asked if row.commune == commune))
    cells = {competence: cell for (_, competence), cell in table.items()}
    return tuple(sorted(cells.items(), key=lambda item: -item[1].required))
