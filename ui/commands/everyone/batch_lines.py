"""A batch in words on the console: as it goes, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.text.numbers import number, percent
from ui.bulk.batch_jobs import Done
from ui.bulk.batch_run import Batch
from ui.bulk.runner import Again, Begun, Tell
from ui.commands.console import DONE, FAULT, NO_ANSWER, complain
from ui.words.command_words import say


@dataclass(frozen=True)
class Drafts:
    """What became of the jobs that were done, of `wanted` in all."""

    done: tuple[Done, ...]
    wanted: int
    summary: Path

    @property
    def stopped(self) -> bool:
        return len(self.done) < self.wanted

    @property
    def exit_code(self) -> int:
        if self.stopped or any(done.outcome == "no_answer_yet" for done in self.done):
            return NO_ANSWER
        return DONE if all(done.checked for done in self.done) else FAULT

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "stopped" if self.stopped else "done",
            "jobs": [{**done.as_json(), "name": done.job.name} for done in self.done],
            "summary": str(self.summary),
        }


def teller(work: Batch, lang: str) -> Tell:
    """Says on the console how the batch comes along."""

    def say_progress(said: Begun | Again | Done) -> None:
        if isinstance(said, Done):
            complain(f"[{len(work.done)}/{len(work.jobs)}] {done_line(said, lang)}")
        elif isinstance(said, Again):
            complain(say("batch_again", lang, name=said.job.name))

    return say_progress


def batch_lines(drafts: Drafts, lang: str) -> Iterator[str]:
    for done in drafts.done:
        yield done_line(done, lang)
    yield say("written", lang, path=drafts.summary)


def done_line(done: Done, lang: str) -> str:
    cost = number(done.cost) if done.cost is not None else "–"
    gap = percent(done.gap) if done.gap is not None else "–"
    sure = say("checked" if done.checked else "unchecked", lang)
    note = f" · {done.note}" if done.note else ""
    return f"{done.job.name:<32} {say(done.outcome, lang)} · {cost} · {gap} · {sure}{note}"
