"""Plans of a project as sides of a comparison, for both faces."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.profiles import profile_of
from planner.case import Case
from planner.plan import Plan
from planner.report import plan_report
from ui import wishes
from ui.comparing import report_as_json
from ui.plan_set import PlanSet
from ui.side_by_side import Side, assumptions
from ui.workflow import Drafted, on_day

Placed = tuple[Case, Plan]


def placed(plans: PlanSet, code: str, day: date | None) -> Placed:
    """Who sits where in a plan, or in the present state for the code ""; a plan under its own day
    was checked when it was saved, and is not again."""
    if code and _own_day(plans, code, day):
        return plans.case_of(code), plans.record(code).plan
    found = _drafted(plans, code, day)
    return found.case, found.plan


def side(plans: PlanSet, code: str, name: str, day: date | None) -> Side:
    """A plan, or the present state, with the figures it was saved with, or under another day's
    law."""
    assumed = _assumed(plans, code) if code else {}
    if code and _own_day(plans, code, day):
        return Side(name, plans.report_of(code), plans.record(code).bound, assumed=assumed)
    found = _drafted(plans, code, day)
    assert found.report is not None
    report = found.report
    told = plans.kept("report", found, lambda: plan_report(found.case, found.plan, report))
    return Side(name, told, None, present=not code, assumed=assumed)


def side_as_json(one: Side) -> dict[str, Any]:
    """One plan for scripts, under the keys that `compare` has for files."""
    report = one.report
    lawful = not report.breaches
    proven = lawful and one.bound == report.cost
    return {
        "name": one.name,
        "outcome": "best" if proven else "good" if lawful else "breached",
        "cost": report.cost,
        "bound": one.bound,
        "gap": one.gap,
        "placed": report.figures.placed,
        "vacant": report.figures.vacant,
        "vacant_key": report.figures.vacant_key,
        "surplus": report.figures.surplus,
        "moved": report.figures.moved,
        "concurrent_holders": report.figures.concurrent,
        "report": report_as_json(report),
        "assumed": dict(one.assumed),
    }


Seats = Mapping[str, tuple[str, ...]]


def seats_of(plans: PlanSet, code: str) -> Seats:
    """Cadre → posts in a plan, or in the present state."""
    plan = plans.record(code).plan if code else plans.present.plan
    return {
        cadre: tuple(sorted(post for row in rows for post in row.posts))
        for cadre, rows in plan.by_cadre.items()
    }


def who_moved(before: Seats, after: Seats) -> list[dict[str, Any]]:
    """Everybody whose posts differ, by code."""
    return [
        {"cadre": code, "before": list(before.get(code, ())), "after": list(after.get(code, ()))}
        for code in sorted({*before, *after})
        if before.get(code, ()) != after.get(code, ())
    ]


def _own_day(plans: PlanSet, code: str, day: date | None) -> bool:
    return day is None or day == plans.record(code).scenario.as_of


def _drafted(plans: PlanSet, code: str, day: date | None) -> Drafted:
    found = plans.drafted_of(code) if code else plans.present
    if day is None or day == found.case.scenario.as_of:
        return found
    return plans.kept(f"on {day}", found, lambda: on_day(found, day))


def _assumed(plans: PlanSet, code: str) -> dict[str, str]:
    """What a plan was drafted under, in words."""
    record, roster = plans.record(code), plans.roster
    assert roster is not None
    scenario = record.scenario
    scheme = profile_of(roster.province, scenario.as_of).scheme(scenario.quota).title
    levels = wishes.wishes(plans.own_norms, scenario)
    return assumptions(scenario, scheme, levels, len(record.norms))
