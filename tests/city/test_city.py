"""The whole of Hà Nội, and thirty units: minutes each, run before a release (-m city)."""

from pathlib import Path

import pytest

from data.legal_basis import make_case
from data.papers.plan_reader import PlanFile, read_plan
from data.sample import Situation, sample
from planner.case import Scenario
from planner.check import Claim, check
from solver.process.session import Session
from solver.progress import Limits, Outcome, Progress
from tests.builders import DAY
from ui.desk.story import checked, write

pytestmark = pytest.mark.city


@pytest.mark.parametrize("scheme", ["ha_noi_59", "by_population"])
@pytest.mark.parametrize("situation", [Situation.MERGER, Situation.RUNNING])
def test_the_whole_city_is_drafted_within_two_percent_of_the_bound(
    situation: Situation, scheme: str, tmp_path: Path
) -> None:
    case = make_case(sample("Hà Nội", 7, situation), Scenario("PA1", DAY, quota=scheme))
    bounds: list[int] = []

    def listen(progress: Progress) -> None:
        if progress.bound is not None:
            bounds.append(progress.bound)

    draft = Session(case, Limits(600), listen).wait()
    drafted = checked(case, draft)
    assert drafted.report is not None and drafted.report.lawful
    assert draft.gap is not None and draft.gap <= 0.02
    assert bounds == sorted(bounds)
    write(drafted, tmp_path / "P.xlsx")
    file = read_plan(tmp_path / "P.xlsx")
    assert isinstance(file, PlanFile)
    again = check(case, file.plan, Claim(cost=file.stated.cost, bound=file.stated.bound))
    assert again.lawful and again.cost == draft.cost


@pytest.mark.parametrize("situation", [Situation.MERGER, Situation.RUNNING])
@pytest.mark.parametrize("seed", [1, 5])
def test_thirty_units_come_within_half_a_percent(situation: Situation, seed: int) -> None:
    case = make_case(sample("Hà Nội", seed, situation, 30), Scenario("PA1", DAY))
    draft = Session(case, Limits(120)).wait()
    assert draft.outcome in (Outcome.BEST, Outcome.GOOD)
    assert draft.gap is not None and draft.gap <= 0.005


def test_thirty_units_are_the_same_with_one_and_two_workers() -> None:
    case = make_case(sample("Hà Nội", 5, communes_wanted=30), Scenario("PA1", DAY))
    one, two = (Session(case, Limits(900, work=5, workers=n)).wait() for n in (1, 2))
    assert not one.cut_by_clock and not two.cut_by_clock
    assert (one.plan, one.cost, one.bound) == (two.plan, two.cost, two.bound)
