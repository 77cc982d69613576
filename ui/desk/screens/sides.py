"""Plans of a project as sides of a comparison, for both faces."""

from datetime import date

from data.profiles import profile_of
from planner.case import Case, Scenario
from planner.compare.side_by_side import Side, assumptions
from planner.figures.plan_report import plan_report
from planner.law.norm import Norms
from planner.plan import Plan
from planner.roster import Roster
from planner.rules import wish_levels
from ui.desk.drafted import Drafted
from ui.desk.story import on_day
from ui.desk.work.plans import Plans

Placed = tuple[Case, Plan]


def placed(plans: Plans, code: str, day: date | None) -> Placed:
    """Who sits where in a plan, or in the present state for the code ""; a plan under its own day
    was checked when it was saved, and is not again."""
    if code and _own_day(plans, code, day):
        return plans.case_of(code), plans.record(code).plan
    found = _drafted(plans, code, day)
    return found.case, found.plan


def side(plans: Plans, code: str, name: str, day: date | None) -> Side:
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


def _own_day(plans: Plans, code: str, day: date | None) -> bool:
    return day is None or day == plans.record(code).scenario.as_of


def _drafted(plans: Plans, code: str, day: date | None) -> Drafted:
    found = plans.drafted_of(code) if code else plans.present
    if day is None or day == found.case.scenario.as_of:
        return found
    return plans.kept(f"on {day}", found, lambda: on_day(found, day))


def assumed_in(scenario: Scenario, roster: Roster, own: Norms, files: int) -> dict[str, str]:
    """What a plan was drafted under, in words: beside `own` norms, from so many `files`."""
    scheme = profile_of(roster.province, scenario.as_of).scheme(scenario.quota).title
    return assumptions(scenario, scheme, wish_levels.wishes(own, scenario), files)


def _assumed(plans: Plans, code: str) -> dict[str, str]:
    record, roster = plans.record(code), plans.inputs.roster
    assert roster is not None
    return assumed_in(record.scenario, roster, plans.inputs.own_norms, len(record.norms))
