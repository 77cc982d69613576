"""The sheets of the department's own scores: up to millions of rows, so read by a way of their own.

One sheet of Excel ends at 1,048,576 rows; more scores go on in "Mức phù hợp 2", "Mức phù hợp 3" ….
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.excel.cells import as_text
from data.excel.faults import Fault
from data.roster_book.columns import SCORES, columns_of
from data.roster_book.table import headers_of
from planner.roster import Score
from planner.text.vietnamese import fold

ROWS_A_SHEET = 1_000_000
MOST_FAULTS = 200
"""Faults that are listed; a sheet that is wrong altogether is told by its first rows."""


def score_sheets(names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that hold scores, in the order of their numbers."""
    found = []
    for name in names:
        rest = fold(name).removeprefix(fold(SCORES)).strip()
        if fold(name).startswith(fold(SCORES)) and (not rest or rest.isdigit()):
            found.append((int(rest or 1), name))
    return tuple(name for _, name in sorted(found))


def sheet_name(number: int) -> str:
    """The name of the sheet with that number, from 1 on."""
    return SCORES if number == 1 else f"{SCORES} {number}"


def read_scores(
    sheets: Mapping[str, Sequence[Sequence[Any]]], people: set[str], posts: set[str]
) -> tuple[tuple[Score, ...], list[Fault]]:
    """Every score, or every fault: where, what was read, what is expected."""
    cadre_column, post_column, score_column = columns_of(SCORES)
    scores: dict[tuple[str, str], Score] = {}
    faults: list[Fault] = []
    known_people = {code: code for code in people}
    known_posts = {code: code for code in posts}
    for name, cells in sheets.items():
        head, places = headers_of(columns_of(SCORES), [[as_text(c) for c in r] for r in cells[:12]])
        wanted = [places.get(c.header) for c in columns_of(SCORES)]
        if None in wanted:
            if any(any(row) for row in cells):
                faults += [
                    Fault(name, 0, c.header, "", "thiếu cột này (cột bắt buộc)")
                    for c, place in zip(columns_of(SCORES), wanted, strict=True)
                    if place is None
                ]
            continue
        first, second, third = (place for place in wanted if place is not None)
        for number, row in enumerate(cells[head + 1 :], head + 2):
            code, post, value = row[first], row[second], row[third]
            if type(code) is not str or type(post) is not str:
                code, post = as_text(code), as_text(post)
            if code == "" and post == "" and value == "":
                continue
            cadre, target = known_people.get(code.strip()), known_posts.get(post.strip())
            if cadre is None:
                expected = "không có người này trong trang Cán bộ"
                faults.append(Fault(name, number, cadre_column.header, code, expected))
            if target is None:
                faults.append(
                    Fault(name, number, post_column.header, post, "không có chức danh mã này")
                )
            points = _whole(value)
            if points is None:
                expected = "cần số nguyên không âm"
                faults.append(Fault(name, number, score_column.header, as_text(value), expected))
            if len(faults) > MOST_FAULTS:
                return (), faults
            if cadre is None or target is None or points is None:
                continue
            if (cadre, target) in scores:
                expected = "người và chức danh này đã có mức ở dòng trên"
                faults.append(Fault(name, number, post_column.header, post, expected))
            scores[cadre, target] = Score(cadre, target, points)
    return tuple(scores.values()), faults


def _whole(value: Any) -> int | None:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return int(value) if value >= 0 and value == int(value) else None
    text = as_text(value).strip()
    return int(text) if text.isdigit() else None
