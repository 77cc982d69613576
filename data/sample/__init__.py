"""Synthetic rosters on real units: seeded, calibrated to published shares, no real person."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from data.profiles import profile_of
from data.reference import arcs, communes, old_units, pilot_old_units, pilot_wards, province
from data.sample.invented_people import DAY, Calling, PersonMaker
from data.sample.merger import merger_cadres
from data.sample.running import running_cadres
from planner.law.profile_posts import posts_of_profile
from planner.roster import Cadre, Commune, OldUnit, Roster
from planner.roster.levels import Grade, PersonKind, PlaceKind, UnitType


class Situation(Enum):
    MERGER = "merger"
    RUNNING = "running"
    PILOT = "pilot"
    """The wards of Hà Nội's urban-government pilot on 1/7/2021."""


class Tightness(Enum):
    EASY = "easy"
    NORMAL = "normal"
    STARVED = "starved"


@dataclass(frozen=True, slots=True)
class Scarcity:
    """`staffing` scales the number of people, `it_share` is that of IT specialists among people
    whose work asks for no field (which makes 1–1.5 % of all at normal tightness), `scarce_share`
    scales the other fields of which there are too few."""

    staffing: float
    it_share: float
    scarce_share: float


SCARCITY = {
    Tightness.EASY: Scarcity(1.08, 0.027, 1.25),
    Tightness.NORMAL: Scarcity(1.0, 0.018, 1.0),
    Tightness.STARVED: Scarcity(0.62, 0.008, 0.55),
}


POSTED_IT = 0.3
"""In the running situation most IT specialists come with their posts; few others are left."""


PILOT_DAY = date(2021, 7, 1)
POOLED = 0.12
"""People of the district's pool, as a share of those in its wards."""


def sample(
    province_name: str,
    seed: int = 1,
    situation: Situation = Situation.MERGER,
    communes_wanted: int | None = None,
    tightness: Tightness = Tightness.NORMAL,
    unit_type: UnitType | None = None,
) -> Roster:
    """A roster of invented people on the real units of `province_name`.

    `communes_wanted` takes whole old districts, by code, until that many units are covered; None
    takes all; `unit_type` keeps units of one type only. Same arguments, same roster. Raises
    UnknownProvince, NoProfile, ValueError.
    """
    code = province(province_name).code
    pilot = situation is Situation.PILOT
    profile = profile_of(code, PILOT_DAY if pilot else DAY)
    if pilot and not profile.earlier_units:
        raise ValueError("chỉ Hà Nội có các phường thí điểm chính quyền đô thị 2021–2025")
    units = _units(code, pilot, communes_wanted, unit_type)
    olds = pilot_old_units(units) if pilot else _gone_into(code, units)
    scarcity = SCARCITY[tightness]
    rng = random.Random(f"{code}/{seed}/{situation.value}/{tightness.value}")
    it_share = scarcity.it_share
    if situation is not Situation.MERGER:
        it_share *= POSTED_IT
    maker = PersonMaker(rng, it_share, scarcity.scarce_share)
    posts = posts_of_profile(profile, units)
    if situation is Situation.MERGER:
        cadres = merger_cadres(rng, maker, units, olds, scarcity.staffing)
    else:
        cadres = running_cadres(rng, maker, units, profile, posts, scarcity.staffing)
    if pilot:
        cadres += _pool(rng, maker, olds, round(len(cadres) * POOLED))
    return Roster(
        province=code,
        communes=units,
        old_units=olds,
        titles=(),
        posts=(),
        cadres=tuple(cadres),
        kin=_kin(rng, cadres),
        own_posts=False,
    )


def _units(
    code: str, pilot: bool, wanted: int | None, unit_type: UnitType | None
) -> tuple[Commune, ...]:
    """The units of a sample; ValueError when there are none of the type."""
    units = pilot_wards(PILOT_DAY)[:wanted] if pilot else _covered(code, wanted)
    if unit_type is not None:
        units = tuple(unit for unit in units if unit.type is unit_type)
    if not units:
        label = (unit_type or UnitType.WARD).label.lower()
        raise ValueError(f"tỉnh, thành phố này không có {label}")
    return units


def _gone_into(code: str, units: tuple[Commune, ...]) -> tuple[OldUnit, ...]:
    """The old units that mainly went into `units`, without their other successors."""
    chosen = {unit.code for unit in units}
    return tuple(
        replace(old, successors=tuple(heir for heir in old.successors if heir in chosen))
        for old in old_units(code)
        if old.successors[0] in chosen
    )


def _pool(
    rng: random.Random, maker: PersonMaker, olds: Sequence[OldUnit], number: int
) -> list[Cadre]:
    """Civil servants of the districts, who are not in a ward yet."""
    districts = list(dict.fromkeys(old.district for old in olds))
    calling = Calling(
        grade=Grade.SPECIALIST, kind=PersonKind.CIVIL_SERVANT, title="Công chức thuộc biên chế quận"
    )
    return [
        maker.make(calling, PlaceKind.OLD_DISTRICT, rng.choice(districts), "")
        for _ in range(number)
    ]


def _covered(code: str, wanted: int | None) -> tuple[Commune, ...]:
    """Whole old districts, by place in the official list, until `wanted` units are covered."""
    units = communes(code)
    if wanted is None:
        return units
    if not 1 <= wanted <= len(units):
        raise ValueError(f"số đơn vị phải từ 1 đến {len(units)}, đọc được {wanted}")
    votes: dict[str, dict[str, int]] = {}
    for arc in arcs(code):
        tally = votes.setdefault(arc.new, {})
        tally[arc.district] = tally.get(arc.district, 0) + (2 if arc.main else 1)
    order = list(dict.fromkeys(arc.district for arc in arcs(code)))
    home = {
        unit: max(tally, key=lambda d: (tally[d], -order.index(d))) for unit, tally in votes.items()
    }
    taken: list[Commune] = []
    for district in order:
        if len(taken) >= wanted:
            break
        taken += [unit for unit in units if home.get(unit.code) == district]
    return tuple(sorted(taken, key=lambda unit: unit.code))


def _kin(rng: random.Random, cadres: list[Cadre]) -> tuple[tuple[str, str], ...]:
    """About 7 % of people have a relative at the same workplace."""
    by_place: dict[str, list[str]] = {}
    for cadre in cadres:
        by_place.setdefault(cadre.place, []).append(cadre.code)
    pairs = set()
    for codes in by_place.values():
        for _ in range(round(len(codes) * 0.035 + rng.random() - 0.5)):
            if len(codes) > 1:
                first, second = sorted(rng.sample(codes, 2))
                pairs.add((first, second))
    return tuple(sorted(pairs))
