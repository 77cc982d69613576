"""The story that the command line and the app both tell: read → draft → check → report → write."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.excel.faults import BadWorkbook
from data.legal_basis import law_of, make_case
from data.papers.plan_book import write_plan
from data.papers.plan_reader import PlanFile, read_plan
from data.papers.plan_record import Solution
from data.roster_book.reader import read_workbook
from planner.case import Case, Scenario
from planner.check import Claim, check
from planner.check.fingerprint import scenario_mark
from planner.check.fitting import case_under, fitted
from planner.figures.summary import figures
from planner.plan import Plan
from planner.plan.present import present_plan
from planner.roster import Roster
from planner.why.clash import clashes
from solver.process.session import Failure, Session
from solver.progress import Draft, Limits, Outcome, Progress
from ui.desk.drafted import Checked, Disagreement, Drafted, mark_of
from ui.desk.in_words import beside_unbound, figure_lines, gap_lines, unbound_lines
from ui.words.command_words import say


def read(path: Path, scenario: Scenario, norms: Path | None = None) -> Case | BadWorkbook:
    """The case in a workbook, or its faults. Raises what `make_case` raises."""
    roster = read_workbook(path)
    if isinstance(roster, BadWorkbook):
        return roster
    return make_case(roster, scenario, norms)


def scenario_for(as_of: date | None, name: str = "PA1", quota: str = "") -> Scenario:
    return Scenario(name, as_of or date.today(), quota=quota)


def keeping(plan: Plan, scenario: Scenario) -> Scenario:
    """`scenario` with everybody's posts in `plan` as what a draft keeps to."""
    kept = {row.cadre: " ".join(row.posts) for row in plan.placements}
    return replace(scenario, kept=kept)


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
        return Drafted(case=case, draft=Draft(Outcome.IMPOSSIBLE, 0.0), report=None, clashes=found)
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
    from solver.proof.diagnosis import diagnose

    found = diagnose(case, max(1.0, seconds))
    clashing = tuple(one.clash for one in found.found)
    outcome = Outcome.IMPOSSIBLE if clashing else Outcome.NO_ANSWER_YET
    return Drafted(
        case=case,
        draft=replace(draft, outcome=outcome),
        report=None,
        clashes=clashing,
        diagnosis=found,
    )


def checked(case: Case, draft: Draft, failure: Failure | None = None) -> Drafted:
    """The draft with its check; a plan that the check refutes is never shown."""
    if draft.plan is None:
        return Drafted(case=case, draft=draft, report=None, failure=failure)
    report = check(case, draft.plan)
    if report.breaches or report.cost != draft.cost:
        first = [(f.rule, f.about) for f in report.breaches[:3]]
        raise Disagreement(f"engine {draft.cost}, check {report.cost}, breaches {first}")
    return Drafted(case=case, draft=draft, report=report, failure=failure)


def write(drafted: Drafted, path: Path) -> None:
    """Writes the plan workbook."""
    assert drafted.report is not None
    draft, counts = drafted.draft, figures(drafted.case, drafted.plan)
    unbound = drafted.report.unbound
    outcome = beside_unbound(say(draft.outcome.value), len(unbound))
    words = [("Kết quả", outcome), *unbound_lines(unbound), *figure_lines(counts)]
    words += gap_lines(draft, drafted.distance)
    if draft.cut_by_clock:
        words.append(("Dừng vì hết giờ", "Có"))
    solution = Solution(draft.bound, mark_of(drafted.case), tuple(words), draft.certificate)
    write_plan(drafted.case, drafted.plan, drafted.report, solution, path)


def claim_of(file: PlanFile) -> Claim:
    """What a plan workbook claims, with the fingerprint of the scenario it carries."""
    said, mark = file.stated, file.stated.fingerprint
    if mark is None or said.scenario is None:
        return Claim(
            cost=said.cost, bound=said.bound, by_rule=said.by_rule, certificate=said.certificate
        )
    carried = scenario_mark(said.scenario)
    return Claim(
        cost=said.cost,
        bound=said.bound,
        by_rule=said.by_rule,
        scenario=mark.scenario,
        carried=carried,
        certificate=said.certificate,
    )


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
        return Checked(case=case, plan=plan, report=check(case, plan))
    file = read_plan(plan_path)
    if isinstance(file, BadWorkbook):
        return file
    return _check_plan(roster, file, as_of, norms)


def on_day(drafted: Drafted, day: date) -> Drafted:
    """The same plan seen with another day's law; its bound then says nothing."""
    case = drafted.case
    files = dict(case.overlay)
    roster = case.roster if case.roster.own_posts else replace(case.roster, titles=(), posts=())
    law = law_of(roster.province, day, files)
    scenario, _ = fitted(law, roster, replace(case.scenario, as_of=day))
    other = case_under(law, roster, scenario)
    plan = drafted.plan
    here = {cadre.code for cadre in other.cadres}
    told = {*plan.by_cadre, *plan.surplus}
    plan = Plan(plan.placements, (*plan.surplus, *sorted(here - told)))
    report = check(other, plan)
    return Drafted(
        case=other, draft=Draft(Outcome.GOOD, 0.0, plan=plan, cost=report.cost), report=report
    )


def _check_plan(roster: Roster, file: PlanFile, as_of: date | None, norms: Path | None) -> Checked:
    own = file.stated.scenario or scenario_for(as_of)
    same_day = as_of is None or as_of == own.as_of
    day = as_of or own.as_of
    law = law_of(roster.province, day, norms or file.stated.overlay)
    fitting, _ = fitted(law, roster, replace(own, as_of=day))
    scenario = replace(own, demands=fitting.demands) if same_day else fitting
    case = case_under(law, roster, scenario)
    mark, plan = file.stated.fingerprint, file.plan
    if not file.names_surplus:
        left = (cadre.code for cadre in case.cadres if cadre.code not in plan.by_cadre)
        plan = Plan(plan.placements, tuple(left))
    report = check(case, plan, claim_of(file) if same_day else None)
    same = mark is None or mark.input == mark_of(case).input
    proof = file.stated.certificate if report.proven is not None else None
    return Checked(
        case=case,
        plan=plan,
        report=report,
        bound=file.stated.bound if same_day else None,
        same_input=same,
        certificate=proof,
    )
