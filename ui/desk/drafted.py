"""A finished draft and a checked plan, as both faces hold them."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from planner.case import Case
from planner.check import Report
from planner.check.certificate import Certificate
from planner.check.fingerprint import Fingerprint, fingerprint
from planner.plan import Plan
from planner.why.clash import Clash
from solver.process.session import Failure
from solver.progress import Draft

if TYPE_CHECKING:
    from solver.proof.diagnosis import Diagnosis


@dataclass(frozen=True)
class Drafted:
    """A finished draft with its independent check, or the clashes that leave no plan."""

    case: Case
    draft: Draft
    report: Report | None
    clashes: tuple[Clash, ...] = ()
    failure: Failure | None = None
    diagnosis: "Diagnosis | None" = None
    """What the whole search in vain was found to come from, with the ways out."""

    @property
    def plan(self) -> Plan:
        assert self.draft.plan is not None
        return self.draft.plan


class Disagreement(RuntimeError):
    """The check found a breach, or another cost, in a plan of the engine: a defect of ours."""


@lru_cache(maxsize=8)
def mark_of(case: Case) -> Fingerprint:
    return fingerprint(case, version("sapxep"))


@dataclass(frozen=True)
class Checked:
    case: Case
    plan: Plan
    report: Report
    bound: int | None
    same_input: bool
    certificate: Certificate | None = None
    """The plan's own, when it proves what it says under the scenario of the check."""
