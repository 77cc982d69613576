"""Skill gaps for the console: by competence, unit, office and district; person by person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner.case import Case
from planner.plan import Plan
from planner.skills.gap_tables import Cell, Table, by_competence, by_district, by_office, by_unit
from planner.skills.requirements import Requirement, competence_name, people_rows, requirements
from planner.skills.risks import Risk, risks
from planner.text.numbers import number
from ui.words.command_words import say

SOON = 24
"""Months before retirement that are told of."""


@dataclass(frozen=True, kw_only=True)
class SkillGaps:
    by_competence: Mapping[str, Cell]
    by_unit: Table
    by_office: Table
    by_district: Table
    people: tuple[Requirement, ...]
    single_holders: tuple[Risk, ...]
    """Competences that one person alone has in a unit."""

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "done",
            "by_competence": {name: _cell(cell) for name, cell in self.by_competence.items()},
            "by_unit": _table(self.by_unit),
            "by_office": _table(self.by_office),
            "by_district": _table(self.by_district),
            "people": [_person(row) for row in self.people],
            "single_holders": [_risk(risk) for risk in self.single_holders],
        }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "required": cell.required,
        "met": cell.met,
        "short": cell.short,
        "vacant": cell.vacant,
        "unknown": cell.unknown,
        "consequence": cell.weight,
    }


def _table(table: Table) -> list[dict[str, Any]]:
    return [
        {"group": group, "competence": competence, **_cell(cell)}
        for (group, competence), cell in table.items()
    ]


def _person(row: Requirement) -> dict[str, Any]:
    return {
        "cadre": row.cadre,
        "post": row.post,
        "competence": row.competence,
        "held": row.held,
        "needed": row.needed,
        "standing": row.standing.name.lower(),
        "norm": row.norm.id if row.norm else None,
    }


def _risk(risk: Risk) -> dict[str, Any]:
    return {
        "commune": risk.commune,
        "competence": risk.competence,
        "cadre": risk.cadre,
        "months": risk.months,
    }


def skill_gaps(case: Case, plan: Plan) -> SkillGaps:
    asked = requirements(case, plan)
    return SkillGaps(
        by_competence=by_competence(asked),
        by_unit=by_unit(asked),
        by_office=by_office(case, asked),
        by_district=by_district(case, asked),
        people=tuple(people_rows(case, asked)),
        single_holders=risks(case, plan, asked),
    )


def skill_lines(gaps: SkillGaps, lang: str) -> Iterator[str]:
    heads = (say(key, lang) for key in ("required", "short", "vacant_seats", "unknown"))
    yield f"{'':<30}" + "".join(f"{head:>12}" for head in heads)
    for competence, cell in sorted(gaps.by_competence.items(), key=lambda item: -item[1].weight):
        cells = (cell.required, cell.short, cell.vacant, cell.unknown)
        name = competence_name(competence)
        yield f"{name:<30}" + "".join(f"{number(value):>12}" for value in cells)
    single = gaps.single_holders
    soon = sum(risk.months <= SOON for risk in single)
    yield say("single", lang, n=number(len(single)), soon=number(soon))
