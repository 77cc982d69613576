"""The two readings of one rule, named in the environment, over small plans; without the engine."""

import os
from collections import Counter
from itertools import islice

from planner.check import check
from planner.plan import Finding, Plan
from planner.rules import rule_of
from planner.rules.shape import Count, Frame, Gate, Preference
from tests.random_plans import random_plan
from tests.readings import counts_agree, gates_agree, preferences_agree, tables_of
from tests.small_cases import mutants, small_case

CASES, EACH = 40, 12


def test_both_readings_of_the_rule_agree() -> None:
    rule = rule_of(os.environ["MUTANT_MODULE"].rsplit(".", maxsplit=1)[-1])
    said: Counter[str] = Counter()
    for seed in range(CASES):
        case = small_case(seed)
        tables = tables_of(case) if isinstance(rule, Preference) else {}
        start = Plan.of([], [cadre.code for cadre in case.cadres])
        plans = [random_plan(case, 1000 * seed + n, (n % 4 + 1) / 4) for n in range(EACH)]
        for plan in (*plans, *islice(mutants(case, start, seed), EACH)):
            findings: tuple[Finding, ...] = ()
            if isinstance(rule, Count):
                counts_agree(case, plan, [rule])
                findings = tuple(rule.check(case, plan))
            elif isinstance(rule, Preference):
                preferences_agree(case, plan, tables, [rule])
            elif isinstance(rule, Gate):
                gates_agree(case, plan, check(case, plan).findings)
            elif isinstance(rule, Frame):
                findings = tuple(rule.faults(case))
            for finding in findings:
                assert finding.amount > 0
                said[rule.explain(case, finding)] += 1
    assert "" not in said
