"""The first placement: commune staff by old unit, district staff by old district."""

import random
from collections.abc import Sequence
from dataclasses import replace

from data.sample.invented_people import Calling, PersonMaker
from planner.roster import Cadre, Commune, OldUnit
from planner.roster.levels import Grade, PersonKind, PlaceKind

COMMUNE_LEADERS = (
    Calling(grade=Grade.CHIEF, kind=PersonKind.CADRE, title="Bí thư Đảng ủy", party=True),
    Calling(grade=Grade.CHIEF, kind=PersonKind.CADRE, title="Phó Bí thư Thường trực", party=True),
    Calling(grade=Grade.CHIEF, kind=PersonKind.CADRE, title="Chủ tịch UBND", party=True),
    Calling(grade=Grade.HEAD, kind=PersonKind.CADRE, title="Phó Chủ tịch HĐND", party=True),
    Calling(grade=Grade.HEAD, kind=PersonKind.CADRE, title="Phó Chủ tịch UBND", party=True),
    Calling(grade=Grade.HEAD, kind=PersonKind.CADRE, title="Chủ tịch Ủy ban MTTQ", party=True),
    Calling(grade=Grade.DEPUTY, kind=PersonKind.CADRE, title="Chủ tịch Hội LHPN", party=True),
    Calling(grade=Grade.DEPUTY, kind=PersonKind.CADRE, title="Bí thư Đoàn TNCS"),
    Calling(grade=Grade.DEPUTY, kind=PersonKind.CADRE, title="Chủ tịch Hội Nông dân"),
    Calling(grade=Grade.DEPUTY, kind=PersonKind.CADRE, title="Chủ tịch Hội Cựu chiến binh"),
)


def _specialist(title: str, *fields: str, work: str = "") -> Calling:
    return Calling(
        grade=Grade.SPECIALIST,
        kind=PersonKind.CIVIL_SERVANT,
        title=title,
        work=work or fields[0],
        fields=frozenset(fields),
    )


COMMUNE_SERVANTS = (
    _specialist("Văn phòng – thống kê", "hành chính", "văn thư – lưu trữ", "kinh tế"),
    _specialist("Địa chính – xây dựng", "đất đai – địa chính", "xây dựng – kiến trúc"),
    _specialist("Tài chính – kế toán", "kế toán – tài chính"),
    _specialist("Tư pháp – hộ tịch", "luật"),
    _specialist("Văn hóa – xã hội", "văn hóa – du lịch", "lao động – xã hội", "giáo dục"),
)
ANYBODY = Calling(grade=Grade.SPECIALIST, kind=PersonKind.CIVIL_SERVANT, title="Công chức cấp xã")

DISTRICT_LEADERS = (
    ("Bí thư Huyện ủy, Quận ủy", Grade.CHIEF, 1),
    ("Phó Bí thư Huyện ủy, Quận ủy", Grade.CHIEF, 2),
    ("Phó Chủ tịch UBND cấp huyện", Grade.CHIEF, 3),
    ("Phó Chủ tịch HĐND cấp huyện", Grade.CHIEF, 1),
    ("Trưởng phòng, ban cấp huyện", Grade.HEAD, 13),
    ("Phó trưởng phòng, ban cấp huyện", Grade.DEPUTY, 24),
)
DISTRICT_SPECIALIST = Calling(
    grade=Grade.SPECIALIST,
    kind=PersonKind.CIVIL_SERVANT,
    title="Chuyên viên cấp huyện",
    district=True,
)


def merger_cadres(
    rng: random.Random,
    maker: PersonMaker,
    units: Sequence[Commune],
    olds: Sequence[OldUnit],
    staffing: float,
) -> list[Cadre]:
    """Everybody of the old communes and districts, with what they ask for."""
    codes = {unit.code for unit in units}
    cadres: list[Cadre] = []
    for old in olds:
        homes = [code for code in old.successors if code in codes]
        for calling in _commune_staff(rng, staffing):
            home = rng.choices((homes[0], "", rng.choice(units).code), (80, 8, 12))[0]
            cadres.append(maker.make(calling, PlaceKind.OLD_UNIT, old.code, home))
    for district in dict.fromkeys(old.district for old in olds):
        around = sorted(
            {c for old in olds if old.district == district for c in old.successors if c in codes}
        )
        for calling in _district_staff(rng, staffing):
            home = rng.choice(around) if rng.random() < 0.8 else rng.choice(units).code
            cadres.append(maker.make(calling, PlaceKind.OLD_DISTRICT, district, home))
    return [_with_preferences(rng, cadre, units, olds, codes) for cadre in cadres]


def _commune_staff(rng: random.Random, staffing: float) -> list[Calling]:
    size = round(rng.randint(17, 20) * staffing)
    staff = [*COMMUNE_LEADERS, *COMMUNE_SERVANTS]
    if size < len(staff):
        return staff[:3] + rng.sample(staff[3:], size - 3)
    return staff + [
        rng.choice((*COMMUNE_SERVANTS, ANYBODY, ANYBODY)) for _ in range(size - len(staff))
    ]


def _district_staff(rng: random.Random, staffing: float) -> list[Calling]:
    size = round(rng.randint(90, 118) * staffing)
    staff = [
        Calling(
            grade=grade,
            kind=PersonKind.CIVIL_SERVANT,
            title=title,
            party=grade >= Grade.HEAD,
            district=True,
        )
        for title, grade, number in DISTRICT_LEADERS
        for _ in range(number)
    ]
    return staff + [DISTRICT_SPECIALIST] * max(0, size - len(staff))


def _with_preferences(
    rng: random.Random,
    cadre: Cadre,
    units: Sequence[Commune],
    olds: Sequence[OldUnit],
    codes: set[str],
) -> Cadre:
    """Four in ten ask for somewhere: mostly home, a successor of their unit, or anywhere."""
    if rng.random() > 0.4:
        return cadre
    near = [
        code
        for old in olds
        if cadre.place in (old.code, old.district)
        for code in old.successors
        if code in codes
    ]
    wanted = [
        rng.choices((cadre.home or near[0], rng.choice(near), rng.choice(units).code), (5, 4, 1))[0]
        for _ in range(rng.randint(1, 3))
    ]
    return replace(cadre, preferences=tuple(dict.fromkeys(wanted)))
