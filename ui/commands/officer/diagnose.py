"""`sapxep diagnose`: why there is no plan, and what would end that."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    DONE,
    FAULT,
    NO_ANSWER,
    AsOf,
    Input,
    Json,
    Lang,
    Norms,
    case_from,
    complain,
    echo,
    print_json,
    roster_in,
    scenario_in,
)
from ui.words.command_words import stage


def diagnose(
    path: Input,
    as_of: AsOf = None,
    norms: Norms = None,
    scenario: Annotated[Path | None, typer.Option(help="Giả định (TOML).")] = None,
    seconds: Annotated[float, typer.Option(help="Trần thời gian.", min=1)] = 300,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Vì sao không lập được phương án: yêu cầu nào mâu thuẫn, thay đổi gì thì lập được."""
    from solver.proof.diagnosis import diagnose as find
    from solver.proof.feasible import Possibility
    from ui.commands.officer.diagnosis_lines import diagnosis_as_json, diagnosis_lines

    case = case_from(roster_in(path, as_json, lang), scenario_in(scenario, as_of), norms)
    found = find(case, seconds, lambda step: complain(stage(step, lang)))
    if as_json:
        print_json(diagnosis_as_json(case, found))
    else:
        for text in diagnosis_lines(case, found, lang):
            echo(text)
    codes = {
        Possibility.POSSIBLE: DONE,
        Possibility.IMPOSSIBLE: FAULT,
        Possibility.UNKNOWN: NO_ANSWER,
    }
    raise typer.Exit(codes[found.verdict])
