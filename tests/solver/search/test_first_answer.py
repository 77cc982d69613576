"""A change to a drafted case: a first answer that is lawful and priced rightly, then the best."""

import random
from dataclasses import replace

import pytest

from data.legal_basis import make_case
from data.sample import Situation, sample
from planner.case import Case, Scenario, Transfer
from planner.check import check
from planner.law.policy import ConcurrencyPolicy
from planner.roster import Demand
from planner.roster.levels import Block, Status
from planner.why.clash import clashes
from solver.process.change import change_between
from solver.process.session import Session
from solver.progress import Draft, Limits
from solver.search.first_answer import first_answer
from solver.search.search import Search, draft
from solver.search.warm_start import Kept
from tests.builders import DAY


def silent(_: object) -> None:
    """Nobody listens."""


@pytest.fixture(scope="module")
def drafted() -> tuple[Kept, Draft]:
    roster = sample("Hà Nội", 5, Situation.RUNNING, 5)
    search = Search(make_case(roster, Scenario("PA1", DAY)), Limits(60), silent)
    result, kept = search.run(), search.kept()
    assert kept is not None
    return kept, result


def changed(kept: Kept, result: Draft, kind: str, seed: int) -> Case:
    rng, case = random.Random(seed), kept.case
    assert result.plan is not None
    rows = rng.sample(result.plan.placements, 4)
    units = [unit.code for unit in case.communes]
    scenario, roster = case.scenario, case.roster
    if kind == "pins":
        demands = tuple(Demand(row.cadre, rng.choice(units), True) for row in rows)
        trial = make_case(roster, replace(scenario, demands=demands))
        against = {demand for clash in clashes(trial) for demand in clash.demands}
        scenario = replace(scenario, demands=tuple(d for d in demands if d not in against))
    elif kind == "bans":
        scenario = replace(scenario, demands=tuple(Demand(r.cadre, r.main, False) for r in rows))
    elif kind == "resignation":
        gone = rows[0].cadre
        people = (
            replace(c, status=Status.RESIGNING) if c.code == gone else c for c in roster.cadres
        )
        roster = replace(roster, cadres=tuple(people))
    elif kind == "quota":
        moved = Transfer(
            commune=rng.choice(units),
            source=Block.GOVERNMENT,
            target=Block.PARTY,
            number=3,
            body="BTV",
        )
        scenario = replace(scenario, transfers=(moved,))
    elif kind == "weight":
        scenario = replace(scenario, prices={"P-OWN-POST": 40, "V-POST": 900})
    elif kind in ("required", "free"):
        scenario = replace(scenario, concurrency=ConcurrencyPolicy(kind))
    else:
        own = {row.cadre: " ".join(row.posts) for row in result.plan.placements}
        scenario = replace(scenario, kept=own, demands=(Demand(rows[0].cadre, units[0], True),))
    return make_case(roster, scenario)


KINDS = ("pins", "bans", "resignation", "quota", "weight", "required", "free", "keep")
SEEDS = range(3)
FAR = frozenset({"required"})
"""Kinds that ask so much to change at once that no lawful plan need be near the kept one."""


@pytest.mark.parametrize("kind", KINDS)
def test_most_changes_have_a_first_answer_and_each_is_lawful_at_the_cost_it_says(
    drafted: tuple[Kept, Draft], kind: str
) -> None:
    kept, result = drafted
    answered = 0
    for seed in SEEDS:
        case = changed(kept, result, kind, seed)
        answer = first_answer(kept, case)
        if answer.plan is not None:
            report = check(case, answer.plan)
            assert (report.lawful, report.cost) == (True, answer.cost), seed
            answered += 1
    assert kind in FAR or answered > len(SEEDS) / 2


@pytest.mark.parametrize("kind", KINDS)
def test_going_on_from_the_kept_search_proves_the_same_best(
    drafted: tuple[Kept, Draft], kind: str
) -> None:
    kept, result = drafted
    case = changed(kept, result, kind, 2)
    warm = Search(case, Limits(60), silent, kept).run()
    cold = draft(case, Limits(60), silent)
    assert (warm.outcome, warm.cost, warm.bound) == (cold.outcome, cold.cost, cold.bound)


def test_a_change_is_small_and_makes_the_same_case(drafted: tuple[Kept, Draft]) -> None:
    kept, result = drafted
    case = changed(kept, result, "resignation", 2)
    change = change_between(kept.case, case)
    assert len(change.cadres) == 1
    assert change.applied(kept.case).cadres == case.cadres


def test_a_warm_worker_answers_twice_and_goes_on_to_the_best(
    drafted: tuple[Kept, Draft],
) -> None:
    kept, result = drafted
    session = Session(kept.case, Limits(60), stay=True)
    try:
        assert session.wait().cost == result.cost
        assert session.warm(30)
        for kind in ("bans", "keep"):
            case = changed(kept, result, kind, 0)
            number = session.change(case)
            first, best = session.first(number), session.best_of(number)
            assert first is not None and first.plan is not None
            assert best is not None and best.plan is not None
            assert check(case, first.plan).lawful and check(case, best.plan).lawful
            assert best.cost is not None and first.cost is not None and best.cost <= first.cost
    finally:
        session.close()
