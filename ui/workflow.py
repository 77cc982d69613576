"""The story that the command line and the app both tell: read → draft → check → report → write."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.case import fitted, make_case
from data.faults import BadWorkbook
from data.plan_reader import PlanFile, read_plan
from data.plan_workbook import Solution, write_plan
from data.workbook import read_workbook
from planner.case import Case
from planner.certificate import Certificate
from planner.check import Claim, Report, check
from planner.clash import Clash, clashes
from planner.distance_to_best import distance_to_best
from planner.fingerprint import Fingerprint, fingerprint, scenario_mark
from planner.plan import Plan
from planner.present import present_plan
from planner.roster import Roster
from planner.scenario import Scenario
from planner.summary import Figures, figures
from solver.progress import Draft, Limits, Outcome, Progress, relative_gap
from solver.session import Failure, Session
from ui.words import number, percent, say

if TYPE_CHECKING:
    from solver.diagnosis import Diagnosis


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


def read(path: Path, scenario: Scenario, norms: Path | None = None) -> Case | BadWorkbook:
    """The case in a workbook, or its faults. Raises what `make_case` raises."""
    roster = read_workbook(path)
    if isinstance(roster, BadWorkbook):
        return roster
    return make_case(roster, scenario, norms)


def scenario_for(as_of: date | None, name: str = "PA1", quota: str = "") -> Scenario:
    return Scenario(name, as_of or date.today(), quota)


def draft_case(
    case: Case,
    limits: Limits,
    tell: Callable[[Progress], None],
    session: Callable[[Session], None] = lambda session: None,
) -> Drafted:
    """Drafts in a process of its own and checks the result. `session` gets the handle to stop it;
    Ctrl-C stops it too. Either keeps the best lawful plan so far."""
    found = clashes(case)
    if found:
        return Drafted(case, Draft(Outcome.IMPOSSIBLE, 0.0), None, found)
    running = Session(case, limits, tell)
    session(running)
    try:
        running.wait()
    except KeyboardInterrupt:
        running.stop()
    return finished(running)


def finished(session: Session) -> Drafted:
    """What a session came to, checked; where the whole search found no plan, why there is none,
    looked for in the time that is left."""
    draft = session.wait()
    if draft.plan is None and not (draft.cut_by_clock or session.failure or session.stopped):
        return _diagnosed(session.case, draft, session.limits.seconds - draft.seconds)
    return checked(session.case, draft, session.failure)


def _diagnosed(case: Case, draft: Draft, seconds: float) -> Drafted:
    """The clashes that leave no plan, when they can be proven in the time that is left."""
    from solver.diagnosis import diagnose

    found = diagnose(case, max(1.0, seconds))
    clashing = tuple(one.clash for one in found.found)
    outcome = Outcome.IMPOSSIBLE if clashing else Outcome.NO_ANSWER_YET
    return Drafted(case, replace(draft, outcome=outcome), None, clashing, diagnosis=found)


def checked(case: Case, draft: Draft, failure: Failure | None = None) -> Drafted:
    """The draft with its check; a plan that the check refutes is never shown."""
    if draft.plan is None:
        return Drafted(case, draft, None, failure=failure)
    report = check(case, draft.plan)
    if report.breaches or report.cost != draft.cost:
        first = [(f.rule, f.about) for f in report.breaches[:3]]
        raise Disagreement(f"engine {draft.cost}, check {report.cost}, breaches {first}")
    return Drafted(case, draft, report, failure=failure)


@lru_cache(maxsize=8)
def mark_of(case: Case) -> Fingerprint:
    return fingerprint(case, version("sapxep"))


def write(drafted: Drafted, path: Path) -> None:
    """Writes the plan workbook."""
    assert drafted.report is not None
    draft, counts = drafted.draft, figures(drafted.case, drafted.plan)
    words = [("Kết quả", say(draft.outcome.value)), *human_figures(counts)]
    words += gap_lines(drafted)
    if draft.cut_by_clock:
        words.append(("Dừng vì hết giờ", "Có"))
    solution = Solution(draft.bound, mark_of(drafted.case), tuple(words), draft.certificate)
    write_plan(drafted.case, drafted.plan, drafted.report, solution, path)


COUNTS = {
    "placed": "placed",
    "vacant": "vacant",
    "vacant_key": "vacant_key",
    "surplus": "surplus",
    "moved": "moved",
    "concurrent_holders": "concurrent",
}
"""Key for scripts, and of the word for people → field of the figures."""


def counts_as_json(counts: Figures) -> dict[str, int]:
    return {key: getattr(counts, field) for key, field in COUNTS.items()}


def human_figures(counts: Figures) -> list[tuple[str, str]]:
    return [(say(key), number(value)) for key, value in counts_as_json(counts).items()]


def standing(lawful: bool, cost: int, bound: int | None) -> str:
    """What a finished plan is called for scripts."""
    if not lawful:
        return "breached"
    return "best" if bound == cost else "good"


def failure_words(failure: Failure, lang: str = "vi") -> str:
    """What became of a worker that ended before its time, and what is left."""
    return say(f"failed_{failure.kind.value}", lang, detail=failure.detail)


def gap_lines(drafted: Drafted, lang: str = "vi") -> list[tuple[str, str]]:
    """(label, value) lines: how far from the best, relative and absolute, and what that means."""
    draft, report = drafted.draft, drafted.report
    lines = [(say("gap", lang), gap_words(draft.cost, draft.bound, lang))]
    if report is None or draft.bound is None:
        return lines
    far = distance_to_best(drafted.case, drafted.plan, report, draft.bound)
    if far.moves is not None:
        lines.append((say("gap_moves", lang), number(round(far.moves, 1))))
    lines.append((say("gap_avoidable", lang), percent(far.avoidable)))
    return lines


def gap_words(cost: int | None, bound: int | None, lang: str = "vi") -> str:
    """Relative and absolute: "0,02 % (264 điểm)"; "–" when there is no bound."""
    gap = relative_gap(cost, bound)
    if gap is None or cost is None or bound is None:
        return "–"
    return f"{percent(gap)} ({number(cost - bound)} {say('points', lang)})"


def report_as_json(case: Case, plan: Plan, report: Report) -> dict[str, Any]:
    """The keys that `draft --json` and `check --json` share, but for the engine's own."""
    counts = figures(case, plan)

    def findings(breach: bool) -> list[dict[str, Any]]:
        return [
            {"rule": f.rule, "about": list(f.about), "amount": f.amount, "norm": f.norm.id}
            for f in report.findings
            if f.breach is breach
        ]

    return {
        "cost": report.cost,
        **counts_as_json(counts),
        "breaches": findings(True),
        "findings": findings(False),
        "by_rule": {
            code: {"amount": amount, "cost": cost}
            for code, (amount, cost) in report.by_rule.items()
        },
        "fingerprint": asdict(mark_of(case)),
    }


