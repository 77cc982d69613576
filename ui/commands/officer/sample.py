"""`sapxep sample`: an invented roster on real units."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.text.numbers import number
from ui.commands.console import Communes, Lang, Province, echo, echo_all, stop
from ui.commands.files_in import case_from, writable
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster

Kind = Annotated[
    str | None, typer.Option(help="Chỉ lấy commune (xã), ward (phường) hay special_zone.")
]


def sample(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx")],
    province: Province = "Hà Nội",
    situation: Annotated[str, typer.Option(help="merger, running hoặc pilot.")] = "merger",
    communes: Communes = None,
    seed: int = 1,
    tightness: Annotated[str, typer.Option(help="easy, normal hoặc starved.")] = "normal",
    unit_type: Kind = None,
    lang: Lang = "vi",
) -> None:
    """Ghi danh sách mẫu: người đặt ra, trên các đơn vị thật; cùng seed cho cùng nội dung."""
    from data.roster_book.writer import write_workbook
    from data.sample import PILOT_DAY, Situation, Tightness, sample
    from planner.roster.levels import UnitType

    writable(out)
    try:
        kind = UnitType[unit_type.upper()] if unit_type else None
        chosen = Situation(situation)
        roster = sample(province, seed, chosen, communes, Tightness(tightness), kind)
    except KeyError:
        stop(f'--unit-type: "{unit_type}"; cần commune, ward hoặc special_zone')
    except ValueError as error:
        stop(str(error))
    write_workbook(roster, out)
    echo(say("written", lang, path=out))
    echo(f"{say('people', lang)}: {number(len(roster.cadres))}")
    echo(f"{say('units', lang)}: {number(len(roster.communes))}")
    echo_all(excess_lines(roster, lang, PILOT_DAY if chosen is Situation.PILOT else None))


def excess_lines(roster: "Roster", lang: str, day: date | None = None) -> Iterator[str]:
    """One line per quota scheme: quota and people above it."""
    from ui.desk.story import scenario_for

    probe = case_from(roster, scenario_for(day), None)
    for scheme in probe.organisation.profile.schemes:
        case = case_from(roster, scenario_for(day, quota=scheme.name), None)
        quota = case.allotment.total
        over = len(case.cadres) - quota
        yield f"{say('excess', lang)} ({scheme.title}, {number(quota)}): {over:+d}"
