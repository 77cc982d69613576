"""Quota per unit and block: what a quota scheme gives each commune of a province."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from planner.levels import Block
from planner.profile import QuotaScheme
from planner.roster import Commune

Quota = Mapping[str, Mapping[Block, int]]


def quotas(scheme: QuotaScheme, province: Sequence[Commune]) -> Quota:
    """Commune code → block → headcount for every unit of `province` (the whole one, so that a
    part of it gets the same figures as when all is planned)."""
    if scheme.mean:
        columns = {block: _spread(scheme, block, province) for block in scheme.mean}
        return {
            unit.code: {block: column[place] for block, column in columns.items()}
            for place, unit in enumerate(province)
        }
    return {unit.code: {b: _stepped(scheme, b, unit) for b in scheme.base} for unit in province}


def _spread(scheme: QuotaScheme, block: Block, province: Sequence[Commune]) -> list[int]:
    """Largest remainders: the units' figures add up to mean × units exactly."""
    total = scheme.mean[block] * len(province)
    following = scheme.spread.get(block, Fraction(0))
    people = sum(unit.population for unit in province)
    shares = [
        scheme.mean[block] * (1 - following)
        + following * total * Fraction(unit.population, people or 1)
        for unit in province
    ]
    given = [int(share) for share in shares]
    by_remainder = sorted(
        range(len(province)), key=lambda i: (given[i] - shares[i], province[i].code)
    )
    for place in by_remainder[: total - sum(given)]:
        given[place] += 1
    return given


def _stepped(scheme: QuotaScheme, block: Block, unit: Commune) -> int:
    base = scheme.base[block]
    if block not in scheme.grows:
        return base
    more = max(0, unit.population - scheme.above) // scheme.step
    return min(base + more, scheme.cap[unit.type])
