"""The headcount allotted to each commune's blocks (biên chế được giao)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.case.scenario import Transfer
from planner.law.quota_scheme import Quota
from planner.roster import Commune
from planner.roster.levels import QUOTA_BLOCKS, Block


@dataclass(frozen=True, eq=False)
class Allotment:
    """What a scheme gives, what the department typed over it, and what decisions transfer."""

    communes: tuple[Commune, ...]
    scheme: Quota
    transfers: tuple[Transfer, ...]

    def quota(self, commune: int, block: Block) -> int | None:
        """Headcount given to a commune's block after transfers, or None when nobody gave one."""
        given, code = self.before_transfers(commune, block), self.communes[commune].code
        return None if given is None else max(0, given + self.transferred.get((code, block), 0))

    def before_transfers(self, commune: int, block: Block) -> int | None:
        unit = self.communes[commune]
        return unit.quota.get(block, self.scheme.get(unit.code, {}).get(block))

    @cached_property
    def transferred(self) -> Mapping[tuple[str, Block], int]:
        """Quota that the scenario's decisions add to (or take from) a unit's block."""
        found: dict[tuple[str, Block], int] = {}
        for row in self.transfers:
            for block, number in ((row.source, -row.number), (row.target, row.number)):
                found[row.commune, block] = found.get((row.commune, block), 0) + number
        return found

    @cached_property
    def total(self) -> int:
        """Headcount given over all communes and blocks."""
        spots = ((c, block) for c in range(len(self.communes)) for block in QUOTA_BLOCKS)
        return sum(self.quota(commune, block) or 0 for commune, block in spots)
