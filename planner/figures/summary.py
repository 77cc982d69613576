"""Figures of a plan: over the whole, and for each commune by block."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.plan import Plan
from planner.plan.counts import key_vacancies, moved, vacant
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.rules import rules_of
from planner.rules.cover import Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """People of a plan; `concurrent` counts holders of more than one title."""

    quota: int
    placed: int
    vacant: int
    vacant_key: int
    surplus: int
    moved: int
    concurrent: int
    unbound: int = 0
    """Titles that no rule knows."""


@dataclass(frozen=True, slots=True)
class BlockFigures:
    """One block of one commune: quota (giao), present (có mặt), placed (bố trí), vacant seats.

    Before the first placement nobody is in a block yet, so `present` is 0 there.
    """

    quota: int
    present: int
    placed: int
    vacant: int

    @property
    def excess(self) -> int:
        """Placed above (or, below 0, short of) the quota."""
        return self.placed - self.quota


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigures:
    commune: str
    blocks: Mapping[Block, BlockFigures]
    vacant_key: int
    able: Mapping[str, int]
    """People placed who can do it, by code of each competence that units keep somebody for."""
    concurrent: int
    present: int
    """People who work here today, or whose old unit mainly went into this one."""
    surplus: int
    """Those of them without a post in the plan."""

    @property
    def fill(self) -> int:
        """People placed as a percentage of the quota, rounded."""
        return round(100 * self.total("placed") / max(1, self.total("quota")))

    def total(self, name: str) -> int:
        """`name` (quota, placed, vacant, excess) over the blocks."""
        return sum(getattr(figures, name) for figures in self.blocks.values())


def figures(case: Case, plan: Plan) -> Figures:
    return Figures(
        quota=case.allotment.total,
        placed=len(plan.by_cadre),
        vacant=sum(short for _, short in vacant(case, plan)),
        vacant_key=key_vacancies(case, plan),
        surplus=len(plan.surplus),
        moved=moved(case, plan),
        concurrent=sum(bool(row.concurrent) for row in plan.placements),
        unbound=len(case.organisation.unbound),
    )


Spots = Counter[tuple[int, Block]]
"""By position of the commune and block."""


def unit_figures(case: Case, plan: Plan) -> tuple[UnitFigures, ...]:
    """One entry per commune, in case order. Posts and people unknown to the case are left out."""
    placed, able, concurrent = _seated(case, plan)
    present, here, spare = _today(case, plan)
    empty, keys = _empty(case, plan)

    def blocks(commune: int) -> Iterator[tuple[Block, BlockFigures]]:
        off_quota = any((commune, Block.OFF_QUOTA) in told for told in (placed, present, empty))
        for block in (*QUOTA_BLOCKS, *([Block.OFF_QUOTA] if off_quota else ())):
            quota, spot = case.allotment.quota(commune, block) or 0, (commune, block)
            yield block, BlockFigures(quota, present[spot], placed[spot], empty[spot])

    return tuple(
        UnitFigures(
            commune=unit.code,
            blocks=dict(blocks(number)),
            vacant_key=keys[number],
            able={c.competence.code: able[number, c.competence.code] for c in rules_of(Cover)},
            concurrent=concurrent[number],
            present=here[number],
            surplus=spare[number],
        )
        for number, unit in enumerate(case.communes)
    )


def _seated(case: Case, plan: Plan) -> tuple[Spots, Counter[tuple[int, str]], Counter[int]]:
    """People placed by block, who can do what, and who hold more than one title."""
    placed: Spots = Counter()
    able: Counter[tuple[int, str]] = Counter()
    concurrent: Counter[int] = Counter()
    covers = rules_of(Cover)
    for row in plan.placements:
        if row.main not in case.posts or row.cadre not in case.cadre_at:
            continue
        cadre, commune = case.cadre(row.cadre), case.commune_of(row.main)
        placed[commune, case.title_of(row.main).block] += 1
        concurrent[commune] += bool(row.concurrent)
        able.update((commune, c.competence.code) for c in covers if c.does(case, cadre))
    return placed, able, concurrent


def _today(case: Case, plan: Plan) -> tuple[Spots, Counter[int], Counter[int]]:
    """People by block of the post they hold today; who belong here; those of them without a
    post in the plan."""
    present: Spots = Counter()
    here: Counter[int] = Counter()
    spare: Counter[int] = Counter()
    for place, cadre in enumerate(case.cadres):
        if cadre.post in case.posts:
            present[case.commune_of(cadre.post), case.title_of(cadre.post).block] += 1
        if case.whereabouts.own[place]:
            commune = case.whereabouts.home(place)
            here[commune] += 1
            spare[commune] += cadre.code not in plan.by_cadre
    return present, here, spare


def _empty(case: Case, plan: Plan) -> tuple[Spots, Counter[int]]:
    """Empty seats by block, and those of key posts."""
    empty: Spots = Counter()
    keys: Counter[int] = Counter()
    for code, short in vacant(case, plan):
        commune, title = case.commune_of(code), case.title_of(code)
        empty[commune, title.block] += short
        keys[commune] += short if title.key else 0
    return empty, keys
