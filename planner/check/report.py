"""The report of a check: findings, breaches, cost rule by rule, what is proven."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.plan import Finding
from planner.rules.shape import Verdict


@dataclass(frozen=True)
class Report:
    """What the check found; `conditions` are lawful placements that hold only until a day."""

    findings: tuple[Finding, ...]
    conditions: tuple[tuple[str, Verdict], ...] = ()
    proven: int | None = None
    """What the certificate proves: no lawful plan costs less. None without a sound one."""
    unbound: tuple[str, ...] = ()
    """Titles, in words, that no rule knows: of them the check says nothing."""

    @property
    def breaches(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.breach)

    @property
    def lawful(self) -> bool:
        return not self.breaches

    @cached_property
    def cost(self) -> int:
        """Points over all wishes missed."""
        return sum(finding.cost for finding in self.findings)

    @cached_property
    def by_rule(self) -> Mapping[str, tuple[int, int]]:
        """Rule code → (amount, cost) over its findings, breaches left out."""
        sums: dict[str, tuple[int, int]] = {}
        for finding in self.findings:
            if not finding.breach:
                amount, cost = sums.get(finding.rule, (0, 0))
                sums[finding.rule] = amount + finding.amount, cost + finding.cost
        return dict(sorted(sums.items()))
