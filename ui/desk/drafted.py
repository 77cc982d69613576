"""A finished draft and a checked plan, as both faces hold them."""

from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from planner.case import Case
from planner.check import Report
from planner.check.certificate import Certificate
from planner.check.fingerprint import Fingerprint, fingerprint
from planner.figures.distance_to_best import Distance, distance_to_best
from planner.plan import Plan
from planner.plan.gap import relative_gap
from planner.why.clash import Clash
from solver.process.session import Failure
from solver.progress import Draft
from ui.desk.for_scripts import COUNTS, report_as_json, standing
from ui.desk.in_words import failure_words

if TYPE_CHECKING:
    from solver.proof.diagnosis import Diagnosis


class Disagreement(RuntimeError):
    """The check found a breach, or another cost, in a plan of the engine: a defect of ours."""


@lru_cache(maxsize=8)
def mark_of(case: Case) -> Fingerprint:
    return fingerprint(case, version("sapxep"))


@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def distance(self) -> Distance | None:
        """How far from the best the plan can be; None without a plan or a bound."""
        if self.report is None or self.draft.bound is None:
            return None
        return distance_to_best(self.case, self.plan, self.report, self.draft.bound)

    def as_json(self) -> dict[str, Any]:
        draft = self.draft
        engine = {
            "outcome": draft.outcome.value,
            "within_gap": draft.within_gap,
            "cut_by_clock": draft.cut_by_clock,
            "cost": draft.cost,
            "bound": draft.bound,
            "gap": draft.gap,
            "seconds": round(draft.seconds, 2),
        }
        if self.report is None:
            return {**engine, **self._nothing_as_json()}
        far = self.distance
        return {
            **report_as_json(self.case, self.plan, self.report, mark_of(self.case)),
            **engine,
            "gap_points": far.points if far else None,
            "gap_moves": far.moves if far else None,
            "gap_without_surplus": far.avoidable if far else None,
        }

    def _nothing_as_json(self) -> dict[str, Any]:
        """The keys of a plan where there is none, and why there is none."""
        return {
            **dict.fromkeys(COUNTS),
            "unbound": list(self.case.organisation.unbound),
            "breaches": [],
            "findings": [],
            "by_rule": {},
            "fingerprint": asdict(mark_of(self.case)),
            "clashes": [
                {"text": c.text, "demands": [[d.cadre, d.target, d.pin] for d in c.demands]}
                for c in self.clashes
            ],
            "failure": failure_words(self.failure) if self.failure else "",
        }


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A plan that was made elsewhere or before, with its check."""

    case: Case
    plan: Plan
    report: Report
    bound: int | None = None
    same_input: bool = True
    """Whether it was made of the roster it was checked against."""
    certificate: Certificate | None = None
    """The plan's own, when it proves what it says under the scenario of the check."""

    def as_json(self) -> dict[str, Any]:
        report, bound = self.report, self.bound
        return {
            "outcome": standing(report.lawful, report.cost, bound),
            "bound": bound,
            "gap": relative_gap(report.cost, bound) if bound is not None else None,
            "same_input": self.same_input,
            "proven": report.proven,
            "own_norms": [norm.id for norm in self.case.norms.own],
            **report_as_json(self.case, self.plan, report, mark_of(self.case)),
        }
