"""`sapxep check`: a plan, or the present state, verified without the solver."""

import typer

from ui.commands.console import DONE, FAULT, AsOf, Input, Json, Lang, Norms, Plan, echo, tell
from ui.commands.files_in import plan_in, roster_in
from ui.words.command_words import say


def check(
    path: Input,
    plan: Plan = None,
    as_of: AsOf = None,
    norms: Norms = None,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Kiểm tra lại phương án (hoặc hiện trạng, khi không nêu phương án), không dùng bộ giải."""
    from ui.commands.officer.in_lines.check_lines import checked_lines

    checked = plan_in(roster_in(path, as_json, lang), plan, as_of, norms, as_json, lang)
    if plan is None and not as_json:
        echo(say("present", lang))
    tell(checked, checked_lines, as_json, lang)
    raise typer.Exit(DONE if checked.report.lawful else FAULT)
