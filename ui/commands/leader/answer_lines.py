"""Questions to a plan just drafted, one after the other, and what was answered to each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.case import Case, Scenario
from planner.plan import Plan
from solver.process.session import Session
from solver.progress import Limits, Progress
from ui.commands.plan_moves import change_lines
from ui.desk.drafts.answers import Step, answers_to, step_line
from ui.desk.story import checked, keeping, write


@dataclass(frozen=True)
class Answer:
    """The steps that one scenario was answered in, against the plan `before`."""

    scenario: str
    before: tuple[Case, Plan]
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        steps = [
            {
                "state": step.state.value,
                "seconds": round(step.seconds, 3),
                "cost": step.cost,
                "lawful": step.report.lawful if step.report else None,
                "clashes": [clash.text for clash in step.clashes],
                "moves": len(step.moves_from(*self.before)),
            }
            for step in self.steps
        ]
        return {"scenario": self.scenario, "steps": steps}

    def write(self, folder: Path) -> None:
        """Writes the best plan, when one was found."""
        drafted = self.steps[-1].drafted
        if drafted is not None and drafted.report is not None:
            write(drafted, folder / f"{self.scenario}.plan.xlsx")


@dataclass(frozen=True)
class Answers:
    answers: tuple[Answer, ...]

    def as_json(self) -> dict[str, Any]:
        return {"outcome": "answered", "answers": [answer.as_json() for answer in self.answers]}


class Questions:
    """A warm session: the plan it first drafted, and answers to what is asked of it."""

    def __init__(self, case: Case, seconds: float, tell: Callable[[Progress], None]) -> None:
        self.case, self.seconds = case, seconds
        self._session = Session(case, Limits(seconds), tell, stay=True)
        self.first = checked(case, self._session.wait(), self._session.failure)

    @property
    def ready(self) -> bool:
        return self.first.report is not None and self._session.warm(self.seconds)

    def asked(self, scenario: Scenario, least_change: bool) -> Scenario:
        """`scenario`, keeping to the first plan when the least change is wanted."""
        return keeping(self.first.plan, scenario) if least_change else scenario

    def answer(self, name: str, case: Case, tell: Callable[[str], None], lang: str) -> Answer:
        steps = []
        for step in answers_to(self._session, case, self.seconds):
            tell(step_line(step, lang))
            steps.append(step)
        return Answer(name, (self.case, self.first.plan), tuple(steps))

    def close(self) -> None:
        self._session.close()


def answer_lines(answer: Answer, lang: str) -> Iterator[str]:
    last = answer.steps[-1]
    if last.plan is not None:
        yield from change_lines(answer.before, (last.case, last.plan), lang)
