"""Random small cases, random demands, forces, days: lawful, priced alike, equal to the oracle."""

import random
from datetime import date

import pytest

from data.legal_basis import make_case
from data.sample import Situation, Tightness, sample
from planner.case import Case, Scenario
from planner.check import check
from planner.roster import Demand
from planner.why.clash import clashes
from solver.progress import Limits, Outcome
from solver.rivals.oracle import oracle
from solver.search.search import draft
from tests.builders import DAY

DAYS = (DAY, date(2025, 7, 1), date(2025, 12, 31), date(2031, 2, 1))
NORMS = (
    "P-IT1",
    "Q-TRANSITION-5Y",
    "E-KIN-UNIT",
    "V-POST",
    "P-OLD-MIX",
    "E-FIELD-FIT",
    "E-NO-CUT",
    "S-RANK-DEP",
    "P-WOMEN15",
    "E-AGE-APPT",
    "P-MEMORY",
    "E-KIN-FIN",
)


def random_case(seed: int) -> Case:
    """One to three units with a few pins and bans that do not clash, under odd assumptions."""
    rng = random.Random(seed)
    situation = rng.choice([Situation.MERGER, Situation.RUNNING])
    roster = sample("Hà Nội", seed, situation, rng.choice([1, 3]), rng.choice(list(Tightness)))
    day = rng.choice(DAYS)
    plain = make_case(roster, Scenario("PA1", day))
    posts = [post.code for post in plain.roster.posts]
    units = [unit.code for unit in roster.communes]
    people = rng.sample([c.code for c in roster.cadres if not c.leaving], 8)
    demands = tuple(
        Demand(code, rng.choice(rng.choice([posts, units])), rng.random() < 0.5) for code in people
    )
    held = [norm for norm in NORMS if plain.norms.named(norm)]
    forces = {norm: rng.choice(["must", "wish", "off"]) for norm in rng.sample(held, 2)}
    prices = {norm: rng.choice([10, 200, 3000]) for norm in forces if forces[norm] == "wish"}
    scheme = rng.choice(["", "by_population"])

    def case(chosen: tuple[Demand, ...]) -> Case:
        return make_case(
            roster, Scenario("PA1", day, quota=scheme, forces=forces, prices=prices, demands=chosen)
        )

    against = {demand for clash in clashes(case(demands)) for demand in clash.demands}
    return case(tuple(demand for demand in demands if demand not in against))


@pytest.mark.parametrize("seed", range(24))
def test_a_random_case_is_drafted_as_well_as_by_the_oracle(seed: int) -> None:
    case = random_case(seed)
    ours, best = draft(case, Limits(120), lambda progress: None), oracle(case)
    assert ours.cost == best.cost
    if ours.plan is None:
        assert ours.outcome is Outcome.NO_ANSWER_YET
        return
    assert (ours.outcome, ours.bound) == (Outcome.BEST, ours.cost)
    report = check(case, ours.plan)
    assert report.lawful and report.cost == ours.cost
