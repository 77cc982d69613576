"""Quota per unit and block: what a quota scheme gives each commune of a province."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from planner.law.norm import Norm, Norms
from planner.law.profile import QuotaScheme, Share
from planner.roster import Commune
from planner.roster.levels import Block, Feature, UnitType

Quota = Mapping[str, Mapping[Block, int]]

CAPS = {
    UnitType.COMMUNE: "cap_commune",
    UnitType.WARD: "cap_ward",
    UnitType.SPECIAL_ZONE: "cap_special_zone",
}


def quotas(scheme: QuotaScheme, norms: Norms, province: Sequence[Commune]) -> Quota:
    """Commune code → block → headcount for every unit of `province` (the whole one, so that a
    part of it gets the same figures as when all is planned). A block whose norm is not in force
    gets none."""
    columns = {
        block: _column(share, norms, province)
        for block, share in scheme.blocks.items()
        if norms.named(share.norm) is not None
    }
    return {
        unit.code: {
            block: given
            for block, column in columns.items()
            if (given := column[place]) is not None
        }
        for place, unit in enumerate(province)
    }


def _column(share: Share, norms: Norms, province: Sequence[Commune]) -> list[int | None]:
    if share.spread:
        norm = norms.named(share.norm)
        assert norm is not None
        return list(_spread(floor(norm.ratio(share.value) * share.part), share.spread, province))
    return [_fixed(share, norms.named(share.norm, unit), unit) for unit in province]


def _spread(mean: int, following: Fraction, province: Sequence[Commune]) -> list[int]:
    """Largest remainders: the units' figures add up to mean × units exactly."""
    total = mean * len(province)
    people = sum(unit.population for unit in province)
    shares = [
        mean * (1 - following) + following * total * Fraction(unit.population, people or 1)
        for unit in province
    ]
    given = [int(share) for share in shares]
    by_remainder = sorted(
        range(len(province)), key=lambda i: (given[i] - shares[i], province[i].code)
    )
    for place in by_remainder[: total - sum(given)]:
        given[place] += 1
    return given


def _fixed(share: Share, norm: Norm | None, unit: Commune) -> int | None:
    if norm is None:
        return None
    if share.grows:
        return grown(norm, unit)
    return floor(norm.ratio(share.value) * share.part)


def grown(norm: Norm, unit: Commune) -> int:
    """The base, and one more for every step of inhabitants above the line, at most the cap; the
    step is the shorter one for mountain units."""
    mountain = Feature.MOUNTAIN in unit.features
    step = norm.number("step_mountain" if mountain else "step_other")
    more = max(0, unit.population - norm.number("above")) // step
    return min(norm.number("base") + more * norm.number("add"), norm.number(CAPS[unit.type]))
