"""Plans side by side: those of files against a roster, or those that a project keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from data.excel.faults import BadWorkbook
from data.legal_basis import law_of, make_case
from data.store.kinds import RevisionKind
from data.store.project import Project
from planner.case import Case
from planner.check import Claim, check
from planner.compare.moves import Move, moves_between
from planner.compare.side_by_side import Side, assumptions
from planner.figures.plan_report import PlanReport, plan_report
from planner.plan import Plan
from planner.plan.present import present_plan
from planner.roster import Roster
from planner.rules.wish_levels import wishes
from solver.progress import Draft, Outcome
from ui.desk.drafted import Checked, Drafted
from ui.desk.for_scripts import plan_report_as_json
from ui.desk.story import check_files, on_day
from ui.desk.work.inputs import overlay_of
from ui.words.command_words import say


@dataclass(frozen=True)
class ComparedPlan:
    """A plan, or the present state, with its check."""

    name: str
    checked: Checked
    present: bool = False

    @cached_property
    def report(self) -> PlanReport:
        return plan_report(self.checked.case, self.checked.plan, self.checked.report)

    @cached_property
    def assumed(self) -> Mapping[str, str]:
        """What its figures follow from, in words; nothing for the present state."""
        return {} if self.present else _assumed(self.checked.case)

    @property
    def side(self) -> Side:
        bound = self.checked.bound
        return Side(self.name, self.report, bound, present=self.present, assumed=self.assumed)

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            **self.checked.as_json(),
            "report": plan_report_as_json(self.report),
            "assumed": dict(self.assumed),
        }


@dataclass(frozen=True)
class Compared:
    """`moves[n]` leads from the first plan to plan n + 1."""

    plans: tuple[ComparedPlan, ...]
    moves: tuple[tuple[Move, ...], ...]

    def as_json(self) -> dict[str, Any]:
        """One shape, wherever the plans come from:

        `outcome`: "compared"
        `plans`: for each plan, the first being what the others are held against
            `name`, all keys of `check --json`; `report`: the figures a leader compares;
            `assumed`: label → words of what it was drafted under, {} for the present state
        `moves`: for each plan but the first
            `plan`: its name; `people`: who sits elsewhere than in the first: `cadre`, `before` and
            `after` (codes of posts), `cause` and `because` (planner.compare.moves.Move), `points`
        """
        return {
            "outcome": "compared",
            "plans": [plan.as_json() for plan in self.plans],
            "moves": [
                {"plan": plan.name, "people": [_move(move) for move in moves]}
                for plan, moves in zip(self.plans[1:], self.moves, strict=True)
            ],
        }


def _move(move: Move) -> dict[str, Any]:
    return {
        "cadre": move.cadre,
        "before": list(move.before),
        "after": list(move.after),
        "cause": move.cause,
        "because": move.because,
        "points": move.points,
    }


def compare_files(
    roster: Roster, paths: Iterable[Path], day: date | None, norms: Path | None, present: bool
) -> Compared | BadWorkbook:
    """Every plan checked against `roster`, under its own scenario or, with `day`, that day's law;
    with `present` the present state comes first."""
    found = []
    for path in (*((None,) if present else ()), *paths):
        checked = check_files(roster, path, day, norms)
        if isinstance(checked, BadWorkbook):
            return checked
        name = path.stem if path else say("present")
        found.append(ComparedPlan(name, checked, present=path is None))
    return _compared(found)


def saved_plans(project: Project) -> dict[str, str]:
    """Name → revision of the plans that a project keeps."""
    return {saved.label: saved.id for saved in project.revisions(RevisionKind.PLAN)}


def compare_saved(
    project: Project, chosen: Mapping[str, str], day: date | None, present: bool
) -> Compared:
    """The same of plans that a project keeps, name → revision; each is checked again, against the
    roster it was made of."""
    found = [_present_in(project, day)] if present else []
    found += [ComparedPlan(name, _saved(project, code, day)) for name, code in chosen.items()]
    return _compared(found)


def _compared(plans: list[ComparedPlan]) -> Compared:
    first, *others = (plan.checked for plan in plans)
    moves = (moves_between(first.case, first.plan, two.case, two.plan) for two in others)
    return Compared(tuple(plans), tuple(moves))


def _saved(project: Project, code: str, day: date | None) -> Checked:
    record, now = project.plan(code), project.head(RevisionKind.ROSTER)
    case = make_case(project.roster(record.roster), record.scenario, dict(record.norms))
    claim = Claim(cost=record.cost, bound=record.bound, certificate=record.certificate)
    same = now is not None and now.id == record.roster
    return _checked(case, record.plan, day, same, claim)


def _present_in(project: Project, day: date | None) -> ComparedPlan:
    """The present state under the law and the assumptions that the project works with."""
    roster, scenario = project.head(RevisionKind.ROSTER), project.head(RevisionKind.SCENARIO)
    if roster is None or scenario is None:
        raise ValueError("hồ sơ chưa có danh sách")
    norms = project.head(RevisionKind.NORMS)
    overlay = overlay_of(project.norms(norms.id)) if norms else {}
    case = make_case(project.roster(roster.id), project.scenario(scenario.id), overlay)
    checked = _checked(case, present_plan(case), day, True, Claim())
    return ComparedPlan(say("present"), checked, present=True)


def _checked(case: Case, plan: Plan, day: date | None, same: bool, claim: Claim) -> Checked:
    """The plan with what it claims, or under the law of another day, of which it claims nothing."""
    if day is None or day == case.scenario.as_of:
        report = check(case, plan, claim)
        return Checked(case=case, plan=plan, report=report, bound=claim.bound, same_input=same)
    seen = on_day(Drafted(case=case, draft=Draft(Outcome.GOOD, 0.0, plan=plan), report=None), day)
    assert seen.report is not None
    return Checked(case=seen.case, plan=seen.plan, report=seen.report, same_input=same)


def _assumed(case: Case) -> dict[str, str]:
    scenario = case.scenario
    own = law_of(case.roster.province, scenario.as_of, dict(case.overlay)).norms()
    scheme = case.organisation.profile.scheme(scenario.quota).title
    return assumptions(scenario, scheme, wishes(own, scenario), len(case.overlay))
