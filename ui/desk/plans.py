"""The plans of a project: which there are, which one is looked at, its check and its files."""

import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from data.excel.faults import BadWorkbook
from data.legal_basis import make_case
from data.papers.plan_reader import PlanFile, read_plan
from data.roster_book.writer import write_workbook
from data.store.journal import Line
from data.store.kinds import PlanRecord, RevisionKind
from data.store.project import Project, Saved
from planner.case import Case, Scenario
from planner.check import check
from planner.check.finding_words import finding_text
from planner.figures.plan_report import PlanReport, plan_report
from planner.figures.summary import Figures, UnitFigures, figures, unit_figures
from planner.plan import Plan
from planner.plan.present import present_plan
from planner.roster import Roster
from planner.why.prices import Prices
from planner.why.swaps import swapped
from solver.progress import Draft, Outcome
from ui.desk.drafted import Drafted
from ui.desk.inputs import WorkedOn
from ui.desk.story import claim_of, write

PRESENT = "Hiện trạng"
ANNOUNCE, WITHDRAW = "announce", "withdraw"
ONLY_READ = "Phương án này đã công bố, chỉ xem. Nhân bản nó rồi sửa bản sao."


class PlanSet(WorkedOn):
    """Plans are only ever added."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self._cases: dict[str, Case] = {}
        self._drafted: dict[str, Drafted] = {}
        self._files: dict[tuple[str, str], bytes] = {}
        self._prepared: Drafted | None = None

    @property
    def plans(self) -> tuple[Saved, ...]:
        """All plans, oldest first."""
        return self.project.revisions(RevisionKind.PLAN)

    def record(self, plan: str) -> PlanRecord:
        return self.project.plan(plan)

    def free_name(self, wanted: str = "") -> str:
        """`wanted`, else the next of PA1, PA2 …, when no plan bears it yet."""
        names = {saved.label for saved in self.plans}
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

    def case_of(self, plan: str) -> Case:
        """The case that a plan was made for."""
        with self.lock:
            if plan in self._drafted:
                return self._drafted[plan].case
            if plan not in self._cases:
                record = self.record(plan)
                roster = self.project.roster(record.roster)
                self._cases[plan] = make_case(roster, record.scenario, dict(record.norms))
            return self._cases[plan]

    @property
    def announcements(self) -> dict[str, Line]:
        """Plan → the line in the log by which it was announced, while it is: it then only is
        read."""
        found = self.project.last_lines((ANNOUNCE, WITHDRAW))
        return {plan: line for plan, line in found.items() if line.action == ANNOUNCE}

    def announced(self, plan: str) -> Line | None:
        return self.announcements.get(plan)

    @property
    def only_read(self) -> bool:
        """Whether the plan that is looked at may not be changed."""
        return self.announced(self.current) is not None

    def announce(self, plan: str, why: str) -> str:
        """Writes down that a plan was decided and announced; what speaks against it, and then
        nothing was written."""
        record = self.record(plan)
        if record.breaches:
            return f"{record.name} còn {record.breaches} vi phạm quy định."
        if not why.strip():
            return "Cần ghi căn cứ: văn bản, ngày."
        self.project.note(ANNOUNCE, record.name, why.strip(), plan)
        return ""

    def withdraw(self, plan: str, why: str) -> str:
        """Takes an announcement back, with its reason."""
        if not why.strip():
            return "Cần ghi lý do."
        self.project.note(WITHDRAW, self.record(plan).name, why.strip(), plan)
        return ""

    def drafted_of(self, plan: str) -> Drafted:
        """A plan with its case and its check, worked out once."""
        with self.lock:
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
                self._drafted[plan] = Drafted(case, draft, report)
            return self._drafted[plan]

    @property
    def drafted(self) -> Drafted | None:
        """The plan that is looked at."""
        return self.drafted_of(self.current) if self.current else None

    @property
    def present(self) -> Drafted:
        """The present state as a plan, under the case as it stands."""
        case = self.case
        assert case is not None
        return self.kept("present", case, lambda: _present(case))

    @property
    def outdated(self) -> str:
        """What has changed since the plan that is looked at was made; empty when nothing has."""
        if not self.current:
            return ""
        record, head = self.record(self.current), self.project.head(RevisionKind.ROSTER)
        made, now = replace(record.scenario, name="", kept={}), replace(self.scenario, name="")
        parts = []
        if head is not None and head.id != record.roster:
            parts.append("danh sách")
        if made != replace(now, kept={}):
            parts.append("giả định, yêu cầu")
        if dict(record.norms) != self.overlay:
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

    def take_plan_file(self, path: Path, name: str) -> bool:
        """A plan made elsewhere, on Excel or in another project; False and `problem` when it cannot
        be read. Breaches are counted, not refused: a hand-made plan may have them."""
        file = read_plan(path)
        head, roster = self.project.head(RevisionKind.ROSTER), self.roster
        if isinstance(file, BadWorkbook):
            self.problem = f"{name}: {file.faults[0]}"
            return False
        assert head is not None and roster is not None
        try:
            record = _record_of_file(file, roster, head.id, self.scenario, self.free_name(name))
        except (ValueError, KeyError) as error:
            self.problem = f"{name}: {error}"
            return False
        self.project.commit(RevisionKind.PLAN, record, "file", record.name, label=record.name)
        return True

    def add_plan(self, record: PlanRecord, action: str) -> str:
        return self.project.commit(
            RevisionKind.PLAN, record, action, record.name, label=record.name
        )

    def take_swap(self, circle: tuple[str, ...]) -> str:
        """The plan with a circle of people in each other's places as a new plan; what the law says
        against it, and then nothing has changed."""
        if self.only_read:
            return ONLY_READ
        drafted, record = self.drafted, self.record(self.current)
        assert drafted is not None and drafted.report is not None
        plan = swapped(drafted.plan, circle)
        case, name = drafted.case, self.free_name(f"{record.name} – hoán đổi")
        report = check(case, plan)
        known = {(f.rule, f.about) for f in drafted.report.breaches}
        fresh = [f for f in report.breaches if (f.rule, f.about) not in known]
        if fresh:
            return "; ".join(f"{finding_text(case, f)} ({f.norm.source})" for f in fresh)
        scenario = replace(record.scenario, name=name)
        new = replace(
            record,
            name=name,
            scenario=scenario,
            plan=plan,
            origin="hand",
            cost=report.cost,
            seconds=0.0,
            figures=asdict(figures(case, plan)),
            breaches=len(report.breaches),
            report=plan_report(case, plan, report),
        )
        self.add_plan(new, "hand")
        return ""

    def file(self, kind: str) -> bytes:
        """The plan or the roster as a workbook, made once for each state."""
        head = self.project.head(RevisionKind.ROSTER)
        mark = kind, self.current if kind == "plan" else head.id if head else ""
        if mark not in self._files:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "tep.xlsx"
                self._maker(kind)(path)
                self._files[mark] = path.read_bytes()
        return self._files[mark]

    def _maker(self, kind: str) -> Callable[[Path], None]:
        drafted, roster = self.drafted, self.roster
        if kind == "plan":
            assert drafted is not None
            return lambda path: write(drafted, path)
        assert roster is not None
        masked, posts = kind == "roster_masked", roster.own_posts
        return lambda path: write_workbook(roster, path, posts, masked)

    def copy(self) -> bytes:
        """The whole project as one file."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "ho_so.sapxep"
            self.project.copy_to(path)
            return path.read_bytes()


def _present(case: Case) -> Drafted:
    plan = present_plan(case)
    report = check(case, plan)
    return Drafted(case, Draft(Outcome.GOOD, 0.0, plan=plan, cost=report.cost), report)


def figures_of(record: PlanRecord) -> Figures:
    return Figures(**record.figures)


def _record_of_file(
    file: PlanFile, roster: Roster, revision: str, scenario: Scenario, name: str
) -> PlanRecord:
    """A plan file against this roster, under its own scenario or, without one, the present one."""
    stated = replace(file.stated.scenario or scenario, name=name)
    norms = dict(file.stated.overlay or {})
    case = make_case(roster, stated, norms)
    plan = file.plan
    if not file.names_surplus:
        left = tuple(c.code for c in case.cadres if c.code not in plan.by_cadre)
        plan = Plan(plan.placements, left)
    report = check(case, plan, claim_of(file))
    return PlanRecord(
        name,
        revision,
        stated,
        norms,
        plan,
        "file",
        report.cost,
        file.stated.bound if report.proven is not None else None,
        file.stated.certificate if report.proven is not None else None,
        figures=asdict(figures(case, plan)),
        breaches=len(report.breaches),
        report=plan_report(case, plan, report),
    )
