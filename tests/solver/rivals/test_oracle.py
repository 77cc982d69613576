"""The engine against the oracle: one mixed program over every column, solved to the end."""

import pytest

from data.legal_basis import make_case
from data.sample import Situation, Tightness, sample
from planner.case import Scenario
from planner.check import check
from planner.roster.levels import Block, Education, Feature
from solver.progress import Limits, Outcome
from solver.rivals.oracle import oracle
from solver.search.search import draft
from tests.builders import DAY, A, B, ban, case_of, person, pin, post, roster_of, unit


def compare(case) -> None:  # type: ignore[no-untyped-def]
    ours, theirs = draft(case, Limits(120), lambda progress: None), oracle(case)
    assert theirs.outcome is Outcome.BEST
    assert (ours.outcome, ours.cost, ours.bound) == (Outcome.BEST, theirs.cost, theirs.cost)
    for plan in (ours.plan, theirs.plan):
        assert plan is not None
        report = check(case, plan)
        assert report.lawful
        assert report.cost == theirs.cost


@pytest.mark.parametrize("situation", [Situation.MERGER, Situation.RUNNING])
@pytest.mark.parametrize("tightness", list(Tightness))
def test_three_communes_equal_the_oracle(situation: Situation, tightness: Tightness) -> None:
    roster = sample("Hà Nội", 11, situation, 3, tightness)
    compare(make_case(roster, Scenario("PA1", DAY)))


@pytest.mark.parametrize("situation", [Situation.MERGER, Situation.RUNNING])
def test_five_communes_equal_the_oracle(situation: Situation) -> None:
    compare(make_case(sample("Hà Nội", 2, situation, 5), Scenario("PA1", DAY)))


def test_pins_and_bans_are_kept_and_priced_as_by_the_oracle() -> None:
    roster = sample("Hà Nội", 4, communes_wanted=3)
    plain = make_case(roster, Scenario("PA1", DAY))
    first = draft(plain, Limits(60), lambda progress: None)
    assert first.plan is not None
    rows = [row for row in first.plan.placements if not row.concurrent][:6]
    others = [unit.code for unit in roster.communes]
    demands = tuple(pin(row.cadre, others[n % 3]) for n, row in enumerate(rows[:3]))
    demands += tuple(ban(row.cadre, row.main) for row in rows[3:])
    compare(make_case(roster, Scenario("PA2", DAY, demands=demands)))


def test_relatives_are_kept_apart_at_the_least_cost() -> None:
    people = [person(f"P{n}", place=A if n % 2 else B) for n in range(12)]
    kin = tuple((f"P{n}", f"P{m}") for n in range(12) for m in range(n + 1, 12))
    compare(case_of(*people, kin=kin))


def test_nobody_fits_anywhere_is_still_a_plan() -> None:
    case = case_of(person("X", education=Education.COLLEGE))
    result = draft(case, Limits(30), lambda progress: None)
    assert result.plan is not None and result.plan.surplus == ("X",)
    assert result.outcome is Outcome.BEST


def test_a_pinned_person_sits_where_pinned() -> None:
    case = case_of(person("X"), person("Y"), demands=(pin("X", post("VP-TP", B)),))
    result = draft(case, Limits(30), lambda progress: None)
    assert result.plan is not None
    assert result.plan.by_cadre["X"][0].main == post("VP-TP", B)


def test_a_wish_made_a_must_is_kept_when_it_can_be() -> None:
    roster = sample("Hà Nội", 2, communes_wanted=3, tightness=Tightness.EASY)
    must = Scenario("PA1", DAY, forces={"P-IT1": "must"})
    compare(make_case(roster, must))


def test_a_must_that_cannot_be_met_gives_no_plan_rather_than_an_unlawful_one() -> None:
    case = make_case(roster_of(person("X")), Scenario("PA1", DAY, forces={"P-IT1": "must"}))
    result = draft(case, Limits(30), lambda progress: None)
    assert result.plan is None and result.outcome is Outcome.NO_ANSWER_YET


@pytest.mark.parametrize(
    "forces",
    [
        {"E-KIN-UNIT": "wish", "P-IT1": "off"},
        {"Q-TRANSITION-5Y": "must"},
        {"V-KEY": "must"},
        {"E-FIELD-FIT": "wish", "S-DEP-AVG2": "off"},
    ],
    ids=lambda forces: next(iter(forces)),
)
def test_other_forces_equal_the_oracle_too(forces: dict[str, str]) -> None:
    prices = {"E-KIN-UNIT": 700, "E-FIELD-FIT": 900}
    roster = sample("Hà Nội", 6, communes_wanted=3)
    compare(make_case(roster, Scenario("PA1", DAY, forces=forces, prices=prices)))


def test_a_unit_asked_for_more_people_than_it_is_allowed_still_drafts() -> None:
    """One wish asks for forty people, another allows forty at most, a third wants four fifths of a
    frame of a hundred: each is missed at its price, none makes the rest impossible."""
    quota = {Block.PARTY: 40, Block.GOVERNMENT: 40, Block.FRONT: 20}
    features = frozenset({Feature.NO_OFFICE, Feature.NOT_MERGED})
    place = unit(quota=quota, features=features)
    people = [person("X"), person("Y")]
    case = case_of(*people, communes=(place,))
    compare(case)
