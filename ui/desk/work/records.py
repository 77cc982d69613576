"""What a project keeps of a plan: one that was drafted, one changed by hand, one from a file."""

from dataclasses import asdict, replace

from data.legal_basis import make_case
from data.papers.plan_reader import PlanFile
from data.store.kinds import PlanRecord
from planner.case import Case, Scenario
from planner.check import Report, check
from planner.figures.plan_report import plan_report
from planner.figures.summary import Figures, figures
from planner.plan import Plan
from planner.roster import Roster
from ui.desk.drafted import Drafted
from ui.desk.story import claim_of


def figures_of(record: PlanRecord) -> Figures:
    return Figures(**record.figures)


def record_of(template: PlanRecord, drafted: Drafted) -> PlanRecord:
    """A finished draft."""
    draft, report = drafted.draft, drafted.report
    assert report is not None
    return replace(
        _with_report(template, drafted.case, drafted.plan, report),
        bound=draft.bound,
        certificate=draft.certificate,
        seconds=round(draft.seconds, 1),
        cut_by_clock=draft.cut_by_clock,
    )


def record_by_hand(
    template: PlanRecord, name: str, case: Case, plan: Plan, report: Report
) -> PlanRecord:
    """A plan that was changed by hand, under the scenario of the one it comes from."""
    scenario = replace(template.scenario, name=name)
    named = replace(template, name=name, scenario=scenario, origin="hand", seconds=0.0)
    return _with_report(named, case, plan, report)


def record_of_file(
    file: PlanFile, roster: Roster, revision: str, scenario: Scenario, name: str
) -> PlanRecord:
    """A plan file against this roster, under its own scenario or, without one, `scenario`."""
    stated = replace(file.stated.scenario or scenario, name=name)
    norms = dict(file.stated.overlay or {})
    case = make_case(roster, stated, norms)
    plan = file.plan
    if not file.names_surplus:
        left = tuple(c.code for c in case.cadres if c.code not in plan.by_cadre)
        plan = Plan(plan.placements, left)
    report = check(case, plan, claim_of(file))
    proven = report.proven is not None
    blank = PlanRecord(
        name=name, roster=revision, scenario=stated, norms=norms, plan=plan, origin="file"
    )
    return replace(
        _with_report(blank, case, plan, report),
        bound=file.stated.bound if proven else None,
        certificate=file.stated.certificate if proven else None,
    )


def _with_report(record: PlanRecord, case: Case, plan: Plan, report: Report) -> PlanRecord:
    """The record of `plan` as the check found it."""
    return replace(
        record,
        plan=plan,
        cost=report.cost,
        figures=asdict(figures(case, plan)),
        breaches=len(report.breaches),
        report=plan_report(case, plan, report),
    )
