"""A draft in words on the console: its assumptions in, its progress and its result out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from planner.text.numbers import number
from ui.commands.console import DONE, FAULT, NO_ANSWER, complain, echo
from ui.words.command_words import say, stage

if TYPE_CHECKING:
    from solver.progress import Progress
    from ui.desk.drafted import Drafted


def exit_code(drafted: "Drafted") -> int:
    from solver.progress import Outcome

    return {Outcome.IMPOSSIBLE: FAULT, Outcome.NO_ANSWER_YET: NO_ANSWER}.get(
        drafted.draft.outcome, DONE
    )


def teller(lang: str) -> "Callable[[Progress], None]":
    def tell(progress: "Progress") -> None:
        from ui.desk.in_words import gap_words

        cost = number(progress.cost) if progress.cost is not None else "–"
        bound = number(progress.bound) if progress.bound is not None else "–"
        gap = gap_words(progress.cost, progress.bound, lang)
        complain(
            f"[{progress.seconds:6.1f}s] {stage(progress.stage, lang)}: "
            f"{say('cost', lang).lower()} {cost} · {say('bound', lang).lower()} {bound} · {gap}"
        )

    return tell


def tell_draft(drafted: "Drafted", lang: str) -> None:
    from planner.figures.summary import figures
    from ui.desk.in_words import failure_words, gap_lines

    result = drafted.draft
    echo(f"{say('outcome', lang)}: {say(result.outcome.value, lang)}")
    for clash in drafted.clashes:
        echo(f"  {clash.text}")
    if drafted.failure:
        complain(failure_words(drafted.failure, lang))
    if drafted.report is None:
        return
    counts = figures(drafted.case, drafted.plan)
    for key in ("placed", "vacant", "vacant_key", "surplus", "moved"):
        echo(f"{say(key, lang)}: {number(getattr(counts, key))}")
    for label, value in gap_lines(drafted, lang):
        echo(f"{label}: {value}")
    echo(f"{say('seconds', lang)}: {result.seconds:.1f}")
