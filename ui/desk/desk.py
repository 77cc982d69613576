"""A desk: one open project, kept on the server for all its windows."""

from dataclasses import replace

from data.store.project import Project
from planner.case import Case, Scenario
from planner.roster import Demand
from planner.why.clash import demand_clashes
from planner.why.instead import instead
from planner.why.way_out import WayOut
from ui.desk.drafts.runs import Runs
from ui.desk.leave.material import OfProject
from ui.desk.said import Said
from ui.desk.work.inputs import Inputs
from ui.desk.work.plans import ONLY_READ, Plans

MOVE_SECONDS = 300.0
"""Ceiling of a draft after a move by hand."""


class Desk:
    """What is worked on, the plans that came of it, and the draft under way."""

    def __init__(self, project: Project) -> None:
        self.project, self.said = project, Said()
        self.inputs = Inputs(project, self.said)
        self.plans = Plans(project, self.inputs)
        self.run = Runs(project, self.plans, self.said)
        self.run.rescue()

    @property
    def material(self) -> OfProject:
        """What papers of this project are made of."""
        return OfProject(self.plans)

    def draft_under(self, scenario: Scenario, about: str, seconds: float, name: str) -> None:
        """Drafts under other assumptions, when they can hold."""
        if self.inputs.assume(scenario, about=about):
            self.run.start(seconds, name=name)

    def move(self, cadre: str, post: str) -> str:
        """Moves a person by hand: pins them to the post and drafts again with least change. What
        the law says against it, and then nothing has changed; empty when it is under way."""
        drafted, case = self.plans.drafted, self.inputs.case
        assert drafted is not None and case is not None
        if self.plans.only_read:
            return ONLY_READ
        if self.run.now is not None:
            return "Đang lập một phương án; chờ xong rồi chuyển."
        if cadre not in case.cadre_at or post not in case.posts:
            return "Người hoặc chức danh này không còn trong danh sách đang dùng."
        said = instead(drafted.case, drafted.plan, cadre, post, drafted.report)
        if not said.lawful:
            return "; ".join(str(reason) for reason in (*said.refused, *said.broken))
        if not self.inputs.assume(
            _pinned(self.inputs.scenario, cadre, post), "hand", f"{cadre} → {post}"
        ):
            return self.said.problem
        against = _clashing(self.inputs.case)
        if against:
            self.inputs.undo()
            return against
        self.run.start(MOVE_SECONDS, keep=True)
        return ""

    def take_ways_out(self, ways: tuple[WayOut, ...]) -> None:
        """Applies ways out one after the other and drafts again."""
        for way in ways:
            case = self.inputs.case
            assert case is not None
            self.inputs.take_case(way.applied(case), "way_out", way.words(case))
        self.run.settled()
        self.run.start(MOVE_SECONDS, keep=bool(self.plans.current))

    def close(self) -> None:
        self.run.close()
        self.project.close()


def _pinned(scenario: Scenario, cadre: str, post: str) -> Scenario:
    """The scenario with this pin in place of any other of the person."""
    kept = tuple(d for d in scenario.demands if not (d.pin and d.cadre == cadre))
    return replace(scenario, demands=(*kept, Demand(cadre, post, True, "chuyển bằng tay")))


def _clashing(case: Case | None) -> str:
    against = demand_clashes(case) if case is not None else ()
    return "; ".join(clash.text for clash in against)
