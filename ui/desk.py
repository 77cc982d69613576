"""A desk: one open project with what follows from it, kept on the server for all its windows."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from threading import RLock
from typing import TypeVar, cast

import psutil

from data.case import make_case
from data.faults import BadWorkbook
from data.norm_edits import EDITS_FILE, Edit
from data.plan_reader import PlanFile, read_plan
from data.profiles import profile_of
from data.store.kinds import Kind, OwnNorms, PlanRecord
from data.store.project import Project, Saved
from data.workbook_writer import write_workbook
from planner.case import Case
from planner.check import check
from planner.clash import clashes
from planner.norms import Norms
from planner.plan import Plan
from planner.present import present_plan
from planner.report import PlanReport, plan_report
from planner.roster import Demand, Roster
from planner.scenario import Scenario
from planner.summary import Figures, UnitFigures, figures, unit_figures
from planner.swaps import swapped
from planner.why import instead
from planner.words import say
from solver.diagnosis import Diagnosis
from solver.progress import Draft, Limits, Outcome
from solver.session import Session
from ui.running import Run
from ui.why_not import WhyNot
from ui.workflow import Drafted, claim_of, write

CHANGES = (Kind.ROSTER, Kind.SCENARIO, Kind.NORMS)
"""Kinds whose changes can be undone; plans are never taken back, only added."""
PRESENT = "Hiện trạng"
MOVE_SECONDS = 300.0
"""Ceiling of a draft after a move by hand."""
V = TypeVar("V")


class Desk:
    """Whatever is changed here is on disk before the verb returns."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.run: Run | None = None
        self.why_not: WhyNot | None = None
        self.diagnosis: Diagnosis | None = None
        """What was found when no plan could be drafted."""
        self._unmet: Case | None = None
        self._norms: tuple[str, Norms] | None = None
        self.problem = ""
        self.notice = ""
        self.lock = RLock()
        self._warm: Session | None = None
        self._case: tuple[tuple[str, str, str], Case] | None = None
        self._drafted: dict[str, Drafted] = {}
        self._files: dict[tuple[str, str], bytes] = {}
        self._units: dict[str, tuple[UnitFigures, ...]] = {}
        self._kept: dict[str, object] = {}
        self._kept_case: Case | None = None
        self._rescue()

    def _rescue(self) -> None:
        """Plans that a server which went away had found so far become plans of the project."""
        for job in self.project.jobs.cut_off(psutil.pid_exists):
            best = self.project.jobs.best(job.id)
            said = f"Lần lập {job.name} bị ngắt giữa chừng (máy hoặc ứng dụng đã tắt)."
            if best is None:
                self.notice = f"{said} Lúc đó chưa có phương án nào; danh sách và giả định còn đủ."
                continue
            name = self.free_name(f"{job.name} (lập dở)")
            record = replace(best, name=name)
            self.project.commit(Kind.PLAN, record, "rescue", name, label=name)
            self.notice = f"{said} Phương án tốt nhất đến lúc đó đã được giữ: {name}."

    @property
    def source(self) -> str:
        return self.project.name

    @property
    def invented(self) -> bool:
        return self.project.invented

    def take_roster(self, roster: Roster, action: str, about: str = "", why: str = "") -> None:
        """A new state of the roster; the first one brings the first scenario with it."""
        self.project.commit(Kind.ROSTER, roster, action, about, why)
        if self.project.head(Kind.SCENARIO) is None:
            scenario = Scenario("PA1", date.today())
            self.project.commit(Kind.SCENARIO, scenario, "assume", f"{date.today():%d/%m/%Y}")

    @property
    def roster(self) -> Roster | None:
        head = self.project.head(Kind.ROSTER)
        return self.project.roster(head.id) if head else None

    @property
    def scenario(self) -> Scenario:
        head = self.project.head(Kind.SCENARIO)
        return self.project.scenario(head.id) if head else Scenario("PA1", date.today())

    @property
    def norms(self) -> OwnNorms:
        head = self.project.head(Kind.NORMS)
        return self.project.norms(head.id) if head else OwnNorms()

    @property
    def edits(self) -> Mapping[str, Edit]:
        return self.norms.edits

    @property
    def given(self) -> Mapping[str, str]:
        return self.norms.given

    @property
    def overlay(self) -> dict[str, str]:
        """The department's own norm files, those made on screen among them."""
        return overlay_of(self.norms)

    @property
    def case(self) -> Case | None:
        """Roster, scenario and norms as they stand; None while there is no roster."""
        heads = [self.project.head(kind) for kind in CHANGES]
        if heads[0] is None:
            return None
        mark = tuple(head.id if head else "" for head in heads)
        with self.lock:
            if self._case is None or self._case[0] != mark:
                roster = self.project.roster(heads[0].id)
                case = make_case(roster, self.scenario, self.overlay)
                self._case = (mark[0], mark[1], mark[2]), case
            return self._case[1]

    def assume(
        self, scenario: Scenario, action: str = "assume", about: str = "", why: str = ""
    ) -> bool:
        """Other assumptions; False, and nothing changed, when they cannot hold: `problem` says
        why."""
        roster = self.roster
        assert roster is not None
        schemes = {s.name for s in profile_of(roster.province, scenario.as_of).schemes}
        default = profile_of(roster.province, scenario.as_of).schemes[0].name
        if scenario.quota not in schemes or scenario.quota == default:
            scenario = replace(scenario, quota="")
        if scenario == self.scenario:
            return True
        try:
            make_case(roster, scenario, self.overlay)
        except (ValueError, KeyError) as error:
            self.problem = str(error)
            return False
        self.problem = ""
        self.project.commit(Kind.SCENARIO, scenario, action, about, why)
        return True

    def change_law(
        self, edits: Mapping[str, Edit], given: Mapping[str, str], about: str = "", why: str = ""
    ) -> bool:
        """Takes other norms, or keeps those there are when the new ones cannot be used."""
        roster, norms = self.roster, OwnNorms(dict(given), dict(edits))
        assert roster is not None
        try:
            make_case(roster, self.scenario, overlay_of(norms))
        except (ValueError, KeyError) as error:
            self.problem = str(error)
            return False
        self.problem = ""
        if self.project.head(Kind.NORMS) is None:
            self.project.commit(Kind.NORMS, OwnNorms(), "norm", "căn cứ số chung")
        self.project.commit(Kind.NORMS, norms, "norm", about, why)
        return True

    def take_case(self, case: Case, action: str, about: str) -> None:
        """The roster and the scenario of a changed case, where they changed."""
        now = self.case
        assert now is not None
        if case.roster != now.roster:
            self.project.commit(Kind.ROSTER, case.roster, action, about)
        if case.scenario != now.scenario:
            self.project.commit(Kind.SCENARIO, case.scenario, action, about)

    def demand(self, cadre: str, target: str, pin: bool, why: str = "") -> bool:
        """Pins a person to a post or unit, or bans it; an opposite demand on it gives way."""
        scenario = self.scenario
        kept = tuple(
            d
            for d in scenario.demands
            if (d.cadre, d.target) != (cadre, target) and not (pin and d.pin and d.cadre == cadre)
        )
        new = replace(scenario, demands=(*kept, Demand(cadre, target, pin, why)))
        return self.assume(new, "pin" if pin else "ban", f"{cadre} · {target}", why)

    def move(self, cadre: str, post: str) -> str:
        """Moves a person by hand: pins them to the post and drafts again with least change. What
        the law says against it, and then nothing has changed; empty when it is under way."""
        drafted, case = self.drafted, self.case
        assert drafted is not None and case is not None
        if self.run is not None:
            return "Đang lập một phương án; chờ xong rồi chuyển."
        if cadre not in case.cadre_at or post not in case.posts:
            return "Người hoặc chức danh này không còn trong danh sách đang dùng."
        said = instead(drafted.case, drafted.plan, cadre, post)
        if not said.lawful:
            return "; ".join(str(reason) for reason in (*said.refused, *said.broken))
        kept = tuple(d for d in self.scenario.demands if not (d.pin and d.cadre == cadre))
        pin = Demand(cadre, post, True, "chuyển bằng tay")
        new = replace(self.scenario, demands=(*kept, pin))
        if not self.assume(new, "hand", f"{cadre} → {post}"):
            return self.problem
        now = self.case
        against = clashes(now) if now is not None else ()
        if against:
            self.undo()
            return "; ".join(clash.text for clash in against)
        self.start(MOVE_SECONDS, keep=True)
        return ""

    def take_swap(self, circle: tuple[str, ...]) -> str:
        """The plan with a circle of people in each other's places as a new plan; what the law says
        against it, and then nothing has changed."""
        drafted, record = self.drafted, self.record(self.current)
        assert drafted is not None and drafted.report is not None
        plan = swapped(drafted.plan, circle)
        case, name = drafted.case, self.free_name(f"{record.name} – hoán đổi")
        report = check(case, plan)
        known = {(f.rule, f.about) for f in drafted.report.breaches}
        fresh = [f for f in report.breaches if (f.rule, f.about) not in known]
        if fresh:
            return "; ".join(f"{say(case, f)} ({f.norm.source})" for f in fresh)
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

    def release(self, demand: Demand) -> None:
        """Takes a pin or ban back, whether it came with the workbook or was made on screen."""
        about = f"{demand.cadre} · {demand.target}"
        roster, scenario = self.roster, self.scenario
        assert roster is not None
        if demand in scenario.demands:
            left = tuple(d for d in scenario.demands if d != demand)
            self.assume(replace(scenario, demands=left), "release", about)
        if demand in roster.demands:
            rest = tuple(d for d in roster.demands if d != demand)
            self.take_roster(replace(roster, demands=rest), "release", about)

    def undo(self) -> str:
        """Takes the last change back; what it was, or nothing when there is none."""
        line = self.project.undo(CHANGES)
        self.problem = ""
        return f"{line.action}: {line.about}" if line else ""

    @property
    def undoable(self) -> str:
        found = self.project.undoable(CHANGES)
        return found[1].action if found else ""

    @property
    def plans(self) -> tuple[Saved, ...]:
        """All plans, oldest first."""
        return self.project.revisions(Kind.PLAN)

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
        head = self.project.head(Kind.PLAN)
        return head.id if head else ""

    def look_at(self, plan: str) -> None:
        if plan != self.current:
            self.project.go_to(Kind.PLAN, plan, "look_at", self.record(plan).name)

    def drafted_of(self, plan: str) -> Drafted:
        """A plan with its case and its check, worked out once."""
        with self.lock:
            if plan not in self._drafted:
                record = self.record(plan)
                roster = self.project.roster(record.roster)
                case = make_case(roster, record.scenario, dict(record.norms))
                report = check(case, record.plan)
                best = record.cost == record.bound and not report.breaches
                draft = Draft(
                    Outcome.BEST if best else Outcome.GOOD,
                    record.seconds,
                    record.plan,
                    report.cost,
                    record.bound,
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
        mark = f"present {id(case)}"
        with self.lock:
            if mark not in self._drafted:
                plan = present_plan(case)
                report = check(case, plan)
                draft = Draft(Outcome.GOOD, 0.0, plan, report.cost)
                self._drafted[mark] = Drafted(case, draft, report)
            return self._drafted[mark]

    @property
    def outdated(self) -> str:
        """What has changed since the plan that is looked at was made; empty when nothing has."""
        if not self.current:
            return ""
        record, head = self.record(self.current), self.project.head(Kind.ROSTER)
        made, now = replace(record.scenario, name="", kept={}), replace(self.scenario, name="")
        parts = []
        if head is not None and head.id != record.roster:
            parts.append("danh sách")
        if made != replace(now, kept={}):
            parts.append("giả định, yêu cầu")
        if dict(record.norms) != self.overlay:
            parts.append("căn cứ số")
        return ", ".join(parts)

    def start(self, seconds: float, keep: bool = False, name: str = "") -> None:
        """Begins a draft, with `keep` as close to the plan that is looked at as can be. Demands
        that clash by themselves end it at once, and `why_not` then looks into them."""
        case, head = self.case, self.project.head(Kind.ROSTER)
        assert case is not None and head is not None
        self.problem = ""
        self.settled()
        scenario = replace(case.scenario, name=self.free_name(name))
        if keep and self.current:
            held = self.record(self.current).plan.placements
            scenario = replace(scenario, kept={row.cadre: " ".join(row.posts) for row in held})
        case = replace(case, scenario=scenario).taking_over(case)
        record = PlanRecord(scenario.name, head.id, scenario, self.overlay, Plan((), ()), "draft")
        warm, self._warm = self._warm, None
        if warm is not None and not (keep and warm.alive and _same_shape(warm.case, case)):
            warm.close()
            warm = None
        self.run = Run(self.project, case, record, Limits(seconds), warm)

    def collect(self) -> bool:
        """Puts a finished draft away; whether there was one."""
        run = self.run
        if run is None or run.running:
            return False
        self.run = None
        if run.error is not None:
            self.problem = f"Lần lập bị lỗi: {run.error}. Danh sách và giả định còn nguyên."
            return True
        drafted = run.drafted
        session = run.session
        if session is not None and session.alive and session.draft and session.draft.plan:
            self._warm = session
        if run.saved is not None and drafted is not None:
            self._drafted[run.saved] = drafted
        elif drafted is not None and drafted.clashes:
            self.diagnosis, self._unmet = drafted.diagnosis, run.case
            self.why_not = WhyNot(run.case) if drafted.diagnosis is None else None
        elif not run.unwanted:
            self.problem = "Chưa có kết quả, cần thêm thời gian. Hãy tăng thời gian rồi lập lại."
        return True

    def answered(self) -> None:
        """Takes what was found out about why there is no plan."""
        asked = self.why_not
        if asked is None or asked.running:
            return
        self.why_not = None
        if asked.found is not None:
            self.diagnosis, self._unmet = asked.found, asked.case
        else:
            self.problem = f"Chưa tìm được vì sao không lập được phương án: {asked.error}"

    def settled(self) -> None:
        """Puts away why there was no plan: something was changed."""
        self.why_not, self.diagnosis, self._unmet = None, None, None

    @property
    def unmet_case(self) -> Case:
        """The case that no plan could be drafted for."""
        assert self._unmet is not None
        return self._unmet

    @property
    def own_norms(self) -> Norms:
        """The norms in force before the scenario lays its forces and prices over them."""
        scenario, roster = replace(self.scenario, forces={}, prices={}), self.roster
        assert roster is not None
        head = self.project.head(Kind.NORMS)
        mark = f"{scenario.as_of} {head.id if head else ''} {roster.province}"
        with self.lock:
            if self._norms is None or self._norms[0] != mark:
                plain = Scenario("", scenario.as_of)
                self._norms = mark, make_case(roster, plain, self.overlay).norms
            return self._norms[1]

    def take_plan_file(self, path: Path, name: str) -> bool:
        """A plan made elsewhere, on Excel or in another project; False and `problem` when it cannot
        be read. Breaches are counted, not refused: a hand-made plan may have them."""
        file = read_plan(path)
        head, roster = self.project.head(Kind.ROSTER), self.roster
        if isinstance(file, BadWorkbook):
            self.problem = f"{name}: {file.faults[0]}"
            return False
        assert head is not None and roster is not None
        try:
            record = _record_of_file(file, roster, head.id, self.scenario, self.free_name(name))
        except (ValueError, KeyError) as error:
            self.problem = f"{name}: {error}"
            return False
        self.project.commit(Kind.PLAN, record, "file", record.name, label=record.name)
        return True

    def add_plan(self, record: PlanRecord, action: str) -> str:
        return self.project.commit(Kind.PLAN, record, action, record.name, label=record.name)

    def kept(self, mark: str, make: Callable[[], V]) -> V:
        """What `make` gives, worked out once for each state of the case."""
        case = self.case
        with self.lock:
            if self._kept_case is not case:
                self._kept, self._kept_case = {}, case
            if mark not in self._kept:
                self._kept[mark] = make()
            return cast(V, self._kept[mark])

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

    def units_of(self, plan: str) -> tuple[UnitFigures, ...]:
        if plan not in self._units:
            drafted = self.drafted_of(plan)
            self._units[plan] = unit_figures(drafted.case, drafted.plan)
        return self._units[plan]

    @property
    def units(self) -> tuple[UnitFigures, ...]:
        return self.units_of(self.current) if self.current else ()

    def file(self, kind: str) -> bytes:
        """The plan or the roster as a workbook, made once for each state."""
        head = self.project.head(Kind.ROSTER)
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

    def close(self) -> None:
        if self.run is not None:
            self.run.stop()
            self.run.wait(30)
        if self._warm is not None:
            self._warm.close()
        self.project.close()


def overlay_of(norms: OwnNorms) -> dict[str, str]:
    """The norm files that `norms` comes to, changes made on screen as one more."""
    made = "\n".join(edit.as_toml() for edit in norms.edits.values())
    return {**norms.given, **({EDITS_FILE: made} if made else {})}


def figures_of(record: PlanRecord) -> Figures:
    return Figures(**record.figures)


def _same_shape(one: Case, two: Case) -> bool:
    """Whether a worker that knows `one` can be asked for `two`."""
    return one.profile == two.profile and one.roster.province == two.roster.province


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
