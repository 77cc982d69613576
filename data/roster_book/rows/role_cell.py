"""The cell that says which role a title is, where its words alone do not."""

from functools import cache

from data.excel.cells import CellType, Unreadable
from data.titles import read_titles
from planner.text.vietnamese import fold
from planner.titles import COMMUNES, Role

NO_ROLE = "–"
"""The value of an answer that no rule knows the title."""
NO_ROLE_WORDS = "– Không gắn với quy định nào"


@cache
def _words() -> dict[str, str]:
    """Role code → the words for it in the drop-down."""
    roles = (role for role in read_titles().roles if role.tiers & COMMUNES)
    return {NO_ROLE: NO_ROLE_WORDS, **{role.code: words_of_role(role) for role in roles}}


@cache
def _codes() -> dict[str, str]:
    by_words = {fold(words): code for code, words in _words().items()}
    return {**by_words, **{fold(code): code for code in _words()}}


def words_of_role(role: Role) -> str:
    """Code and name, since several offices have a "Trưởng phòng"."""
    office = read_titles().office.get(role.office)
    beside = f", {office.name}" if office and office.name not in role.name else ""
    return f"{role.code} · {role.name}{beside}"


def _read(text: str) -> str:
    if fold(text) not in _codes():
        raise Unreadable("cần một vai trò trong danh sách của cột, hoặc mã của nó, ví dụ UBND-CT")
    return _codes()[fold(text)]


def role_cell() -> CellType:
    return CellType(
        name="vai trò",
        read=_read,
        show=lambda code: _words().get(code, code),
        empty="",
        choices=tuple(_words().values()),
    )
