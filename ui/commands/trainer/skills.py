"""`sapxep skills`: skill gaps of a plan, or of the present state."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.text.numbers import number
from ui.commands.console import (
    DONE,
    FAULT,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    day_of,
    echo,
    print_json,
    refuse,
    roster_in,
    stop,
    writable,
)
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.case import Case
    from planner.plan import Plan
    from planner.skills.gap_tables import Cell


def skills(
    path: Input,
    plan: Annotated[Path | None, typer.Argument(metavar="PLAN.xlsx")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="GAPS.xlsx")] = None,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Thiếu hụt năng lực theo đơn vị, phòng, người; không nêu phương án thì xét hiện trạng."""
    from data.excel.faults import BadWorkbook
    from data.papers.skill_book import write_skills
    from ui.desk.story import check_files

    if out is not None:
        writable(out)
    roster = roster_in(path, as_json, lang)
    try:
        checked = check_files(roster, plan, day_of(as_of), norms)
    except (ValueError, KeyError) as error:
        stop(str(error), FAULT)
    if isinstance(checked, BadWorkbook):
        refuse(checked, as_json, lang)
    name = plan.stem if plan is not None else say("present", lang)
    if out is not None:
        write_skills(checked.case, checked.plan, name, out)
    if as_json:
        print_json(skills_as_json(checked.case, checked.plan))
    else:
        for line in skill_lines(checked.case, checked.plan, lang):
            echo(line)
        if out is not None:
            echo(say("written", lang, path=out))
    raise typer.Exit(DONE)


def _told(cell: "Cell") -> dict[str, int]:
    return {
        "required": cell.required,
        "met": cell.met,
        "short": cell.short,
        "vacant": cell.vacant,
        "unknown": cell.unknown,
        "consequence": cell.weight,
    }


def skills_as_json(case: "Case", plan: "Plan") -> dict[str, Any]:
    from planner.skills.gap_tables import by_competence, by_district, by_office, by_unit
    from planner.skills.requirements import people_rows, requirements
    from planner.skills.risks import risks

    asked = requirements(case, plan)
    people = [
        {
            "cadre": row.cadre,
            "post": row.post,
            "competence": row.competence,
            "held": row.held,
            "needed": row.needed,
            "standing": row.standing.name.lower(),
            "norm": row.norm.id if row.norm else None,
        }
        for row in people_rows(case, asked)
    ]
    tables = {
        "by_unit": by_unit(asked),
        "by_office": by_office(case, asked),
        "by_district": by_district(case, asked),
    }
    return {
        "outcome": "done",
        "by_competence": {c: _told(cell) for c, cell in by_competence(asked).items()},
        **{
            name: [
                {"group": group, "competence": competence, **_told(cell)}
                for (group, competence), cell in table.items()
            ]
            for name, table in tables.items()
        },
        "people": people,
        "single_holders": [
            {
                "commune": risk.commune,
                "competence": risk.competence,
                "cadre": risk.cadre,
                "months": risk.months,
            }
            for risk in risks(case, plan, asked)
        ],
    }


def skill_lines(case: "Case", plan: "Plan", lang: str) -> Iterator[str]:
    from planner.skills.gap_tables import by_competence
    from planner.skills.requirements import competence_name, requirements
    from planner.skills.risks import risks

    asked = requirements(case, plan)
    heads = (say(key, lang) for key in ("required", "short", "vacant_seats", "unknown"))
    yield f"{'':<30}" + "".join(f"{head:>12}" for head in heads)
    found = by_competence(asked).items()
    for competence, cell in sorted(found, key=lambda item: -item[1].weight):
        cells = (cell.required, cell.short, cell.vacant, cell.unknown)
        name = competence_name(competence)
        yield f"{name:<30}" + "".join(f"{number(value):>12}" for value in cells)
    single = risks(case, plan, asked)
    soon = sum(risk.months <= 24 for risk in single)
    yield say("single", lang, n=number(len(single)), soon=number(soon))
