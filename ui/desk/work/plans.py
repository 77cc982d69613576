"""The plans of a project: which there are, which one is looked at, its check; the present state."""

import threading
from dataclasses import replace
from threading import RLock

from data.legal_basis import make_case
from data.store.kinds import PlanRecord, RevisionKind
from data.store.project import Project, Saved
from planner.case import Case
from planner.check import check
from planner.check.finding_words import finding_text
from planner.figures.plan_report import PlanReport, plan_report
from planner.figures.summary import Figures, UnitFigures, unit_figures
from planner.plan import Plan
from planner.plan.present import present_plan
from planner.why.prices import Prices
from planner.why.swaps import swapped
from solver.progress import Draft, Outcome
from ui.desk.drafted import Drafted
from ui.desk.memo import Kept
from ui.desk.said import Said
from ui.desk.work.announcing import Announcing
from ui.desk.work.inputs import Inputs
from ui.desk.work.records import figures_of, record_by_hand, record_of

PRESENT = "Hiện trạng"
ONLY_READ = "Phương án này đã công bố, chỉ xem. Nhân bản nó rồi sửa bản sao."


class Plans:
    """Plans are only ever added."""

    def __init__(self, project: Project, inputs: Inputs) -> None:
        self.project, self.inputs = project, inputs
        self.announcing = Announcing(project)
        self.kept = Kept()
        self._lock = RLock()
        self._cases: dict[str, Case] = {}
        self._drafted: dict[str, Drafted] = {}
        self._prepared: Drafted | None = None

    @property
    def saved(self) -> tuple[Saved, ...]:
        """All plans, oldest first."""
        return self.project.revisions(RevisionKind.PLAN)

    def record(self, plan: str) -> PlanRecord:
        return self.project.plan(plan)

    def free_name(self, wanted: str = "") -> str:
        """`wanted`, else the next of PA1, PA2 …, when no plan bears it yet."""
        names = {saved.label for saved in self.saved}
        if wanted and wanted not in names:
            return wanted
        stem, number = (f"{wanted} ", 2) if wanted else ("PA", 1)
        while f"{stem}{number}" in names:
            number += 1
        return f"{stem}{number}"

    @property
    def current(self) -> str:
        """Revision of the plan that is looked at; empty when there is none."""
        head = self.project.head(RevisionKind.PLAN)
        return head.id if head else ""

    def look_at(self, plan: str) -> None:
        if plan != self.current:
            self.project.go_to(RevisionKind.PLAN, plan, "look_at", self.record(plan).name)

    @property
    def only_read(self) -> bool:
        """Whether the plan that is looked at may not be changed."""
        return self.announcing.of(self.current) is not None

    def case_of(self, plan: str) -> Case:
        """The case that a plan was made for."""
        with self._lock:
            if plan in self._drafted:
                return self._drafted[plan].case
            if plan not in self._cases:
                record = self.record(plan)
                roster = self.project.roster(record.roster)
                self._cases[plan] = make_case(roster, record.scenario, dict(record.norms))
            return self._cases[plan]

    def drafted_of(self, plan: str) -> Drafted:
        """A plan with its case and its check, worked out once."""
        with self._lock:
            if plan not in self._drafted:
                record, case = self.record(plan), self.case_of(plan)
                report = check(case, record.plan)
                best = record.cost == record.bound and not report.breaches
                draft = Draft(
                    Outcome.BEST if best else Outcome.GOOD,
                    record.seconds,
                    plan=record.plan,
                    cost=report.cost,
                    bound=record.bound,
                    cut_by_clock=record.cut_by_clock,
                    certificate=record.certificate,
                )
                self._drafted[plan] = Drafted(case=case, draft=draft, report=report)
            return self._drafted[plan]

    def know(self, plan: str, drafted: Drafted) -> None:
        """Takes the case and check of a plan from the draft that just made it."""
        with self._lock:
            self._drafted[plan] = drafted

    @property
    def drafted(self) -> Drafted | None:
        """The plan that is looked at."""
        return self.drafted_of(self.current) if self.current else None

    @property
    def present(self) -> Drafted:
        """The present state as a plan, under the case as it stands."""
        case = self.inputs.case
        assert case is not None
        return self.kept("present", case, lambda: _present(case))

    @property
    def outdated(self) -> str:
        """What has changed since the plan that is looked at was made; empty when nothing has."""
        if not self.current:
            return ""
        record, head = self.record(self.current), self.project.head(RevisionKind.ROSTER)
        made, now = replace(record.scenario, name=""), replace(self.inputs.scenario, name="")
        parts = []
        if head is not None and head.id != record.roster:
            parts.append("danh sách")
        if replace(made, kept={}) != replace(now, kept={}):
            parts.append("giả định, yêu cầu")
        if dict(record.norms) != self.inputs.overlay:
            parts.append("căn cứ số")
        return ", ".join(parts)

    def report_of(self, plan: str) -> PlanReport:
        """The figures of a plan for comparison; those it was saved with when it has them."""
        saved = self.record(plan).report
        if saved is not None:
            return saved
        drafted = self.drafted_of(plan)
        assert drafted.report is not None
        return plan_report(drafted.case, drafted.plan, drafted.report)

    @property
    def figures(self) -> Figures | None:
        return figures_of(self.record(self.current)) if self.current else None

    def units_in(self, case: Case, plan: Plan) -> tuple[UnitFigures, ...]:
        """Figures unit by unit, in the order of the case."""
        return self.kept("units", plan, lambda: unit_figures(case, plan))

    def prices_of(self, drafted: Drafted) -> Prices | None:
        """Prices of other places, when the plan is lawful and carries a proof."""
        certificate, report = drafted.draft.certificate, drafted.report
        if certificate is None or report is None or not report.lawful:
            return None
        case, plan, cost = drafted.case, drafted.plan, report.cost
        return self.kept("prices", drafted, lambda: Prices(case, plan, cost, certificate))

    def prepare(self, drafted: Drafted) -> None:
        """Works out the prices of a plan meanwhile, so that the first card need not wait."""
        if self._prepared is not drafted:
            self._prepared = drafted
            threading.Thread(target=self.prices_of, args=(drafted,), daemon=True).start()

    def add(self, record: PlanRecord, action: str) -> str:
        return self.project.commit(
            RevisionKind.PLAN, record, action, record.name, label=record.name
        )

    def copy(self, plan: str) -> None:
        """The same plan once more under a name of its own, free to be changed."""
        record = self.record(plan)
        self.add(replace(record, name=self.free_name(f"{record.name} – bản sao")), "copy")

    def take_draft(self, drafted: Drafted) -> None:
        """A draft made outside the app, on the roster as it stands, as a plan of the project."""
        head = self.project.head(RevisionKind.ROSTER)
        assert head is not None
        scenario = replace(drafted.case.scenario, name=self.free_name())
        norms = dict(drafted.case.overlay)
        made = PlanRecord(
            name=scenario.name,
            roster=head.id,
            scenario=scenario,
            norms=norms,
            plan=drafted.plan,
            origin="draft",
        )
        self.add(record_of(made, drafted), "draft")

    def take_swap(self, circle: tuple[str, ...]) -> str:
        """The plan with a circle of people in each other's places as a new plan; what the law says
        against it, and then nothing has changed."""
        if self.only_read:
            return ONLY_READ
        drafted, record = self.drafted, self.record(self.current)
        assert drafted is not None and drafted.report is not None
        case, plan = drafted.case, swapped(drafted.plan, circle)
        report = check(case, plan)
        known = {(f.rule, f.about) for f in drafted.report.breaches}
        fresh = [f for f in report.breaches if (f.rule, f.about) not in known]
        if fresh:
            return "; ".join(f"{finding_text(case, f)} ({f.norm.source})" for f in fresh)
        name = self.free_name(f"{record.name} – hoán đổi")
        self.add(record_by_hand(record, name, case, plan, report), "hand")
        return ""


def plans_of(project: Project) -> Plans:
    """The plans of a project that is only read."""
    return Plans(project, Inputs(project, Said()))


def _present(case: Case) -> Drafted:
    plan = present_plan(case)
    report = check(case, plan)
    return Drafted(
        case=case, draft=Draft(Outcome.GOOD, 0.0, plan=plan, cost=report.cost), report=report
    )
