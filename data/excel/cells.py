"""Cells: how each type of column is read from Excel, shown in Excel and explained."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from planner.roster.levels import Scale, Word
from planner.text.vietnamese import fold


class Unreadable(ValueError):
    """A cell that is not of its column's type; the message says what was expected."""


@dataclass(frozen=True, kw_only=True)
class CellType:
    """`read` turns a trimmed text into a value or raises Unreadable; `show` is its inverse.

    `empty` is the value of an empty cell; `choices` make the drop-down in the template.
    """

    name: str
    read: Callable[[str], Any]
    show: Callable[[Any], Any] = str
    empty: Any = ""
    choices: tuple[str, ...] = field(default=())


def as_text(cell: object) -> str:
    """What an officer sees in the cell: dates as dd/mm/yyyy, whole numbers without a dot."""
    if isinstance(cell, datetime | date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split()) if cell is not None else ""


def _whole(text: str) -> int:
    try:
        return int(text.replace(".", "").replace(" ", ""))
    except ValueError:
        raise Unreadable("cần một số nguyên") from None


def _count(text: str) -> int:
    number = _whole(text)
    if number < 0:
        raise Unreadable("cần một số nguyên không âm")
    return number


def _decimal(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise Unreadable("cần một số, ví dụ 21,03") from None


def _date(text: str) -> date:
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise Unreadable("cần một ngày có thật, dạng ngày/tháng/năm, ví dụ 15/08/1985")


def _mark(text: str) -> bool:
    if fold(text) in {"x", "1", fold("có"), "co", "yes", "true"}:
        return True
    if fold(text) in {"", "0", fold("không"), "khong", "no", "false"}:
        return False
    raise Unreadable('cần "x" (có) hoặc để trống (không)')


def _id_number(text: str) -> str:
    if not (text.isdigit() and len(text) == ID_DIGITS):
        raise Unreadable(f"cần đúng {ID_DIGITS} chữ số")
    return text


def unit_code(text: str) -> str:
    """An official unit code with the leading zeros that Excel drops from numbers."""
    return text.zfill(UNIT_DIGITS) if text.isdigit() else text


UNIT_DIGITS = 5
UNIT_CODE = CellType(name="mã đơn vị", read=unit_code)
ID_DIGITS = 12
ID_NUMBER = CellType(name="12 chữ số", read=_id_number)
TEXT = CellType(name="chữ", read=str)
WHOLE = CellType(name="số nguyên", read=_whole, show=lambda value: value, empty=None)
COUNT = CellType(name="số nguyên không âm", read=_count, show=lambda value: value, empty=None)
DECIMAL = CellType(name="số", read=_decimal, show=lambda value: value, empty=None)
DATE = CellType(name="ngày", read=_date, show=lambda day: day.strftime("%d/%m/%Y"), empty=None)
MARK = CellType(
    name="x hoặc trống",
    read=_mark,
    show=lambda value: "x" if value else "",
    empty=False,
    choices=("x",),
)
LIST = CellType(
    name="danh sách, cách nhau bởi dấu ;",
    read=lambda text: tuple(part for part in (p.strip() for p in text.split(";")) if part),
    show="; ".join,
    empty=(),
)
WORDS = CellType(
    name=LIST.name,
    read=lambda text: frozenset(LIST.read(text)),
    show=lambda words: LIST.show(sorted(words)),
    empty=frozenset(),
)
"""A list whose order says nothing."""

Choice = TypeVar("Choice", bound=Enum)


def choice(name: str, words: type[Choice], empty: Choice | None = None) -> CellType:
    """A cell that holds one of the words of a scale or closed list, however it is typed."""
    labels = {_label(member): member for member in words}
    by_word = {fold(label): member for label, member in labels.items()}
    for member in words:
        if isinstance(member, Scale):
            by_word.setdefault(str(int(member)), member)

    def read(text: str) -> Choice:
        if fold(text) not in by_word:
            raise Unreadable("cần một trong: " + " · ".join(labels))
        return by_word[fold(text)]

    return CellType(name=name, read=read, show=_label, empty=empty, choices=tuple(labels))


def _label(member: Any) -> str:
    if isinstance(member, Scale | Word):
        return member.label
    raise TypeError(f"{member!r} has no word")


def many(name: str, words: type[Choice]) -> CellType:
    """A cell that holds any number of the words of a closed list, separated by semicolons."""
    one = choice(name, words)

    def read(text: str) -> frozenset[Choice]:
        return frozenset(one.read(part) for part in LIST.read(text))

    def show(members: frozenset[Choice]) -> str:
        return "; ".join(sorted(one.show(member) for member in members))

    return CellType(
        name=f"{name}, cách nhau bởi dấu ;",
        read=read,
        show=show,
        empty=frozenset(),
        choices=one.choices,
    )


def closed(name: str, members: Mapping[str, Any]) -> CellType:
    """A cell that holds one of the named values."""
    by_word = {fold(word): value for word, value in members.items()}
    words = {value: word for word, value in members.items()}

    def read(text: str) -> Any:
        if fold(text) not in by_word:
            raise Unreadable("cần một trong: " + " · ".join(members))
        return by_word[fold(text)]

    return CellType(
        name=name, read=read, show=lambda value: words[value], empty=None, choices=tuple(members)
    )
