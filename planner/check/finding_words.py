"""Findings in words: what one says, and whom and where it is about."""

from planner.case import Case
from planner.plan import Finding
from planner.roster.levels import Block
from planner.rules import rule_of

SIDES = frozenset({"max", "min", "deputy", "population", "area", "leaders", "professional"})
"""What findings about one thing and two sides add to tell them apart."""


def finding_text(case: Case, finding: Finding) -> str:
    """What a finding says, in words."""
    if finding.rule == "plan":
        return finding.norm.title
    return rule_of(finding.rule).explain(case, finding)


def about(case: Case, finding: Finding) -> str:
    """Whom and where a finding is about, with names beside codes; marks of a side are left out."""
    return "; ".join(named(case, code) for code in finding.about if code and code not in SIDES)


def named(case: Case, code: str) -> str:
    if code in case.cadre_at:
        return f"{case.cadre(code).name} ({code})"
    if code in case.commune_at:
        return case.unit(code).full_name
    if code in case.posts:
        unit = case.unit_of(code)
        return f"{case.title_of(code).name}, {unit.full_name}"
    if code in Block.__members__:
        return Block[code].label
    if code in case.organisation.old_units:
        return case.organisation.old_units[code].name
    if code in case.organisation.title_at:
        return case.titles[case.organisation.title_at[code]].name
    offices = {office.code: office.name for office in case.organisation.profile.offices}
    tasks = {task.code: task.name for task in case.tasks}
    norm = case.norms.named(code)
    names = {
        **case.organisation.profile.body_names,
        **offices,
        **tasks,
        **({code: norm.title} if norm else {}),
    }
    return names.get(code, code)
