"""Reading the roster workbook: a whole Roster, or every fault at once."""

from collections.abc import Iterable
from pathlib import Path

from data.excel.archive import Cells, open_cells
from data.excel.book import LISTS
from data.excel.faults import BadWorkbook, Fault
from data.roster_book.assembly import assembled
from data.roster_book.mending import Mend, mended
from data.roster_book.rows.columns import CADRES, ROWS, SCORES, SHEETS
from data.roster_book.sheets.scores import is_scores, score_sheets
from data.roster_book.table import read_table
from planner.roster import Roster
from planner.text.vietnamese import fold


def read_workbook(path: Path, mends: Iterable[Mend] = ()) -> Roster | BadWorkbook:
    """The roster in `path`, with `mends` laid over its cells, or every fault it has; nothing in
    between."""
    cells = open_cells(path, is_scores)
    if isinstance(cells, BadWorkbook):
        return cells
    return roster_of(mended(cells, mends) if mends else cells)


def roster_of(cells: Cells) -> Roster | BadWorkbook:
    """The roster in the cells of a workbook, sheet by sheet, or every fault."""
    by_name = {fold(name): rows for name, rows in cells.items()}
    tables = {
        kind.sheet.name: read_table(kind, by_name.get(fold(kind.sheet.name)))
        for kind in ROWS
        if kind.sheet.name != SCORES
    }
    missing = [s for s in SHEETS if s.required and fold(s.name) not in by_name]
    if missing:
        there = ", ".join(cells) or "không có trang nào"
        return BadWorkbook(
            tuple(
                Fault(
                    sheet=s.name,
                    row=0,
                    column="",
                    value="",
                    expected=f"thiếu trang này (bắt buộc); tệp có: {there}",
                )
                for s in missing
            )
        )
    if not tables[CADRES].present:
        return BadWorkbook(
            (
                Fault(
                    sheet=CADRES,
                    row=0,
                    column="",
                    value="",
                    expected="trang không có dòng nào; cần ít nhất một người",
                ),
            )
        )
    scores = {name: cells[name] for name in score_sheets(cells)}
    return assembled(tables, scores)


def unused_sheets(path: Path) -> tuple[str, ...]:
    """Sheets of `path` that nothing reads, so that nobody thinks they were."""
    cells = open_cells(path, is_scores)
    if isinstance(cells, BadWorkbook):
        return ()
    known = {fold(name) for name in (*(s.name for s in SHEETS), LISTS)}
    scored = score_sheets(cells)
    return tuple(name for name in cells if fold(name) not in known and name not in scored)