def draft_as_json(drafted: Drafted) -> dict[str, Any]:
    draft = drafted.draft
    engine = {
        "outcome": draft.outcome.value,
        "within_gap": draft.within_gap,
        "cut_by_clock": draft.cut_by_clock,
        "cost": draft.cost,
        "bound": draft.bound,
        "gap": draft.gap,
        "seconds": round(draft.seconds, 2),
    }
    if drafted.report is None:
        demands = [
            {"text": c.text, "demands": [[d.cadre, d.target, d.pin] for d in c.demands]}
            for c in drafted.clashes
        ]
        return {
            **engine,
            **dict.fromkeys(COUNTS),
            "breaches": [],
            "findings": [],
            "by_rule": {},
            "fingerprint": asdict(mark_of(drafted.case)),
            "clashes": demands,
            "failure": failure_words(drafted.failure) if drafted.failure else "",
        }
    told = report_as_json(drafted.case, drafted.plan, drafted.report)
    far = distance_to_best(drafted.case, drafted.plan, drafted.report, draft.bound or 0)
    distance = {
        "gap_points": far.points,
        "gap_moves": far.moves,
        "gap_without_surplus": far.avoidable,
    }
    return {**told, **engine, **distance}


def claim_of(file: PlanFile) -> Claim:
    """What a plan workbook claims, with the fingerprint of the scenario it carries."""
    said, mark = file.stated, file.stated.fingerprint
    if mark is None or said.scenario is None:
        return Claim(said.cost, said.bound, said.by_rule, certificate=said.certificate)
    carried = scenario_mark(said.scenario)
    return Claim(said.cost, said.bound, said.by_rule, mark.scenario, carried, said.certificate)


