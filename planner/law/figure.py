"""A figure of the law: an exact number with its unit, as written in a norm ("5/2 người/xã")."""

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Unit(Enum):
    """The units figures are written in; the value is the word."""

    PEOPLE = "người"
    SEATS = "chỗ"
    PER_UNIT = "người/xã"
    PER_OFFICE = "người/phòng"
    PER_COMMITTEE = "người/ban"
    TITLES = "chức danh"
    POSITIONS = "vị trí"
    OFFICES = "phòng"
    COMMITTEES = "ban"
    UNITS = "đơn vị"
    TERMS = "nhiệm kỳ"
    MONTHS = "tháng"
    YEARS = "năm"
    DAYS = "ngày"
    AGE = "tuổi"
    KM = "km"
    KM2 = "km²"
    INHABITANTS = "dân"
    DOSSIERS = "hồ sơ"
    LEVEL = "mức"
    POINTS = "điểm"
    SHARE = "phần"
    LOAD = "phần việc"
    SALARIES = "L"
    ALLOWANCES = "A"
    COEFFICIENT = "hệ số"
    DONG = "đồng"


PERCENT = "%"
WRITTEN = re.compile(r"^(\d+(?:/\d+|[.,]\d+)?)\s+(\S.*)$")


@dataclass(frozen=True, slots=True)
class Figure:
    number: Fraction
    unit: Unit
    text: str
    """As written in the norm."""

    @classmethod
    def read(cls, text: str) -> "Figure | None":
        """The figure in `text`, None when it is not written as a number and a known unit; a share
        may be written "15 %" or "1/2 phần"."""
        found = WRITTEN.match(text.strip())
        if found is None:
            return None
        number = Fraction(found[1].replace(",", "."))
        if found[2] == PERCENT:
            return cls(number / 100, Unit.SHARE, text)
        units = {unit.value: unit for unit in Unit}
        return cls(number, units[found[2]], text) if found[2] in units else None


class Names(Enum):
    """The lists of names a norm may carry; the value says what each name must be."""

    ROLES = "mã chức danh"
    BODIES = "mã cơ quan, tập thể"
    OFFICES = "mã phòng, ban"
    STATUSES = "tình trạng"
    GRADES = "cấp chức vụ"
    KINDS = "đối tượng"
    FIELDS = "chuyên ngành"
    BLOCKS = "khối"
    WORDS = "chữ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a rule asks of one value of its norms: one of `units`, names of a kind, a word of
    `words`, a yes or no (`flag`) or a day."""

    units: tuple[Unit, ...] = ()
    names: Names | None = None
    words: tuple[str, ...] = ()
    flag: bool = False
    day: bool = False
    optional: bool = False

    def __str__(self) -> str:
        if self.units:
            return "số có đơn vị " + " hoặc ".join(unit.value for unit in self.units)
        if self.names:
            return f"danh sách {self.names.value}"
        if self.words:
            return "một trong: " + ", ".join(self.words)
        return "true hoặc false" if self.flag else "một ngày"


def number(*units: Unit, optional: bool = False) -> Asked:
    return Asked(units=units, optional=optional)


def names(kind: Names, optional: bool = False) -> Asked:
    return Asked(names=kind, optional=optional)


def word(*words: str, optional: bool = False) -> Asked:
    return Asked(words=words, optional=optional)


FLAG = Asked(flag=True, optional=True)
DAY = Asked(day=True, optional=True)
