"""`sapxep skills`: skill gaps of a plan, or of the present state."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import AsOf, Input, Json, Lang, Norms, Plan, echo, tell
from ui.commands.files_in import plan_in, roster_in, writable
from ui.words.command_words import say


def skills(
    path: Input,
    plan: Plan = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="GAPS.xlsx")] = None,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Thiếu hụt năng lực theo đơn vị, phòng, người; không nêu phương án thì xét hiện trạng."""
    from data.papers.skill_book import write_skills
    from ui.commands.trainer.skill_lines import skill_gaps, skill_lines

    if out is not None:
        writable(out)
    checked = plan_in(roster_in(path, as_json, lang), plan, as_of, norms, as_json, lang)
    if out is not None:
        name = plan.stem if plan is not None else say("present", lang)
        write_skills(checked.case, checked.plan, name, out)
    tell(skill_gaps(checked.case, checked.plan), skill_lines, as_json, lang)
    if out is not None and not as_json:
        echo(say("written", lang, path=out))
