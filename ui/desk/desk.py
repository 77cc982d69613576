"""A desk: one open project with its drafts, kept on the server for all its windows."""

from dataclasses import replace

import psutil

from data.store.kinds import PlanRecord, RevisionKind
from data.store.project import Project
from planner.case import Case
from planner.plan import Plan
from planner.roster import Demand
from planner.why.clash import demand_clashes
from planner.why.instead import instead
from solver.process.session import Session
from solver.progress import Limits
from solver.proof.diagnosis import Diagnosis
from ui.desk.diagnosis_run import WhyNot
from ui.desk.draft_run import Run, record_of
from ui.desk.drafted import Drafted
from ui.desk.plans import ONLY_READ, PRESENT, PlanSet, figures_of

MOVE_SECONDS = 300.0
"""Ceiling of a draft after a move by hand."""


class Desk(PlanSet):
    """Starts and stops drafts, and asks why when there is none."""

    def __init__(self, project: Project) -> None:
        super().__init__(project)
        self.run: Run | None = None
        self.why_not: WhyNot | None = None
        self.diagnosis: Diagnosis | None = None
        """What was found when no plan could be drafted."""
        self._unmet: Case | None = None
        self._warm: Session | None = None
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
            self.project.commit(RevisionKind.PLAN, record, "rescue", name, label=name)
            self.notice = f"{said} Phương án tốt nhất đến lúc đó đã được giữ: {name}."

    def start(self, seconds: float, keep: bool = False, name: str = "") -> None:
        """Begins a draft, with `keep` as close to the plan that is looked at as can be. Demands
        that clash by themselves end it at once, and `why_not` then looks into them."""
        case, head = self.case, self.project.head(RevisionKind.ROSTER)
        assert case is not None and head is not None
        self.problem = ""
        self.settled()
        scenario = replace(case.scenario, name=self.free_name(name))
        if keep and self.current:
            held = self.record(self.current).plan.placements
            scenario = replace(scenario, kept={row.cadre: " ".join(row.posts) for row in held})
        case = replace(case, scenario=scenario)
        record = PlanRecord(scenario.name, head.id, scenario, self.overlay, Plan((), ()), "draft")
        warm, self._warm = self._warm, None
        if warm is not None and not (keep and warm.alive and _same_shape(warm.case, case)):
            warm.close()
            warm = None
        self.run = Run(self.project, case, record, Limits(seconds), warm)

    def take_draft(self, drafted: Drafted) -> None:
        """A draft made outside the app, on the roster as it stands, as a plan of the project."""
        head = self.project.head(RevisionKind.ROSTER)
        assert head is not None
        scenario = replace(drafted.case.scenario, name=self.free_name())
        norms = dict(drafted.case.overlay)
        made = PlanRecord(scenario.name, head.id, scenario, norms, drafted.plan, "draft")
        self.add_plan(record_of(made, drafted), "draft")

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

    def move(self, cadre: str, post: str) -> str:
        """Moves a person by hand: pins them to the post and drafts again with least change. What
        the law says against it, and then nothing has changed; empty when it is under way."""
        drafted, case = self.drafted, self.case
        assert drafted is not None and case is not None
        if self.only_read:
            return ONLY_READ
        if self.run is not None:
            return "Đang lập một phương án; chờ xong rồi chuyển."
        if cadre not in case.cadre_at or post not in case.posts:
            return "Người hoặc chức danh này không còn trong danh sách đang dùng."
        said = instead(drafted.case, drafted.plan, cadre, post, drafted.report)
        if not said.lawful:
            return "; ".join(str(reason) for reason in (*said.refused, *said.broken))
        kept = tuple(d for d in self.scenario.demands if not (d.pin and d.cadre == cadre))
        pin = Demand(cadre, post, True, "chuyển bằng tay")
        new = replace(self.scenario, demands=(*kept, pin))
        if not self.assume(new, "hand", f"{cadre} → {post}"):
            return self.problem
        now = self.case
        against = demand_clashes(now) if now is not None else ()
        if against:
            self.undo()
            return "; ".join(clash.text for clash in against)
        self.start(MOVE_SECONDS, keep=True)
        return ""

    def close(self) -> None:
        if self.run is not None:
            self.run.stop()
            self.run.wait(30)
        if self._warm is not None:
            self._warm.close()
        self.project.close()


def _same_shape(one: Case, two: Case) -> bool:
    """Whether a worker that knows `one` can be asked for `two`."""
    return (
        one.organisation.profile == two.organisation.profile
        and one.roster.province == two.roster.province
    )


__all__ = ["PRESENT", "Desk", "figures_of"]
