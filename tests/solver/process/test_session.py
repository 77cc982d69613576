"""The worker process: the same answer, a stop that keeps the best plan, no answer without one."""

import os
import signal
import sys
import time

import pytest

from data.legal_basis import make_case
from data.sample import sample
from planner.case import Case, Scenario
from planner.check import check
from solver.process.session import FailureKind, Session
from solver.process.wire import draft_of, plan_as_lists, plan_from_lists, progress_of
from solver.progress import Draft, Limits, Outcome, Progress
from solver.search.search import draft
from tests.builders import DAY, crowded
from tests.random_plans import random_plan


def long_case() -> Case:
    """Ten units with far too many people: a draft of many seconds."""
    return make_case(crowded(sample("Hà Nội", 5, communes_wanted=10), 6), Scenario("PA1", DAY))


def test_the_process_gives_the_answer_of_the_function(
    merger_case: Case, merger_draft: Draft
) -> None:
    told: list[Progress] = []
    there = Session(merger_case, Limits(60), told.append).wait()
    here = merger_draft
    assert (there.cost, there.bound, there.plan) == (here.cost, here.bound, here.plan)
    assert told and told[-1].cost == here.cost


def test_stopping_keeps_the_best_lawful_plan_so_far() -> None:
    case = long_case()
    running = Session(case, Limits(120))
    while running.best is None and running.running:
        time.sleep(0.02)
    running.stop()
    result = running.wait()
    assert result.plan is not None and result.outcome in (Outcome.GOOD, Outcome.BEST)
    report = check(case, result.plan)
    assert report.lawful and report.cost == result.cost
    assert result.bound is not None and result.bound <= report.cost


def test_stopped_before_any_plan_there_is_no_answer_yet(
    merger_case: Case, merger_draft: Draft
) -> None:
    running = Session(merger_case, Limits(60))
    running.stop()
    assert running.wait().outcome is Outcome.NO_ANSWER_YET


def test_a_ceiling_ends_the_search_and_is_said() -> None:
    case = long_case()
    result = draft(case, Limits(1.0), lambda progress: None)
    assert result.cut_by_clock


def test_a_plan_survives_the_wire(merger_case: Case, merger_draft: Draft) -> None:
    plan = random_plan(merger_case, 3)
    assert plan_from_lists(plan_as_lists(plan)).placements == tuple(sorted(plan.placements))
    assert progress_of(
        {"seconds": 1.0, "stage": "x", "cost": 5, "bound": None, "plan": None}
    ) == Progress(1.0, "x", cost=5)
    told = {
        "outcome": "good",
        "seconds": 1.0,
        "cost": 5,
        "bound": 4,
        "cut_by_clock": True,
        "within_gap": False,
        "rounds": 2,
        "plan": None,
    }
    assert draft_of(told) == Draft(
        Outcome.GOOD, 1.0, plan=None, cost=5, bound=4, cut_by_clock=True, within_gap=False, rounds=2
    )


@pytest.mark.parametrize("reports", [0, 1, 2, 3, 5, 8])
def test_stopped_after_any_report_there_is_a_lawful_plan_or_none(reports: int) -> None:
    case = long_case()
    told: list[Progress] = []
    running = Session(case, Limits(120), told.append)
    while len(told) < reports and running.running:
        time.sleep(0.02)
    running.stop()
    result = running.wait()
    if result.plan is None:
        assert result.outcome is Outcome.NO_ANSWER_YET and result.cost is None
        return
    report = check(case, result.plan)
    assert report.lawful and report.cost == result.cost
    assert result.bound is None or result.bound <= report.cost


def test_a_killed_worker_is_said_and_loses_no_plan() -> None:
    case = long_case()
    running = Session(case, Limits(120))
    while running.best is None and running.running:
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    result = running.wait()
    assert running.failure is not None and running.failure.kind is FailureKind.KILLED
    assert result.plan is not None and check(case, result.plan).cost == result.cost


def test_a_worker_without_memory_is_said_to_be_so(
    merger_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that asks for more than any machine has, as the real one would when it runs out."""
    hungry = "import sys; sys.stdin.buffer.read(8); bytearray(1 << 62)"
    monkeypatch.setattr(Session, "command", (sys.executable, "-c", hungry))
    running = Session(merger_case, Limits(60))
    result = running.wait()
    assert result.outcome is Outcome.NO_ANSWER_YET and result.plan is None
    assert running.failure is not None and running.failure.kind is FailureKind.MEMORY


def test_a_worker_that_crashes_is_said_with_its_last_word(
    merger_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "import sys; sys.stdin.buffer.read(8); raise RuntimeError('lost')"
    monkeypatch.setattr(Session, "command", (sys.executable, "-c", broken))
    running = Session(merger_case, Limits(60))
    assert running.wait().outcome is Outcome.NO_ANSWER_YET
    assert running.failure is not None and running.failure.kind is FailureKind.CRASHED
    assert "lost" in running.failure.detail
