"""Each rule is read twice, by the search and by the check: here the two readings meet."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.norms import read_norms
from planner.case import Case
from planner.eligibility import CLOSED, eligibility
from planner.ledger import Ledger
from planner.rules import all_rules
from planner.rules.shape import Count, Frame, Gate, Preference, Rule, Spot
from tests.random_plans import random_plan

COUNTS = [rule for rule in all_rules() if isinstance(rule, Count)]
PREFERENCES = [rule for rule in all_rules() if isinstance(rule, Preference)]
GATES = [rule for rule in all_rules() if isinstance(rule, Gate)]


def test_every_rule_has_one_of_the_four_shapes_a_subject_and_a_norm() -> None:
    used = {norm.used_by for norm in read_norms()}
    for rule in all_rules():
        assert isinstance(rule, Count | Preference | Gate | Frame)
        assert rule.code in used, rule.code
        assert rule.title and rule.subject


@pytest.mark.parametrize("rule", COUNTS, ids=lambda rule: rule.code)
@given(seed=st.integers(0, 10**6), crowd=st.sampled_from([0.1, 0.5, 0.95]))
def test_a_count_is_read_alike_by_ledger_and_check(
    merger_case: Case, running_case: Case, rule: Count, seed: int, crowd: float
) -> None:
    case = (merger_case, running_case)[seed % 2]
    plan = random_plan(case, seed, crowd)
    ledger = Ledger(case, plan, rule.code)
    rule.constrain(case, ledger)
    counted = sorted((f.about, f.amount, f.norm.id) for f in ledger.findings)
    checked = sorted((f.about, f.amount, f.norm.id) for f in rule.check(case, plan))
    assert counted == checked


@pytest.mark.parametrize("rule", PREFERENCES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("situation", ["merger", "running"])
def test_a_preference_charges_what_its_tables_say(
    merger_case: Case, running_case: Case, rule: Preference, situation: str
) -> None:
    case = merger_case if situation == "merger" else running_case
    tables = rule.tables(case)
    triples: dict[tuple[int, int, int], int] = {}
    for cadre, commune, bundle, points in tables.triples:
        spot = cadre, commune, bundle
        triples[spot] = triples.get(spot, 0) + points
    for cadre in range(len(case.cadres)):
        left_out = 0 if tables.unplaced is None else int(tables.unplaced[cadre])
        assert sum(f.cost for f in rule.charge(case, cadre, None)) == left_out
        for commune in range(len(case.communes)):
            for number in range(cadre % 3, len(case.bundles), 3):
                told = triples.get((cadre, commune, number), 0)
                told += 0 if tables.by_bundle is None else int(tables.by_bundle[number, cadre])
                told += 0 if tables.by_commune is None else int(tables.by_commune[commune, cadre])
                spot = Spot(case.bundles[number], commune)
                assert sum(f.cost for f in rule.charge(case, cadre, spot)) == told


class Peeking:
    """A cadre that shows only what a gate declares to read."""

    def __init__(self, cadre: Any, shown: tuple[str, ...]) -> None:
        self._cadre, self._shown = cadre, shown

    def __getattr__(self, name: str) -> Any:
        assert name in self._shown, f"reads {name} without declaring it"
        return getattr(self._cadre, name)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)
def test_a_gate_reads_only_what_it_declares(merger_case: Case, gate: Gate) -> None:
    for cadre in merger_case.cadres[::20]:
        shown: Any = Peeking(cadre, gate.reads)
        for bundle in merger_case.bundles:
            assert list(gate.judge(merger_case, shown, bundle)) == list(
                gate.judge(merger_case, cadre, bundle)
            )


@pytest.mark.parametrize("situation", ["merger", "running"])
def test_the_table_of_eligibility_is_what_each_gate_says(
    merger_case: Case, running_case: Case, situation: str
) -> None:
    case = merger_case if situation == "merger" else running_case
    table = eligibility(case)
    allowed = np.ones_like(table.allowed)
    for place, cadre in enumerate(case.cadres):
        for number, bundle in enumerate(case.bundles):
            said = [v for gate in GATES for v in gate.judge(case, cadre, bundle) if v.refused]
            allowed[number, place] = not any(v.norm.must for v in said)
            assert table.price[number, place] == sum(v.norm.price for v in said if not v.norm.must)
    assert (allowed == table.allowed).all()
    assert (table.place < CLOSED).any()


def test_a_rule_explains_what_it_finds(merger_case: Case, running_case: Case) -> None:
    explained: set[str] = set()
    for case in (merger_case, running_case):
        for seed in range(6):
            plan = random_plan(case, seed)
            rules: list[Rule] = [*COUNTS]
            for rule in rules:
                for finding in rule.check(case, plan):  # type: ignore[attr-defined]
                    text = rule.explain(case, finding)
                    assert text and "{" not in text
                    explained.add(rule.code)
    assert explained >= {"seats", "vacancy", "headcount", "one_bundle", "it_cover", "kinship"}
