"""Each rule is read twice, by the search and by the check: here the two readings meet."""

import ast
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any

import numpy as np
import pytest

from data.norms import read_norms
from planner.case import Case
from planner.check import check
from planner.check.gates import CLOSED
from planner.check.pairs import arrays_of
from planner.plan import Finding, Plan
from planner.rules import all_rules, rule_of
from planner.rules.shape import Count, Frame, Gate, Preference
from solver.program.rows import Rows
from solver.progress import Limits
from solver.search.best_plan import NOWHERE, Incumbent
from solver.search.search import draft
from tests.folders import rule_files
from tests.random_plans import random_plan
from tests.readings import GATES, counts_agree, gates_agree, preferences_agree, seats, tables_of
from tests.small_cases import mutants, small_case

CASES, EACH, OFTEN = 50, 20, 50
"""Small cases; random plans and mutants of each; times every rule must be broken."""


def test_every_rule_has_one_of_the_four_shapes_a_subject_and_a_norm() -> None:
    used = {norm.used_by for norm in read_norms()}
    for rule in all_rules():
        assert isinstance(rule, Count | Preference | Gate | Frame)
        assert rule.code in used, rule.code
        assert rule.title and rule.subject


def test_no_figure_of_the_law_stands_in_a_rule() -> None:
    files = rule_files()
    assert {path.stem for path in files} == {rule.code for rule in all_rules()}
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            number = isinstance(node, ast.Constant) and isinstance(node.value, int | float)
            if number and not isinstance(node.value, bool):  # type: ignore[attr-defined]
                assert node.value in (0, 1), f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]


class Engine:
    """The engine's own reading of a whole plan: its cost, None when unlawful."""

    def __init__(self, case: Case) -> None:
        self.case, self.arrays = case, arrays_of(case)
        self.rows = Rows(case, self.arrays)
        self.pairs = {
            pair: n
            for n, pair in enumerate(
                zip(self.arrays.pair_cadre.tolist(), self.arrays.pair_bundle.tolist(), strict=True)
            )
        }

    def cost(self, plan: Plan) -> int | None:
        key = np.full(len(self.case.cadres), NOWHERE, dtype=np.int64)
        for cadre, (bundle, commune) in seats(self.case, plan).items():
            pair = self.pairs.get((cadre, bundle))
            if pair is None or self.arrays.cost_in(commune)[pair] >= CLOSED:
                return None
            key[cadre] = commune * self.arrays.pair_cadre.size + pair
        chosen = Incumbent(self.arrays, key)
        while chosen.add_broken(self.case, self.rows):
            pass
        return chosen.cost(self.rows)


def readings_meet(case: Case, plans: Iterable[Plan], broken: Counter[str]) -> int:
    """Compares every reading of every rule on these plans; how many plans there were."""
    tables, engine, seen = tables_of(case), Engine(case), 0
    for plan in plans:
        seen += 1
        report = check(case, plan)
        counts_agree(case, plan)
        gates_agree(case, plan, report.findings)
        preferences_agree(case, plan, tables)
        unlawful = [f for f in report.breaches if not isinstance(rule_of_or_none(f), Frame)]
        if len(seats(case, plan)) == len(plan.by_cadre):
            assert engine.cost(plan) == (None if unlawful else report.cost)
        broken.update({finding.rule for finding in report.findings})
        broken.update({verdict.norm.used_by for _, verdict in report.conditions})
        for finding in report.findings:
            rule = rule_of_or_none(finding)
            text = rule.explain(case, finding) if rule else "-"
            assert text and "{" not in text
    return seen


def lawful_plan(case: Case) -> Plan:
    plan = draft(case, Limits(20), lambda progress: None).plan
    assert plan is not None and check(case, plan).lawful
    return plan


def test_both_readings_of_every_rule_agree_on_two_thousand_small_plans() -> None:
    """Half the plans are random, half are mutated from a lawful plan; each rule is broken often (a
    gate that only sets conditions: sets one)."""
    broken: Counter[str] = Counter()
    seen = 0
    for seed in range(CASES):
        odd, sound = small_case(seed), small_case(seed, sound=True)
        plans = [random_plan(odd, 1000 * seed + n, (n % 4 + 1) / 4) for n in range(EACH)]
        seen += readings_meet(odd, plans, broken)
        mutated = islice(mutants(sound, lawful_plan(sound), seed), EACH)
        seen += readings_meet(sound, mutated, broken)
    assert seen == 2 * CASES * EACH == 2000
    assert {rule.code: broken[rule.code] for rule in all_rules() if broken[rule.code] < OFTEN} == {}


def rule_of_or_none(finding: Finding) -> Any:
    return None if finding.rule == "plan" else rule_of(finding.rule)


class Peeking:
    """A cadre that shows only what a gate declares to read."""

    def __init__(self, cadre: Any, shown: tuple[str, ...]) -> None:
        self._cadre, self._shown = cadre, shown

    def __getattr__(self, name: str) -> Any:
        assert name in self._shown, f"reads {name} without declaring it"
        return getattr(self._cadre, name)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)
def test_a_gate_reads_only_what_it_declares(merger_case: Case, gate: Gate) -> None:
    for case in (merger_case, small_case(3), small_case(10)):
        for cadre in case.cadres[::20] if case is merger_case else case.cadres:
            shown: Any = Peeking(cadre, gate.reads)
            for bundle in case.organisation.bundles:
                assert list(gate.judge(case, shown, bundle)) == list(
                    gate.judge(case, cadre, bundle)
                )
                assert list(gate.confined(case, shown, bundle)) == list(
                    gate.confined(case, cadre, bundle)
                )
