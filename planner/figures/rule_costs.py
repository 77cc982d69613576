"""What each rule costs a plan, with the sources of its norms."""

from dataclasses import dataclass

from planner.case import Case
from planner.check import Report
from planner.rules import rule_of
from planner.text.vietnamese import text_key


@dataclass(frozen=True, slots=True)
class RuleCost:
    title: str
    amount: int
    """By how much it is missed, in its own unit."""
    cost: int
    sources: tuple[str, ...]


def rule_costs(case: Case, report: Report) -> tuple[RuleCost, ...]:
    """The dearest first."""
    found = sorted(report.by_rule.items(), key=lambda item: (-item[1][1], text_key(item[0])))
    return tuple(
        RuleCost(
            rule_of(code).title,
            amount,
            cost,
            tuple(dict.fromkeys(norm.source for norm in rule_of(code).norms(case))),
        )
        for code, (amount, cost) in found
    )
