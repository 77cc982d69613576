"""Who is better or worse off in one plan than in another, and by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from planner.case import Case
from planner.check.finding_words import named
from planner.check.whence import whence
from planner.figures.plan_report import choice_of, kilometres_of
from planner.plan import Plan
from planner.text.vietnamese import name_key

NEAR = 1
"""Kilometres by which a way must change before it counts."""
FAR = 10
"""Kilometres more than which a longer way is told apart."""


class Gain(Enum):
    """What changed for one person; those that are losses have `loss` True."""

    PLACED = "Từ dôi dư thành có chỗ"
    NEARER = "Được gần nhà hơn"
    WISH = "Được nguyện vọng 1"
    SPARED = "Từ có chỗ thành dôi dư"
    FARTHER = f"Phải đi xa hơn đến {FAR} km"
    MUCH_FARTHER = f"Phải đi xa hơn trên {FAR} km"
    WISH_LOST = "Không được nguyện vọng 1 nữa"

    @property
    def loss(self) -> bool:
        return self in (Gain.SPARED, Gain.FARTHER, Gain.MUCH_FARTHER, Gain.WISH_LOST)


@dataclass(frozen=True, slots=True)
class Personal:
    """One change for one person; `words` say how much."""

    cadre: str
    gain: Gain
    words: str


def gains_between(case: Case, old: Plan, new: Plan) -> tuple[Personal, ...]:
    """What `new` changes for each person against `old`, both seen with the eyes of `case`; in the
    order of `Gain`, then by code."""
    found = []
    for cadre in case.cadres:
        before, after = old.by_cadre.get(cadre.code, ()), new.by_cadre.get(cadre.code, ())
        if before == after:
            continue
        if bool(before) != bool(after):
            kind = Gain.PLACED if after else Gain.SPARED
            found.append(Personal(cadre.code, kind, ""))
        elif before and before[0].main in case.posts and after[0].main in case.posts:
            ways = kilometres_of(case, before[0]), kilometres_of(case, after[0])
            apart = ways[1] - ways[0]
            told = f"{ways[0]} km → {ways[1]} km"
            if apart <= -NEAR:
                found.append(Personal(cadre.code, Gain.NEARER, told))
            elif apart > FAR:
                found.append(Personal(cadre.code, Gain.MUCH_FARTHER, told))
            elif apart >= NEAR:
                found.append(Personal(cadre.code, Gain.FARTHER, told))
        first = choice_of(case, old, cadre) == 1, choice_of(case, new, cadre) == 1
        if first[0] != first[1]:
            found.append(Personal(cadre.code, Gain.WISH if first[1] else Gain.WISH_LOST, ""))
    order = {gain: place for place, gain in enumerate(Gain)}
    return tuple(sorted(found, key=lambda p: (order[p.gain], p.cadre)))


def counted(found: tuple[Personal, ...]) -> Mapping[Gain, int]:
    """How many people each kind of change concerns; every kind is there."""
    return {gain: sum(person.gain is gain for person in found) for gain in Gain}


def of_gain(case: Case, found: tuple[Personal, ...], gain: Gain) -> list[Personal]:
    """Everybody with this change, by name."""
    people = [person for person in found if person.gain is gain]
    return sorted(people, key=lambda p: name_key(case.cadre(p.cadre).name))


def gain_row(case: Case, plan: Plan, person: Personal) -> dict[str, str]:
    cadre = case.cadre(person.cadre)
    posts = [post for row in plan.by_cadre.get(person.cadre, ()) for post in row.posts]
    return {
        "Họ và tên": cadre.name,
        "Mã": cadre.code,
        "Từ": whence(case, cadre),
        "Đến": "; ".join(named(case, post) for post in posts) or "dôi dư",
        "Mức": person.words,
    }
