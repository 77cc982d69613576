"""All sheets and columns; template, reader, writer and `sapxep columns` are made from them."""

from data.excel.column import Column
from data.roster_book.rows.asked_rows import ConcurrencyRow, DemandRow, ScoreRow, TaskRow
from data.roster_book.rows.people_rows import CadreRow, KinRow, PreferenceRow
from data.roster_book.rows.row import Row, columns_in
from data.roster_book.rows.unit_rows import MergerRow, PostRow, UnitRow

ROWS: tuple[type[Row], ...] = (
    UnitRow,
    MergerRow,
    PostRow,
    CadreRow,
    PreferenceRow,
    KinRow,
    ConcurrencyRow,
    DemandRow,
    ScoreRow,
    TaskRow,
)
"""In the order of the workbook."""
SHEETS = tuple(kind.sheet for kind in ROWS)
COLUMNS = tuple(column for kind in ROWS for column in columns_in(kind))

UNITS = UnitRow.sheet.name
MERGER = MergerRow.sheet.name
POSTS = PostRow.sheet.name
CADRES = CadreRow.sheet.name
PREFERENCES = PreferenceRow.sheet.name
KIN = KinRow.sheet.name
CONCURRENCY = ConcurrencyRow.sheet.name
DEMANDS = DemandRow.sheet.name
SCORES = ScoreRow.sheet.name
TASKS = TaskRow.sheet.name


def columns_of(sheet: str) -> tuple[Column, ...]:
    return tuple(column for column in COLUMNS if column.sheet == sheet)
