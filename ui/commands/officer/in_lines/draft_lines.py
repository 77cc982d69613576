"""A draft in words on the console: its progress and its result."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.figures.summary import figures
from planner.text.numbers import number
from solver.progress import Outcome, Progress
from ui.commands.console import DONE, FAULT, NO_ANSWER, complain
from ui.commands.plan_moves import change_lines
from ui.desk.drafted import Checked, Drafted
from ui.desk.in_words import (
    beside_unbound,
    failure_words,
    figure_lines,
    gap_lines,
    gap_words,
    unbound_lines,
)
from ui.words.command_words import say, stage


@dataclass(frozen=True)
class NewDraft:
    """A draft, the plan it kept to, and the file it was written to when there is a plan."""

    drafted: Drafted
    before: Checked | None
    out: Path

    def as_json(self) -> dict[str, Any]:
        return self.drafted.as_json()


def exit_code(drafted: Drafted) -> int:
    codes = {Outcome.IMPOSSIBLE: FAULT, Outcome.NO_ANSWER_YET: NO_ANSWER}
    return codes.get(drafted.draft.outcome, DONE)


def teller(lang: str) -> Callable[[Progress], None]:
    """Says on the console how a search comes along."""

    def say_progress(progress: Progress) -> None:
        cost = number(progress.cost) if progress.cost is not None else "–"
        bound = number(progress.bound) if progress.bound is not None else "–"
        gap = gap_words(progress.cost, progress.bound, lang)
        complain(
            f"[{progress.seconds:6.1f}s] {stage(progress.stage, lang)}: "
            f"{say('cost', lang).lower()} {cost} · {say('bound', lang).lower()} {bound} · {gap}"
        )

    return say_progress


def draft_lines(new: NewDraft, lang: str) -> Iterator[str]:
    drafted, before = new.drafted, new.before
    yield from drafted_lines(drafted, lang)
    if drafted.report is None:
        return
    if before is not None:
        yield from change_lines((before.case, before.plan), (drafted.case, drafted.plan), lang)
    yield say("written", lang, path=new.out)


def drafted_lines(drafted: Drafted, lang: str) -> Iterator[str]:
    draft = drafted.draft
    unbound = drafted.case.organisation.unbound
    outcome = beside_unbound(say(draft.outcome.value, lang), len(unbound), lang)
    yield f"{say('outcome', lang)}: {outcome}"
    for label, value in unbound_lines(unbound, lang):
        yield f"{label}: {value}"
    for clash in drafted.clashes:
        yield f"  {clash.text}"
    if drafted.failure:
        yield failure_words(drafted.failure, lang)
    if drafted.report is None:
        return
    counts = figure_lines(figures(drafted.case, drafted.plan), lang)
    for label, value in (*counts, *gap_lines(draft, drafted.distance, lang)):
        yield f"{label}: {value}"
    yield f"{say('seconds', lang)}: {draft.seconds:.1f}"
