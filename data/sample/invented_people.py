"""Invented people: names by published shares, age, schooling, fields and the rest by calibration.

Shares come from the domain reference (statistics of 31/12/2024 and 9/2025), rounded.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from data.reference import table
from planner.roster import Cadre
from planner.roster.levels import (
    Discipline,
    Education,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
)

DAY = date(2026, 11, 1)
"""Ages are counted to this day, so that a seed gives the same people for ever."""

SOUTHERN = frozenset({"Huỳnh", "Võ", "Nguyên", "Nhựt", "Tấn", "Phước"})
FEMALE_MIDDLE = {"Thị": 60, "Thu": 6, "Thanh": 6, "Ngọc": 6, "Minh": 4, "Phương": 5, "Hồng": 4}

FIELDS = {
    "luật": 15,
    "hành chính": 16,
    "chính trị – xây dựng Đảng": 17,
    "kinh tế": 12,
    "lao động – xã hội": 8,
    "văn hóa – du lịch": 6,
    "giáo dục": 5,
    "báo chí – truyền thông": 2,
    "y tế": 2.4,
    "nông nghiệp – thủy lợi": 4.5,
    "môi trường": 2,
    "giao thông": 1.5,
    "văn thư – lưu trữ": 4,
}
SCARCE_FIELDS = {
    "kế toán – tài chính": 6.5,
    "xây dựng – kiến trúc": 4,
    "đất đai – địa chính": 5,
}
IT_FIELD = "công nghệ thông tin"

AGES = ((37.5, 4.5), (49.5, 3.0), (57.0, 1.3))
"""Mean and spread of the three age groups: under 45, 45 to 55, over 55."""

STATUSES = {
    Status.WORKING: 890,
    Status.MATERNITY: 8,
    Status.SMALL_CHILD: 25,
    Status.LONG_ILLNESS: 5,
    Status.STUDY: 5,
    Status.SECONDED: 5,
    Status.UNDER_REVIEW: 4,
    Status.SUSPENDED: 1,
    Status.RETIRING: 17,
    Status.RESIGNING: 40,
}
RATINGS = {Rating.FAILED: 1, Rating.DONE: 9, Rating.GOOD: 72, Rating.EXCELLENT: 18}
EDUCATIONS = {
    Education.INTERMEDIATE: 25,
    Education.COLLEGE: 25,
    Education.UNIVERSITY: 700,
    Education.MASTER: 245,
    Education.DOCTOR: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """What a person does today, from which the rest is drawn."""

    grade: Grade
    kind: PersonKind
    title: str
    work: str = ""
    party: bool = False
    fields: frozenset[str] = frozenset()
    """Fields of which the person must have one; empty: any."""
    it: ItLevel = ItLevel.NONE
    district: bool = False


class PersonMaker:
    """Draws people one after another from one random stream."""

    def __init__(self, rng: random.Random, it_share: float, scarce_share: float) -> None:
        self._rng = rng
        self._it_share = it_share
        self._fields = {**FIELDS, **{f: w * scarce_share for f, w in SCARCE_FIELDS.items()}}
        self._surnames = self._shares("names/surnames.csv", "surname", "count")
        self._middle = self._shares("names/middle.csv", "middle", "count")
        self._male = self._shares("names/given.csv", "given", "male")
        self._female = self._shares("names/given.csv", "given", "female")
        self._retirement = [
            (Sex(r["sex"]), r["born_from"], r["born_to"], int(r["years"]) * 12 + int(r["months"]))
            for r in table("retirement.csv")
        ]
        self._number = 0

    @staticmethod
    def _shares(file: str, name: str, count: str) -> dict[str, float]:
        shares: dict[str, float] = {}
        for row in table(file):
            shares[row[name]] = shares.get(row[name], 0.0) + float(row[count] or 0)
        return {word: share for word, share in shares.items() if share and word not in SOUTHERN}

    def pick(self, shares: dict[str, float]) -> str:
        return self._rng.choices(list(shares), list(shares.values()))[0]

    def _name(self, sex: Sex) -> str:
        if sex is Sex.FEMALE:
            middle = self.pick(dict(FEMALE_MIDDLE))
            given = self.pick(self._female)
        else:
            middle = self.pick({m: s for m, s in self._middle.items() if m != "Thị"})
            given = self.pick(self._male)
        surname = self.pick(self._surnames)
        return " ".join(
            part for part in (surname, middle if middle != given else "", given) if part
        )

    def _born(self, grade: Grade) -> date:
        older = 0.06 * grade
        mean, spread = self._rng.choices(AGES, (0.72 - 2 * older, 0.22 + older, 0.06 + older))[0]
        age = min(60.5, max(24.0 + 4 * grade, self._rng.gauss(mean, spread)))
        return DAY - timedelta(days=round(age * 365.25) + self._rng.randrange(30))

    def months_left(self, sex: Sex, born: date) -> int:
        """Months to the retirement age of NĐ 135/2020, at least 0."""
        month = born.strftime("%Y-%m")
        age = next(m for s, low, high, m in self._retirement if s is sex and low <= month <= high)
        lived = (DAY.year - born.year) * 12 + DAY.month - born.month
        return max(0, age - lived)

    def _fields_of(self, calling: Calling) -> frozenset[str]:
        rng = self._rng
        if calling.fields:
            main = self.pick({f: self._fields.get(f, 1.0) for f in sorted(calling.fields)})
        elif rng.random() < self._it_share:
            main = IT_FIELD
        else:
            main = self.pick(self._fields)
        more = rng.choices((0, 1, 2), (55, 35, 10))[0]
        return frozenset({main, *(self.pick(self._fields) for _ in range(more))})

    def _it(self, calling: Calling, fields: frozenset[str]) -> ItLevel | None:
        if IT_FIELD in fields:
            return self._rng.choice((ItLevel.TRAINED, ItLevel.SPECIALIST))
        if self._rng.random() < 0.1 and calling.it is ItLevel.NONE:
            return None
        level = self._rng.choices((ItLevel.NONE, ItLevel.BASIC, ItLevel.ADVANCED), (12, 68, 20))[0]
        return max(level, calling.it)

    def make(self, calling: Calling, place_kind: PlaceKind, place: str, home: str) -> Cadre:
        """A person with this calling at this place."""
        rng, grade = self._rng, calling.grade
        self._number += 1
        leads = grade > Grade.SPECIALIST
        sex = Sex.FEMALE if rng.random() < (0.38 if leads else 0.5) else Sex.MALE
        born, fields = self._born(grade), self._fields_of(calling)
        education, theory = self._schooling(calling)
        party = calling.party or rng.random() < (0.72, 0.97, 1.0, 1.0)[grade]
        rank = rng.choices(
            (Rank.OFFICER, Rank.SPECIALIST, Rank.PRINCIPAL),
            ((6, 90, 4), (0, 85, 15), (0, 65, 35), (0, 40, 60))[grade],
        )[0]
        minority = rng.random() < 0.012
        discipline, discipline_day = self._discipline()
        return Cadre(
            code=f"CB-{self._number:05d}",
            name=self._name(sex),
            born=born,
            sex=sex,
            kind=calling.kind,
            status=self._status(sex, born),
            education=education,
            theory=theory,
            rank=rank,
            fields=fields,
            it=self._it(calling, fields),
            party=party,
            place_kind=place_kind,
            place=place,
            grade=grade,
            work=calling.work if calling.work in fields else sorted(fields)[0],
            months_left=self.months_left(sex, born),
            title=calling.title,
            home=home,
            ratings=tuple(rng.choices(list(RATINGS), list(RATINGS.values()), k=3)),
            minority=minority,
            waiver=minority and education < Education.UNIVERSITY,
            state_management=self._state_management(grade),
            committee=party and rng.random() < (0.03, 0.25, 0.7, 0.97)[grade],
            planned=self._planned(grade),
            tenure=rng.randint(3, 96) if leads else None,
            head_years=rng.randint(0, 9) if grade >= Grade.HEAD else None,
            discipline=discipline,
            discipline_day=discipline_day,
            council_experience=rng.random() < (0.03, 0.08, 0.25, 0.6)[grade],
            origin=rng.choices((home, "Nơi khác", ""), (45, 45, 10))[0],
            in_post_since=DAY - timedelta(days=rng.randrange(30, 2600)),
            policy=rng.random() < 0.05,
        )

    def _schooling(self, calling: Calling) -> tuple[Education, Theory]:
        rng, grade = self._rng, calling.grade
        education = rng.choices(list(EDUCATIONS), list(EDUCATIONS.values()))[0]
        if grade > Grade.SPECIALIST:
            education = max(education, Education.UNIVERSITY)
        theory = rng.choices(
            (Theory.PRIMARY, Theory.INTERMEDIATE, Theory.ADVANCED),
            ((20, 79, 1), (4, 92, 4), (0, 80, 20), (0, 62, 38))[grade],
        )[0]
        if calling.district and grade is Grade.CHIEF:
            theory = Theory.ADVANCED
        return education, theory

    def _state_management(self, grade: Grade) -> StateManagement | None:
        if self._rng.random() < 0.06:
            return None
        low, high = (StateManagement.NONE, StateManagement.SPECIALIST)
        if grade > Grade.SPECIALIST:
            low, high = StateManagement.SPECIALIST, StateManagement.PRINCIPAL
        return self._rng.choices((StateManagement.NONE, low, high), (5, 45, 50))[0]

    def _planned(self, grade: Grade) -> Grade | None:
        """Most leaders are planned for the next grade, few specialists are."""
        chance = (0.3, 0.65, 0.5, 0.0)[grade]
        if self._rng.random() < chance:
            return list(Grade)[grade + 1]
        return grade if grade > Grade.SPECIALIST else None

    def _discipline(self) -> tuple[Discipline | None, date | None]:
        rng = self._rng
        if rng.random() > 0.015:
            return None, None
        measure = rng.choices(list(Discipline), (80, 17, 3))[0]
        return measure, DAY - timedelta(days=rng.randrange(30, 1800))

    def _status(self, sex: Sex, born: date) -> Status:
        status = self._rng.choices(list(STATUSES), list(STATUSES.values()))[0]
        old = born.year < DAY.year - 45
        if status in (Status.MATERNITY, Status.SMALL_CHILD) and (sex is Sex.MALE or old):
            return Status.WORKING
        if status is Status.RETIRING and not old:
            return Status.WORKING
        return status
