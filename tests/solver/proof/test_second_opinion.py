"""HiGHS and CP-SAT, two searches by other people, agree on the same small programs."""

import pytest

from data.legal_basis import make_case
from data.sample import Situation, Tightness, sample
from planner.case import Scenario
from planner.check import check
from solver.progress import Limits, Outcome
from solver.proof.second_opinion import second_opinion
from solver.search.search import draft
from tests.builders import DAY


@pytest.mark.parametrize("situation", list(Situation))
def test_cp_sat_finds_the_same_best_cost(situation: Situation) -> None:
    roster = sample("Hà Nội", 3, situation, 1, Tightness.STARVED)
    case = make_case(roster, Scenario("PA1", DAY))
    other = second_opinion(case)
    ours = draft(case, Limits(60), lambda progress: None)
    assert other.outcome is Outcome.BEST and other.plan is not None
    assert (ours.outcome, ours.cost) == (Outcome.BEST, other.cost)
    report = check(case, other.plan)
    assert report.lawful and report.cost == other.cost
