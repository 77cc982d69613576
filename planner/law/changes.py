"""What the law changes between two days: norms that begin, end, or say something else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from planner.law.norm import Norm, Norms
from planner.law.norm_words import words_of


@dataclass(frozen=True)
class LawChange:
    """`before` is None for what is new, `after` for what ends; both for what takes over."""

    day: date
    before: Norm | None
    after: Norm | None

    def __str__(self) -> str:
        day = f"{self.day:%d/%m/%Y}"
        if self.before is None:
            assert self.after is not None
            return f"{day}: thêm {self.after.id}, {self.after.title} ({words_of(self.after)})"
        if self.after is None:
            return f"{day}: hết hiệu lực {self.before.id}, {self.before.title}"
        old, new = words_of(self.before), words_of(self.after)
        return (
            f"{day}: {self.before.id}, {self.before.title} ({old}) → "
            f"{self.after.id}, {self.after.title} ({new})"
        )


def law_changes(
    norms: Iterable[Norm], first: date, second: date, province: str, merged: int
) -> tuple[LawChange, ...]:
    """What holds on `second` and not on `first`, and the other way round, by day and id. A norm
    that succeeds another is one change."""
    everything = tuple(norms)
    old = Norms.in_force(everything, first, province, merged).entries
    new = Norms.in_force(everything, second, province, merged).entries
    gone = [norm for norm in old if norm not in new]
    come = [norm for norm in new if norm not in old]
    return tuple(sorted(_paired(gone, come, first, second), key=lambda c: (c.day, str(c))))


def _paired(gone: list[Norm], come: list[Norm], first: date, second: date) -> Iterator[LawChange]:
    later = max(first, second)
    taken: set[int] = set()
    for norm in gone:
        heirs = [n for n in come if norm.slot() == n.slot() or _succeeds(norm, n)]
        if not heirs:
            yield LawChange(_end(norm, later), norm, None)
        for heir in heirs:
            taken.add(id(heir))
            yield LawChange(_start(heir, norm, later), norm, heir)
    for norm in come:
        if id(norm) not in taken:
            yield LawChange(norm.since or _end(norm, later), None, norm)


def _succeeds(one: Norm, other: Norm) -> bool:
    return other.succeeds == one.id or one.succeeds == other.id


def _start(heir: Norm, norm: Norm, otherwise: date) -> date:
    days = [day for day in (heir.since, norm.since) if day is not None]
    return max(days, default=otherwise)


def _end(norm: Norm, otherwise: date) -> date:
    """The day after its last."""
    return norm.until.fromordinal(norm.until.toordinal() + 1) if norm.until else otherwise


def next_change(norm: Norm, norms: Iterable[Norm], province: str, merged: int) -> LawChange | None:
    """What takes over from the norm, or that it ends; None while it has no end."""
    if norm.until is None:
        return None
    after = norm.until.fromordinal(norm.until.toordinal() + 1)
    heirs = [
        other
        for other in norms
        if other.in_province(province, merged)
        and other.in_force(after)
        and (other.succeeds == norm.id or (other.slot() == norm.slot() and other is not norm))
    ]
    return LawChange(after, norm, heirs[0] if heirs else None)
