"""`sapxep diagnose`: why there is no plan, and what would end that."""

import typer

from ui.commands.console import AsOf, Assumed, Input, Json, Lang, Norms, Seconds, complain, tell
from ui.commands.files_in import case_from, roster_in, scenario_in
from ui.words.command_words import stage


def diagnose(
    path: Input,
    as_of: AsOf = None,
    norms: Norms = None,
    scenario: Assumed = None,
    seconds: Seconds = 300,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Vì sao không lập được phương án: yêu cầu nào mâu thuẫn, thay đổi gì thì lập được."""
    from solver.proof.diagnosis import diagnose as find
    from ui.commands.officer.in_lines.diagnosis_lines import CODES, Diagnosed, diagnosis_lines

    case = case_from(roster_in(path, as_json, lang), scenario_in(scenario, as_of), norms)
    found = find(case, seconds, lambda step: complain(stage(step, lang)))
    tell(Diagnosed(case, found), diagnosis_lines, as_json, lang)
    raise typer.Exit(CODES[found.verdict])