@dataclass(frozen=True)
class Checked:
    case: Case
    plan: Plan
    report: Report
    bound: int | None
    same_input: bool
    certificate: Certificate | None = None
    """The plan's own, when it proves what it says under the scenario of the check."""

    def as_json(self) -> dict[str, Any]:
        keys = report_as_json(self.case, self.plan, self.report)
        return {
            "outcome": standing(self.report.lawful, self.report.cost, self.bound),
            "bound": self.bound,
            "gap": relative_gap(self.report.cost, self.bound) if self.bound is not None else None,
            "same_input": self.same_input,
            "proven": self.report.proven,
            "own_norms": [norm.id for norm in self.case.own_norms],
            **keys,
        }


def check_files(
    roster: Roster, plan_path: Path | None, as_of: date | None, norms: Path | None = None
) -> Checked | BadWorkbook:
    """Re-verifies the plan in `plan_path` against `roster` alone; without one, the present state.

    The scenario is the plan's own, at `as_of` when given; so are the department's norms unless
    `norms` brings others.
    """
    if plan_path is None:
        case = make_case(roster, scenario_for(as_of, "Hiện trạng"), norms)
        plan = present_plan(case)
        return Checked(case, plan, check(case, plan), None, True)
    file = read_plan(plan_path)
    if isinstance(file, BadWorkbook):
        return file
    return _check_plan(roster, file, as_of, norms)


def on_day(drafted: Drafted, day: date) -> Drafted:
    """The same plan seen with another day's law; its bound then says nothing."""
    case = drafted.case
    files = dict(case.overlay)
    roster = case.roster if case.roster.own_posts else replace(case.roster, titles=(), posts=())
    scenario, _ = fitted(roster, replace(case.scenario, as_of=day), files)
    other = make_case(roster, scenario, files)
    plan = drafted.plan
    here = {cadre.code for cadre in other.cadres}
    told = {*plan.by_cadre, *plan.surplus}
    plan = Plan(plan.placements, (*plan.surplus, *sorted(here - told)))
    report = check(other, plan)
    return Drafted(other, Draft(Outcome.GOOD, 0.0, plan, report.cost), report)


def _check_plan(roster: Roster, file: PlanFile, as_of: date | None, norms: Path | None) -> Checked:
    own = file.stated.scenario or scenario_for(as_of)
    law = norms or file.stated.overlay
    same_day = as_of is None or as_of == own.as_of
    fitting, _ = fitted(roster, replace(own, as_of=as_of or own.as_of), law)
    scenario = replace(own, demands=fitting.demands) if same_day else fitting
    case = make_case(roster, scenario, law)
    mark, plan = file.stated.fingerprint, file.plan
    if not file.names_surplus:
        left = (cadre.code for cadre in case.cadres if cadre.code not in plan.by_cadre)
        plan = Plan(plan.placements, tuple(left))
    report = check(case, plan, claim_of(file) if same_day else None)
    same = mark is None or mark.input == mark_of(case).input
    proof = file.stated.certificate if report.proven is not None else None
    return Checked(case, plan, report, file.stated.bound if same_day else None, same, proof)
