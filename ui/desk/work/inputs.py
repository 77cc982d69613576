"""What is worked on: roster, scenario and norms of a project, and the case they make."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from data.legal_basis import law_of, make_case
from data.norms import Files
from data.norms.edits import EDITS_FILE, Edit
from data.profiles import profile_of
from data.store.kinds import OwnNorms, RevisionKind
from data.store.project import Project
from planner.case import Case, Scenario
from planner.check.fitting import fitted
from planner.law.norm import Norms
from planner.roster import Demand, Roster
from ui.desk.memo import Latest
from ui.desk.said import Said

CHANGES = (RevisionKind.ROSTER, RevisionKind.SCENARIO, RevisionKind.NORMS)
"""Kinds whose changes can be undone; plans are never taken back, only added."""
SHOWN = 3
"""What falls away that is named in a notice; the log has all of it."""


class Inputs:
    """Whatever is changed here is on disk before the verb returns, and can be undone."""

    def __init__(self, project: Project, said: Said) -> None:
        self.project, self.said = project, said
        self._case, self._norms = Latest[Case](), Latest[Norms]()

    @property
    def roster(self) -> Roster | None:
        head = self.project.head(RevisionKind.ROSTER)
        return self.project.roster(head.id) if head else None

    @property
    def scenario(self) -> Scenario:
        head = self.project.head(RevisionKind.SCENARIO)
        return self.project.scenario(head.id) if head else Scenario("PA1", date.today())

    @property
    def norms(self) -> OwnNorms:
        head = self.project.head(RevisionKind.NORMS)
        return self.project.norms(head.id) if head else OwnNorms()

    @property
    def edits(self) -> Mapping[str, Edit]:
        return self.norms.edits

    @property
    def given(self) -> Mapping[str, str]:
        return self.norms.given

    @property
    def overlay(self) -> dict[str, str]:
        """The department's own norm files, those made on screen among them."""
        return overlay_of(self.norms)

    @property
    def case(self) -> Case | None:
        """Roster, scenario and norms as they stand; None while there is no roster."""
        mark = self._mark
        if not mark[0]:
            return None
        roster = self.project.roster(mark[0])
        return self._case.get(mark, lambda: make_case(roster, self.scenario, self.overlay))

    @property
    def _mark(self) -> tuple[str, str, str]:
        """The revisions that the case follows from."""
        heads = [self.project.head(kind) for kind in CHANGES]
        roster, scenario, norms = (head.id if head else "" for head in heads)
        return roster, scenario, norms

    @property
    def own_norms(self) -> Norms:
        """The norms in force before the scenario lays its forces and prices over them."""
        scenario, roster = replace(self.scenario, forces={}, prices={}), self.roster
        assert roster is not None
        head = self.project.head(RevisionKind.NORMS)
        mark = scenario.as_of, head.id if head else "", roster.province
        plain = Scenario("", scenario.as_of)
        return self._norms.get(mark, lambda: make_case(roster, plain, self.overlay).norms)

    def take_roster(self, roster: Roster, action: str, about: str = "", why: str = "") -> bool:
        """A new state of the roster; the first one brings the first scenario with it. What the
        scenario says of people and posts that are no longer there falls away, and `notice` says so.
        False, and nothing changed, when no case can be made of it: `problem` says why."""
        tried = self._tried(roster, self.scenario, self.overlay, True)
        if tried is None:
            return False
        case, left = tried
        first = self.project.head(RevisionKind.SCENARIO) is None
        if left:
            self._let_fall(case.scenario, left)
        self.project.commit(RevisionKind.ROSTER, roster, action, about, why)
        if first:
            day = f"{case.scenario.as_of:%d/%m/%Y}"
            self.project.commit(RevisionKind.SCENARIO, case.scenario, "assume", day)
        self._case.put(self._mark, case)
        return True

    def _tried(
        self, roster: Roster, scenario: Scenario, overlay: Files, fit: bool
    ) -> tuple[Case, tuple[str, ...]] | None:
        """The case of these, with `fit` without what of the scenario cannot hold, and what that
        is in words; None with the reason as `problem`."""
        self.said.problem, left = "", tuple[str, ...]()
        try:
            if fit:
                scenario, left = fitted(
                    law_of(roster.province, scenario.as_of, overlay), roster, scenario
                )
            return make_case(roster, scenario, overlay), left
        except (ValueError, KeyError) as error:
            self.said.problem = str(error)
            return None

    def _let_fall(self, scenario: Scenario, left: tuple[str, ...]) -> None:
        """The scenario without what cannot hold after the change that follows, which is undone
        first."""
        self._tell_left(left)
        self.project.commit(RevisionKind.SCENARIO, scenario, "fit", "; ".join(left))

    def _tell_left(self, left: tuple[str, ...]) -> None:
        if left:
            shown = "; ".join(left[:SHOWN]) + (" …" if len(left) > SHOWN else "")
            self.said.notice = (
                f"{len(left)} điều trong giả định không còn áp dụng được nên đã bỏ: {shown}. Ghi "
                "ở nhật ký; hoàn tác được."
            )

    def assume(
        self, scenario: Scenario, action: str = "assume", about: str = "", why: str = ""
    ) -> bool:
        """Other assumptions; on another day without what cannot hold then, and `notice` says so.
        False, and nothing changed, when they cannot hold: `problem` says why."""
        roster = self.roster
        assert roster is not None
        _, *others = (s.name for s in profile_of(roster.province, scenario.as_of).schemes)
        if scenario.quota not in others:  # the default scheme has no name in a scenario
            scenario = replace(scenario, quota="")
        if scenario == self.scenario:
            return True
        before = self.case
        fit = scenario.as_of != self.scenario.as_of
        tried = self._tried(roster, scenario, self.overlay, fit)
        if tried is None:
            return False
        case, left = tried
        self._tell_left(left)
        self.project.commit(
            RevisionKind.SCENARIO, case.scenario, action, about, why or "; ".join(left)
        )
        if before is not None:
            case = replace(case, organisation=before.organisation)
        self._case.put(self._mark, case)
        return True

    def change_law(
        self, edits: Mapping[str, Edit], given: Mapping[str, str], about: str = "", why: str = ""
    ) -> bool:
        """Takes other norms, or keeps those there are when the new ones cannot be used. Levels of
        norms that are no longer there fall away, and `notice` says so."""
        roster, norms = self.roster, OwnNorms(dict(given), dict(edits))
        assert roster is not None
        tried = self._tried(roster, self.scenario, overlay_of(norms), True)
        if tried is None:
            return False
        case, left = tried
        if left:
            self._let_fall(case.scenario, left)
        if self.project.head(RevisionKind.NORMS) is None:
            self.project.commit(RevisionKind.NORMS, OwnNorms(), "norm", "căn cứ số chung")
        self.project.commit(RevisionKind.NORMS, norms, "norm", about, why)
        return True

    def take_case(self, case: Case, action: str, about: str) -> None:
        """The roster and the scenario of a changed case, where they changed."""
        now = self.case
        assert now is not None
        if case.roster != now.roster:
            self.project.commit(RevisionKind.ROSTER, case.roster, action, about)
        if case.scenario != now.scenario:
            self.project.commit(RevisionKind.SCENARIO, case.scenario, action, about)

    def demand(self, cadre: str, target: str, pin: bool, why: str = "") -> bool:
        """Pins a person to a post or unit, or bans it; an opposite demand on it gives way."""
        scenario = self.scenario
        kept = tuple(
            d
            for d in scenario.demands
            if (d.cadre, d.target) != (cadre, target) and not (pin and d.pin and d.cadre == cadre)
        )
        new = replace(scenario, demands=(*kept, Demand(cadre, target, pin, why)))
        return self.assume(new, "pin" if pin else "ban", f"{cadre} · {target}", why)

    def release(self, demand: Demand) -> None:
        """Takes a pin or ban back, whether it came with the workbook or was made on screen."""
        about = f"{demand.cadre} · {demand.target}"
        roster, scenario = self.roster, self.scenario
        assert roster is not None
        if demand in scenario.demands:
            left = tuple(d for d in scenario.demands if d != demand)
            self.assume(replace(scenario, demands=left), "release", about)
        if demand in roster.demands:
            rest = tuple(d for d in roster.demands if d != demand)
            self.take_roster(replace(roster, demands=rest), "release", about)

    def undo(self) -> str:
        """Takes the last change back; what it was, or nothing when there is none."""
        line = self.project.undo(CHANGES)
        self.said.problem = ""
        return f"{line.action}: {line.about}" if line else ""

    @property
    def undoable(self) -> str:
        found = self.project.undoable(CHANGES)
        return found[1].action if found else ""


def overlay_of(norms: OwnNorms) -> dict[str, str]:
    """The norm files that `norms` comes to, changes made on screen as one more."""
    made = "\n".join(edit.as_toml() for edit in norms.edits.values())
    return {**norms.given, **({EDITS_FILE: made} if made else {})}
