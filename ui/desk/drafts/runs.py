"""The draft under way at a desk, one at a time, and why the last one came to nothing."""

from dataclasses import replace

import psutil

from data.store.kinds import PlanRecord, RevisionKind
from data.store.project import Project
from planner.case import Case
from planner.plan import Plan
from solver.process.session import Session
from solver.progress import Limits
from solver.proof.diagnosis import Diagnosis
from ui.desk.drafted import Drafted
from ui.desk.drafts.diagnosis_run import WhyNot
from ui.desk.drafts.draft_run import Run
from ui.desk.said import Said
from ui.desk.work.plans import Plans

STOPPED_WITHIN = 30.0
"""Seconds that a draft which was told to end has for that."""


class Runs:
    """Starts and stops drafts, and asks why when there is none."""

    def __init__(self, project: Project, plans: Plans, said: Said) -> None:
        self.project, self.plans, self.said = project, plans, said
        self.now: Run | None = None
        """The draft under way, or ended and not yet put away."""
        self.why_not: WhyNot | None = None
        self.diagnosis: Diagnosis | None = None
        """What was found when no plan could be drafted."""
        self._unmet: Case | None = None
        self._warm: Session | None = None

    def rescue(self) -> None:
        """Plans that a server which went away had found so far become plans of the project."""
        for job in self.project.jobs.cut_off(psutil.pid_exists):
            best = self.project.jobs.best(job.id)
            said = f"Lần lập {job.name} bị ngắt giữa chừng (máy hoặc ứng dụng đã tắt)."
            if best is None:
                self.said.notice = (
                    f"{said} Lúc đó chưa có phương án nào; danh sách và giả định còn đủ."
                )
                continue
            name = self.plans.free_name(f"{job.name} (lập dở)")
            self.plans.add(replace(best, name=name), "rescue")
            self.said.notice = f"{said} Phương án tốt nhất đến lúc đó đã được giữ: {name}."

    def start(self, seconds: float, keep: bool = False, name: str = "") -> None:
        """Begins a draft, with `keep` as close to the plan that is looked at as can be. Demands
        that clash by themselves end it at once, and `why_not` then looks into them."""
        inputs, plans = self.plans.inputs, self.plans
        case, head = inputs.case, self.project.head(RevisionKind.ROSTER)
        assert case is not None and head is not None
        self.said.problem = ""
        self.settled()
        scenario = replace(case.scenario, name=plans.free_name(name))
        if keep and plans.current:
            held = plans.record(plans.current).plan.placements
            scenario = replace(scenario, kept={row.cadre: " ".join(row.posts) for row in held})
        case = replace(case, scenario=scenario)
        record = PlanRecord(
            name=scenario.name,
            roster=head.id,
            scenario=scenario,
            norms=inputs.overlay,
            plan=Plan((), ()),
            origin="draft",
        )
        warm, self._warm = self._warm, None
        if warm is not None and not (keep and warm.alive and _same_shape(warm.case, case)):
            warm.close()
            warm = None
        self.now = Run(self.project, case, record, Limits(seconds), warm)

    def stop(self) -> None:
        """Ends the search; the best lawful plan so far becomes the result."""
        if self.now is not None:
            self.now.stop()
            self.now.wait(STOPPED_WITHIN)

    def cancel(self) -> None:
        """Ends the search and keeps nothing of it."""
        if self.now is not None:
            self.now.cancel()
            self.now.wait(STOPPED_WITHIN)

    def collect(self) -> bool:
        """Puts a finished draft away; whether there was one."""
        run = self.now
        if run is None or run.running:
            return False
        self.now = None
        if run.error is not None:
            self.said.problem = f"Lần lập bị lỗi: {run.error}. Danh sách và giả định còn nguyên."
            return True
        session = run.session
        if session is not None and session.alive and session.draft and session.draft.plan:
            self._warm = session
        self._take(run, run.drafted)
        return True

    def _take(self, run: Run, drafted: Drafted | None) -> None:
        if run.saved is not None and drafted is not None:
            self.plans.know(run.saved, drafted)
        elif drafted is not None and drafted.clashes:
            self.diagnosis, self._unmet = drafted.diagnosis, run.case
            self.why_not = WhyNot(run.case) if drafted.diagnosis is None else None
        elif not run.unwanted:
            self.said.problem = (
                "Chưa có kết quả, cần thêm thời gian. Hãy tăng thời gian rồi lập lại."
            )

    def answered(self) -> None:
        """Takes what was found out about why there is no plan."""
        asked = self.why_not
        if asked is None or asked.running:
            return
        self.why_not = None
        if asked.found is not None:
            self.diagnosis, self._unmet = asked.found, asked.case
        else:
            self.said.problem = f"Chưa tìm được vì sao không lập được phương án: {asked.error}"

    def settled(self) -> None:
        """Puts away why there was no plan: something was changed."""
        self.why_not, self.diagnosis, self._unmet = None, None, None

    @property
    def in_vain(self) -> bool:
        """Whether the last draft could not be made and nothing has changed since."""
        return self.why_not is not None or self.diagnosis is not None

    @property
    def unmet_case(self) -> Case:
        """The case that no plan could be drafted for."""
        assert self._unmet is not None
        return self._unmet

    def close(self) -> None:
        self.stop()
        if self._warm is not None:
            self._warm.close()


def _same_shape(one: Case, two: Case) -> bool:
    """Whether a worker that knows `one` can be asked for `two`."""
    return (
        one.organisation.profile == two.organisation.profile
        and one.roster.province == two.roster.province
    )
