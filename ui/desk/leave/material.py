"""What papers are made of: the plans of a project, or plan files beside their roster."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from data.legal_basis import make_case
from data.store.project import Project
from planner.case import Scenario
from planner.compare.moves import Move, moves_between
from planner.compare.side_by_side import Side
from planner.figures.plan_report import plan_report
from planner.roster import Roster
from solver.progress import Draft, Outcome
from ui.desk.drafted import Checked, Drafted, mark_of
from ui.desk.screens.sides import Placed, assumed_in, placed, side
from ui.desk.work.plans import PRESENT, Plans

MARK = 8
"""Letters of a plan's mark that stand on a page."""


class Material(Protocol):
    """Plans by a code, "" for the present state; under the law of `day`, or each of its own."""

    @property
    def source(self) -> str:
        """Where it all comes from, as the foot of a page says it."""

    @property
    def stem(self) -> str:
        """What the source is called in the name of a file."""

    @property
    def codes(self) -> Sequence[str]:
        """All plans there are, oldest first, the present state left out."""

    @property
    def roster(self) -> Roster | None: ...

    @property
    def overlay(self) -> Mapping[str, str]:
        """The department's own norm files."""

    @property
    def project(self) -> Project | None: ...

    def name_of(self, code: str) -> str: ...

    def drafted_of(self, code: str) -> Drafted: ...

    def placed_of(self, code: str, day: date | None) -> Placed: ...

    def side_of(self, code: str, day: date | None) -> Side: ...

    def moves(self, one: str, two: str, day: date | None) -> tuple[Move, ...]: ...

    def mark_of(self, code: str) -> str:
        """By what a page can be told to be of this very plan."""

    def decided(self, code: str) -> str:
        """By what the plan was announced; empty for a draft."""


class OfProject:
    """The plans of a project, each with what it was saved with."""

    def __init__(self, plans: Plans) -> None:
        self._plans, self.project = plans, plans.project

    @property
    def source(self) -> str:
        invented = " · dữ liệu mẫu, không có người thật" if self.project.invented else ""
        return self.project.name + invented

    @property
    def stem(self) -> str:
        return self.project.path.stem if self.project.path else "ho_so"

    @property
    def codes(self) -> Sequence[str]:
        return [saved.id for saved in self._plans.saved]

    @property
    def roster(self) -> Roster | None:
        return self._plans.inputs.roster

    @property
    def overlay(self) -> Mapping[str, str]:
        return self._plans.inputs.overlay

    def name_of(self, code: str) -> str:
        return self._plans.record(code).name if code else PRESENT

    def drafted_of(self, code: str) -> Drafted:
        return self._plans.drafted_of(code) if code else self._plans.present

    def placed_of(self, code: str, day: date | None) -> Placed:
        return placed(self._plans, code, day)

    def side_of(self, code: str, day: date | None) -> Side:
        return side(self._plans, code, self.name_of(code), day)

    def moves(self, one: str, two: str, day: date | None) -> tuple[Move, ...]:
        before, after = self.placed_of(one, day), self.placed_of(two, day)
        name = f"moves {one} {day}"
        return self._plans.kept(name, after[1], lambda: moves_between(*before, *after))

    def mark_of(self, code: str) -> str:
        return code[:MARK].upper()

    def decided(self, code: str) -> str:
        line = self._plans.announcing.of(code)
        return line.why if line else ""


class OfFiles:
    """Plans in workbooks, by name, checked against one roster under the day they were read for."""

    project = None

    def __init__(self, stem: str, roster: Roster, checked: Mapping[str, Checked]) -> None:
        self.stem = self.source = stem
        self.roster: Roster | None = roster
        self._checked = checked

    @property
    def codes(self) -> Sequence[str]:
        return [code for code in self._checked if code]

    @property
    def overlay(self) -> Mapping[str, str]:
        last = list(self._checked.values())[-1:]
        return dict(last[0].case.overlay) if last else {}

    def name_of(self, code: str) -> str:
        return code or PRESENT

    def drafted_of(self, code: str) -> Drafted:
        one = self._checked[code]
        draft = Draft(
            Outcome.BEST if one.bound == one.report.cost else Outcome.GOOD,
            0.0,
            plan=one.plan,
            cost=one.report.cost,
            bound=one.bound,
            certificate=one.certificate,
        )
        return Drafted(case=one.case, draft=draft, report=one.report)

    def placed_of(self, code: str, day: date | None) -> Placed:
        return self._checked[code].case, self._checked[code].plan

    def side_of(self, code: str, day: date | None) -> Side:
        one = self._checked[code]
        case = one.case
        plain = Scenario("", case.scenario.as_of)
        own = make_case(case.roster, plain, dict(case.overlay)).norms
        assumed = assumed_in(case.scenario, case.roster, own, len(case.overlay)) if code else {}
        report = plan_report(case, one.plan, one.report)
        return Side(self.name_of(code), report, one.bound, present=not code, assumed=assumed)

    def moves(self, one: str, two: str, day: date | None) -> tuple[Move, ...]:
        return moves_between(*self.placed_of(one, day), *self.placed_of(two, day))

    def mark_of(self, code: str) -> str:
        return mark_of(self._checked[code].case).scenario[:MARK].upper()

    def decided(self, code: str) -> str:
        return ""
