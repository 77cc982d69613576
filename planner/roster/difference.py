"""Two rosters side by side: who was added, who is gone, whose record changed."""

from dataclasses import dataclass

from planner.roster.cadre import Cadre
from planner.roster.roster import Roster


@dataclass(frozen=True)
class Difference:
    """Two rosters side by side: people by code."""

    added: tuple[Cadre, ...]
    gone: tuple[Cadre, ...]
    changed: tuple[tuple[Cadre, Cadre], ...]
    other: tuple[str, ...]
    """Parts besides the people that differ, in words."""

    @property
    def empty(self) -> bool:
        return not (self.added or self.gone or self.changed or self.other)


PARTS = {
    "communes": "đơn vị, biên chế",
    "old_units": "sáp nhập",
    "posts": "chức danh",
    "kin": "thân nhân",
    "demands": "giữ cố định, không bố trí",
    "concurrency": "kiêm nhiệm",
    "scores": "mức phù hợp",
    "tasks": "nhiệm vụ",
    "remarks": "cột ghi để đọc",
}


def difference(old: Roster, new: Roster) -> Difference:
    """What `new` changes; posts that neither brought along follow from the day and do not count."""
    before = {cadre.code: cadre for cadre in old.cadres}
    after = {cadre.code: cadre for cadre in new.cadres}
    both = [(before[code], after[code]) for code in before if code in after]
    parts = (p for p in PARTS if getattr(old, p) != getattr(new, p))
    return Difference(
        tuple(after[code] for code in after if code not in before),
        tuple(before[code] for code in before if code not in after),
        tuple(pair for pair in both if pair[0] != pair[1]),
        tuple(PARTS[part] for part in parts if part != "posts" or old.own_posts or new.own_posts),
    )
