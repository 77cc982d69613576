"""What a project keeps revisions of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.norms.edits import Edit
from planner.case import Scenario
from planner.check.certificate import Certificate
from planner.figures.plan_report import PlanReport
from planner.plan import Plan
from planner.roster import Roster


class RevisionKind(StrEnum):
    UPLOAD = "upload"
    ROSTER = "roster"
    SCENARIO = "scenario"
    NORMS = "norms"
    PLAN = "plan"


@dataclass(frozen=True)
class Upload:
    """A workbook that was handed over and is not yet the roster: it has faults to mend, or is a
    difference to confirm. `body` is base64; no `name` when there is none any more."""

    name: str = ""
    body: str = ""
    mends: tuple[tuple[str, int, str, str], ...] = ()
    """(sheet, Excel row, column, text to read there instead)."""


@dataclass(frozen=True)
class OwnNorms:
    """The department's norm files (name → text), and what was changed on screen (slot → edit)."""

    given: Mapping[str, str] = field(default_factory=dict)
    edits: Mapping[str, Edit] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PlanRecord:
    """A plan with all it was made from, so that it can be checked for itself. `roster` is the id of
    the roster's revision; `norms` the department's own norm files then."""

    name: str
    roster: str
    scenario: Scenario
    norms: Mapping[str, str]
    plan: Plan
    origin: str
    """draft, best_so_far, hand, file or present."""
    cost: int | None = None
    bound: int | None = None
    certificate: Certificate | None = None
    seconds: float = 0.0
    cut_by_clock: bool = False
    figures: Mapping[str, int] = field(default_factory=dict)
    """Counts for lists of plans, by name of planner.summary.Figures."""
    breaches: int = 0
    report: PlanReport | None = None
    """What a comparison shows of it."""


VALUES: dict[RevisionKind, type[object]] = {
    RevisionKind.UPLOAD: Upload,
    RevisionKind.ROSTER: Roster,
    RevisionKind.SCENARIO: Scenario,
    RevisionKind.NORMS: OwnNorms,
    RevisionKind.PLAN: PlanRecord,
}
