"""Figures of a plan: over the whole, and for each commune by block."""

from collections.abc import Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.plan import Plan
from planner.plan.counts import key_vacancies, moved, vacant
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.rules.skills.it_cover import RULE as IT_COVER
from planner.rules.skills.it_cover import capable


@dataclass(frozen=True, slots=True)
class Figures:
    """People of a plan; `concurrent` counts holders of more than one title."""

    quota: int
    placed: int
    vacant: int
    vacant_key: int
    surplus: int
    moved: int
    concurrent: int


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


@dataclass(frozen=True, slots=True)
class UnitFigures:
    commune: str
    blocks: Mapping[Block, BlockFigures]
    vacant_key: int
    it: int
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
    )


def unit_figures(case: Case, plan: Plan) -> tuple[UnitFigures, ...]:
    """One entry per commune, in case order. Posts and people unknown to the case are left out."""
    placed: dict[tuple[int, Block], int] = {}
    present: dict[tuple[int, Block], int] = {}
    empty: dict[tuple[int, Block], int] = {}
    keys, able, both, here, spare = ([0] * len(case.communes) for _ in range(5))
    norms = IT_COVER.norms(case)
    for row in plan.placements:
        if row.main not in case.posts or row.cadre not in case.cadre_at:
            continue
        cadre = case.cadre(row.cadre)
        commune = case.commune_of(row.main)
        spot = commune, case.title_of(row.main).block
        placed[spot] = placed.get(spot, 0) + 1
        able[commune] += any(capable(cadre, norm) for norm in norms)
        both[commune] += bool(row.concurrent)
    for place, cadre in enumerate(case.cadres):
        if cadre.post in case.posts:
            post = case.posts[cadre.post]
            spot = case.commune_at[post.commune], case.title_of(post.code).block
            present[spot] = present.get(spot, 0) + 1
        if case.whereabouts.own[place]:
            commune = case.whereabouts.home(place)
            here[commune] += 1
            spare[commune] += cadre.code not in plan.by_cadre
    for code, short in vacant(case, plan):
        commune, title = case.commune_of(code), case.title_of(code)
        empty[commune, title.block] = empty.get((commune, title.block), 0) + short
        keys[commune] += short if title.key else 0
    off_quota = [
        any((number, Block.OFF_QUOTA) in spots for spots in (placed, present, empty))
        for number in range(len(case.communes))
    ]
    return tuple(
        UnitFigures(
            unit.code,
            {
                block: BlockFigures(
                    case.allotment.quota(number, block) or 0,
                    present.get((number, block), 0),
                    placed.get((number, block), 0),
                    empty.get((number, block), 0),
                )
                for block in (*QUOTA_BLOCKS, *([Block.OFF_QUOTA] if off_quota[number] else ()))
            },
            keys[number],
            able[number],
            both[number],
            here[number],
            spare[number],
        )
        for number, unit in enumerate(case.communes)
    )
