"""What a draft and a check say as JSON."""

from dataclasses import asdict
from typing import Any

from planner.case import Case
from planner.check import Report
from planner.figures.distance_to_best import distance_to_best
from planner.figures.plan_report import PlanReport
from planner.figures.summary import figures
from planner.plan import Plan
from planner.plan.gap import relative_gap
from ui.desk.drafted import Checked, Drafted, mark_of
from ui.desk.in_words import COUNTS, counts_as_json, failure_words


def plan_report_as_json(report: PlanReport) -> dict[str, Any]:
    """The figures a leader compares, as the app shows them; blocks by name."""
    told = asdict(report)
    told |= {f"without_{code}": number for code, number in told.pop("uncovered").items()}
    for name in ("excess", "shortage"):
        told[name] = {block.name: number for block, number in told[name].items()}
    return told


def standing(lawful: bool, cost: int, bound: int | None) -> str:
    """What a finished plan is called for scripts."""
    if not lawful:
        return "breached"
    return "best" if bound == cost else "good"


def report_as_json(case: Case, plan: Plan, report: Report) -> dict[str, Any]:
    """The keys that `draft --json` and `check --json` share, but for the engine's own."""
    counts = figures(case, plan)

    def findings(breach: bool) -> list[dict[str, Any]]:
        return [
            {"rule": f.rule, "about": list(f.about), "amount": f.amount, "norm": f.norm.id}
            for f in report.findings
            if f.breach is breach
        ]

    return {
        "cost": report.cost,
        **counts_as_json(counts),
        "breaches": findings(True),
        "findings": findings(False),
        "by_rule": {
            code: {"amount": amount, "cost": cost}
            for code, (amount, cost) in report.by_rule.items()
        },
        "fingerprint": asdict(mark_of(case)),
    }


def draft_as_json(drafted: Drafted) -> dict[str, Any]:
    draft = drafted.draft
    engine = {
        "outcome": draft.outcome.value,
        "within_gap": draft.within_gap,
        "cut_by_clock": draft.cut_by_clock,
        "cost": draft.cost,
        "bound": draft.bound,
        "gap": draft.gap,
        "seconds": round(draft.seconds, 2),
    }
    if drafted.report is None:
        demands = [
            {"text": c.text, "demands": [[d.cadre, d.target, d.pin] for d in c.demands]}
            for c in drafted.clashes
        ]
        return {
            **engine,
            **dict.fromkeys(COUNTS),
            "breaches": [],
            "findings": [],
            "by_rule": {},
            "fingerprint": asdict(mark_of(drafted.case)),
            "clashes": demands,
            "failure": failure_words(drafted.failure) if drafted.failure else "",
        }
    told = report_as_json(drafted.case, drafted.plan, drafted.report)
    far = distance_to_best(drafted.case, drafted.plan, drafted.report, draft.bound or 0)
    distance = {
        "gap_points": far.points,
        "gap_moves": far.moves,
        "gap_without_surplus": far.avoidable,
    }
    return {**told, **engine, **distance}


def checked_as_json(checked: Checked) -> dict[str, Any]:
    keys = report_as_json(checked.case, checked.plan, checked.report)
    return {
        "outcome": standing(checked.report.lawful, checked.report.cost, checked.bound),
        "bound": checked.bound,
        "gap": relative_gap(checked.report.cost, checked.bound)
        if checked.bound is not None
        else None,
        "same_input": checked.same_input,
        "proven": checked.report.proven,
        "own_norms": [norm.id for norm in checked.case.norms.own],
        **keys,
    }
