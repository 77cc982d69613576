"""The sheets of the department's own scores: up to millions of rows, so read by a way of their own.

One sheet of Excel ends at 1,048,576 rows; more scores go on in "Mức phù hợp 2", "Mức phù hợp 3" ….
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from data.excel.cells import Unreadable, as_text
from data.excel.column import Column
from data.excel.faults import Fault
from data.roster_book.lines import lines_of
from data.roster_book.remarks import remark_columns, remark_of
from data.roster_book.rows.asked_rows import ScoreRow
from data.roster_book.rows.row import columns_in
from data.roster_book.table import HEADER_WITHIN, headers_of, missing_column, value_of
from planner.roster import Remark, Score
from planner.text.vietnamese import fold

SCORES = ScoreRow.sheet.name
ROWS_A_SHEET = 1_000_000
MOST_FAULTS = 200
"""Faults that are listed; a sheet that is wrong altogether is told by its first rows."""

Cells = Sequence[Sequence[Any]]
Placed = tuple[int, Column]
"""Where a column stands in the cells of a row."""


def score_sheets(names: Iterable[str]) -> tuple[str, ...]:
    """Those of `names` that hold scores, in the order of their numbers."""
    found = []
    for name in names:
        rest = fold(name).removeprefix(fold(SCORES)).strip()
        if fold(name).startswith(fold(SCORES)) and (not rest or rest.isdigit()):
            found.append((int(rest or 1), name))
    return tuple(name for _, name in sorted(found))


def is_scores(name: str) -> bool:
    """Whether the sheet of that name holds scores."""
    return bool(score_sheets((name,)))


def sheet_name(number: int) -> str:
    """The name of the sheet with that number, from 1 on."""
    return SCORES if number == 1 else f"{SCORES} {number}"


@dataclass
class ScoresRead:
    """Every score, or every fault: where, what was read, what is expected."""

    scores: tuple[Score, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def read_scores(
    sheets: Mapping[str, Cells], people: Collection[str], posts: Collection[str]
) -> ScoresRead:
    """The scores in the cells of `sheets`, for these codes of people and of posts."""
    reader = _Reader(people, posts)
    for name, cells in sheets.items():
        reader.sheet(name, cells)
        if len(reader.read.faults) > MOST_FAULTS:
            return reader.read
    reader.read.scores = tuple(reader.scores.values())
    return reader.read


class _Reader:
    """Reads sheet after sheet; `scores` by cadre and post, the last one said."""

    def __init__(self, people: Collection[str], posts: Collection[str]) -> None:
        self.read = ScoresRead()
        self.scores: dict[tuple[str, str], Score] = {}
        self._people = {code: code for code in people}
        self._posts = {code: code for code in posts}

    def sheet(self, name: str, cells: Cells) -> None:
        columns = columns_in(ScoreRow)
        texts = [[as_text(cell) for cell in row] for row in cells[:HEADER_WITHIN]]
        head, places = headers_of(columns, texts)
        missing = [c for c in columns if c.required and c.header not in places]
        if not missing:
            wanted = {c.field: (places[c.header], c) for c in columns if c.header in places}
            core = tuple(wanted.pop(field) for field in ("cadre", "post", "score"))
            self._rows(name, cells, head + 1, core, tuple(wanted.values()))
        elif any(any(row) for row in cells):
            self.read.faults += [missing_column(name, column) for column in missing]

    def _rows(
        self,
        name: str,
        cells: Cells,
        start: int,
        core: tuple[Placed, ...],
        others: tuple[Placed, ...],
    ) -> None:
        """`core`: cadre, post and score; `others`: columns that came later."""
        (first, cadre_column), (second, post_column), (third, score_column) = core
        width = 1 + max(place for place, _ in (*core, *others))

        def fault(number: int, column: Column, value: Any, expected: str) -> None:
            self.read.faults.append(
                Fault(
                    sheet=name,
                    row=number,
                    column=column.header,
                    value=as_text(value),
                    expected=expected,
                )
            )

        for number, given in enumerate(cells[start:], start + 1):
            row = given if len(given) >= width else (*given, *[""] * (width - len(given)))
            code, post, value = row[first], row[second], row[third]
            if type(code) is not str or type(post) is not str:
                code, post = as_text(code), as_text(post)
            if code == "" and post == "" and value == "":
                continue
            key = code.strip(), post.strip()
            cadre, target = self._people.get(key[0]), self._posts.get(key[1])
            points = _whole(value)
            if cadre is None:
                fault(number, cadre_column, code, "không có người này trong trang Cán bộ")
            if target is None:
                fault(number, post_column, post, "không có chức danh mã này")
            if points is None:
                fault(number, score_column, value, "cần số nguyên không âm")
            more = self._more(row, others, key, partial(fault, number)) if others else {}
            if len(self.read.faults) > MOST_FAULTS:
                return
            if cadre is None or target is None or points is None:
                continue
            if (cadre, target) in self.scores:
                fault(number, post_column, post, "người và chức danh này đã có mức ở dòng trên")
            self.scores[cadre, target] = Score(cadre, target, points, **more)

    def _more(
        self,
        row: Sequence[Any],
        others: tuple[Placed, ...],
        key: tuple[str, str],
        fault: Callable[[Column, Any, str], None],
    ) -> dict[str, Any]:
        """What columns beyond the first three say of a score; what only people read is remarked."""
        more = {}
        for place, column in others:
            try:
                value = value_of(column, as_text(row[place]))
            except Unreadable as error:
                fault(column, row[place], str(error))
                continue
            if column not in remark_columns(ScoreRow):
                more[column.field] = value
            elif value != column.type.empty:
                self.read.remarks.append(remark_of(column, value, key))
        return more


def _whole(value: Any) -> int | None:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return int(value) if value >= 0 and value == int(value) else None
    text = as_text(value).strip()
    return int(text) if text.isdigit() else None


def score_lines(
    scores: Sequence[Score], remarks: Iterable[Remark], masked: bool
) -> list[list[Any]]:
    """The lines of a sheet of scores."""
    fields = [
        "points" if column.field == "score" else column.field for column in columns_in(ScoreRow)
    ]
    entries = (((s.cadre, s.post), [getattr(s, field, None) for field in fields]) for s in scores)
    return list(lines_of(ScoreRow, entries, remarks, masked))
