"""What a plan and its check say as JSON; the keys that `draft`, `check` and `compare` share."""

from dataclasses import asdict
from typing import Any

from planner.case import Case
from planner.check import Report
from planner.check.fingerprint import Fingerprint
from planner.figures.plan_report import PlanReport
from planner.figures.summary import Figures, figures
from planner.plan import Plan

COUNTS = {
    "placed": "placed",
    "vacant": "vacant",
    "vacant_key": "vacant_key",
    "surplus": "surplus",
    "moved": "moved",
    "concurrent_holders": "concurrent",
}
"""Key for scripts, and of the word for people → field of the figures."""


def counts_as_json(counts: Figures) -> dict[str, int]:
    return {key: getattr(counts, field) for key, field in COUNTS.items()}


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


def report_as_json(case: Case, plan: Plan, report: Report, mark: Fingerprint) -> dict[str, Any]:
    """The keys that `draft --json` and `check --json` share, but for the engine's own."""

    def findings(breach: bool) -> list[dict[str, Any]]:
        return [
            {"rule": f.rule, "about": list(f.about), "amount": f.amount, "norm": f.norm.id}
            for f in report.findings
            if f.breach is breach
        ]

    return {
        "cost": report.cost,
        **counts_as_json(figures(case, plan)),
        "unbound": list(report.unbound),
        "breaches": findings(True),
        "findings": findings(False),
        "by_rule": {
            code: {"amount": amount, "cost": cost}
            for code, (amount, cost) in report.by_rule.items()
        },
        "fingerprint": asdict(mark),
    }
