"""Quota as it is being typed: the grid, what was changed in it, and what that would come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.legal_basis import make_case
from planner.case import Case
from planner.roster import Commune
from planner.roster.levels import QUOTA_BLOCKS, Block
from planner.skills.supply import people_for_block
from planner.text.vietnamese import plain, text_key
from ui.desk.work.inputs import Inputs

Changes = Mapping[str, Mapping[Block, int]]
"""Unit → its own quota, block by block, in place of the frame's."""
Typed = Mapping[Block, int | None]
"""What stands in one line of the grid; None for an empty cell."""


@dataclass(frozen=True, slots=True)
class QuotaLine:
    unit: Commune
    assigned: Mapping[Block, int | None]
    frame: Mapping[Block, int | None]
    """What the scheme gives, whatever was typed over it."""


def quota_lines(case: Case, words: str) -> list[QuotaLine]:
    """Units whose name has the words, by name."""
    found = (
        QuotaLine(
            unit,
            {block: case.allotment.before_transfers(place, block) for block in QUOTA_BLOCKS},
            {block: case.scheme_quota.get(unit.code, {}).get(block) for block in QUOTA_BLOCKS},
        )
        for place, unit in enumerate(case.communes)
        if plain(words) in plain(unit.full_name)
    )
    return sorted(found, key=lambda line: text_key(line.unit.name))


def quota_changes(lines: Sequence[QuotaLine], typed: Iterable[Typed]) -> Changes:
    """What was typed otherwise than it stood. A number of the frame is no number of one's own."""
    found = {}
    for line, cells in zip(lines, typed, strict=True):
        own = {
            block: number
            for block, number in cells.items()
            if number is not None and number != line.frame[block]
        }
        if own != {b: line.unit.quota[b] for b in QUOTA_BLOCKS if b in line.unit.quota}:
            found[line.unit.code] = own
    return found


def with_quota(case: Case, changes: Changes, overlay: Mapping[str, str]) -> Case:
    """The case as it would be with these numbers; the same case when there are none."""
    if not changes:
        return case
    units = tuple(
        replace(unit, quota=changes.get(unit.code, unit.quota)) for unit in case.roster.communes
    )
    return make_case(replace(case.roster, communes=units), case.scenario, dict(overlay))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaEffect:
    """One block: quota in use and after the change, seats, people who may hold one of its posts."""

    block: Block
    before: int
    after: int
    least: int
    most: int
    able: int


def quota_effect(before: Case, after: Case) -> list[QuotaEffect]:
    """What a change of quota comes to before anything is drafted."""
    able, places = people_for_block(after), range(len(after.communes))
    found = []
    for block in QUOTA_BLOCKS:
        posts = [post for post in after.roster.posts if after.title_of(post.code).block is block]
        found.append(
            QuotaEffect(
                block=block,
                before=sum(before.allotment.quota(place, block) or 0 for place in places),
                after=sum(after.allotment.quota(place, block) or 0 for place in places),
                least=sum(post.minimum for post in posts),
                most=sum(post.maximum for post in posts),
                able=able[int(block)],
            )
        )
    return found


def save_quota(inputs: Inputs, after: Case, changes: Changes, why: str) -> bool:
    """Whether the numbers became those of the roster; else `problem` says why not."""
    roster = inputs.roster
    assert roster is not None
    names = [after.unit(code).name for code in changes]
    changed = replace(roster, communes=after.roster.communes)
    return inputs.take_roster(changed, "quota", ", ".join(names), why)
