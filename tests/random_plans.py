"""Random plans, lawful or not: the ground on which two readings of a rule are compared."""

import random

from planner.case import Case
from planner.plan import Placement, Plan


def random_plan(case: Case, seed: int, crowd: float = 0.8) -> Plan:
    """Each person, with chance `crowd`, on a random bundle of a random unit; a few twice."""
    rng = random.Random(seed)
    placements = []
    surplus = []
    units = rng.sample(range(len(case.communes)), max(1, len(case.communes) - seed % 2))
    for cadre in case.cadres:
        if rng.random() > crowd:
            surplus.append(cadre.code)
            continue
        for _ in range(2 if rng.random() < 0.02 else 1):
            unit = case.communes[rng.choice(units)].code
            leading = [b for b in case.organisation.bundles if b.main.grade > 0]
            bundle = rng.choice(leading if rng.random() < 0.4 else case.organisation.bundles)
            codes = [f"{unit}/{code}" for code in bundle.codes]
            if rng.random() < 0.03:
                codes.append(f"{unit}/{rng.choice(case.titles).code}")
            codes = list(dict.fromkeys(codes))
            placements.append(Placement(cadre.code, codes[0], tuple(codes[1:])))
    return Plan.of(placements, surplus)
