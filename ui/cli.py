"""The command line, `sapxep`. Exits: 0 done, 1 fault or breach, 2 unusable call, 3 no answer."""

import sys
from collections.abc import Callable

import typer

from ui.commands.everyone.app import app as open_app
from ui.commands.everyone.batch import batch
from ui.commands.everyone.bench import bench
from ui.commands.everyone.demo import demo
from ui.commands.everyone.log import log
from ui.commands.everyone.papers import papers
from ui.commands.leader.compare import compare
from ui.commands.leader.what_if import what_if
from ui.commands.officer.check import check
from ui.commands.officer.columns import columns
from ui.commands.officer.diagnose import diagnose
from ui.commands.officer.draft import draft
from ui.commands.officer.rules import rules
from ui.commands.officer.sample import sample
from ui.commands.officer.template import template
from ui.commands.officer.validate import validate
from ui.commands.officer.why import why
from ui.commands.trainer.skills import skills

COMMANDS: tuple[Callable[..., None], ...] = (
    template,
    columns,
    sample,
    validate,
    draft,
    check,
    why,
    diagnose,
    rules,
    compare,
    what_if,
    skills,
    papers,
    log,
    batch,
    bench,
    demo,
    open_app,
)
"""In the order of the help; a command is called as its file is."""

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Sắp Xếp – lập phương án bố trí cán bộ, công chức cấp xã: đúng quy định, có căn cứ.",
)
for command in COMMANDS:
    app.command(command.__module__.rpartition(".")[2].replace("_", "-"))(command)


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


if __name__ == "__main__":
    main()
