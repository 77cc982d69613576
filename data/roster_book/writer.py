"""Writing the roster workbook: a roster that reads back the same, or the empty template."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.excel.book import Book
from data.roster_book.lines import keyed, lines_of
from data.roster_book.rows.columns import PREFERENCES, ROWS, SCORES, SHEETS, columns_of
from data.roster_book.rows.row import Row
from data.roster_book.sheets.asked_sheets import concurrency_row, demand_row, kin_row
from data.roster_book.sheets.people_sheet import cadre_row, preference_row
from data.roster_book.sheets.posts_sheet import post_row
from data.roster_book.sheets.scores import ROWS_A_SHEET, score_lines, sheet_name
from data.roster_book.sheets.tasks_sheet import task_row
from data.roster_book.sheets.units_sheet import old_unit_rows, unit_row
from planner.roster import Cadre, Roster

Lines = Sequence[Sequence[Any]]


def write_workbook(roster: Roster, path: Path, posts: bool = False, masked: bool = False) -> None:
    """The roster as a workbook that `read_workbook` reads back.

    `posts` writes the sheet of posts too; without it they come from the province profile again.
    `masked` leaves sensitive columns empty.
    """
    lines = _lines(roster, roster.cadres, posts, masked)
    remarks = roster.remarks.get(SCORES, ())
    parts = [
        score_lines(roster.scores[start : start + ROWS_A_SHEET], remarks, masked)
        for start in range(0, len(roster.scores), ROWS_A_SHEET)
    ]
    _write(path, {**lines, SCORES: parts[0] if parts else []}, parts[1:])


def write_template(path: Path) -> None:
    """The empty workbook: every sheet and column, drop-downs, notes."""
    _write(path, {})


def _write(path: Path, lines: Mapping[str, Lines], later: Sequence[Lines] = ()) -> None:
    """`later`: scores beyond the first sheet of them."""
    with Book(path) as book:
        for entry in SHEETS:
            book.columns(entry.name, columns_of(entry.name), lines.get(entry.name, ()))
        for number, scores in enumerate(later, 2):
            book.columns(sheet_name(number), columns_of(SCORES), scores)


def cells_of(roster: Roster, cadres: Sequence[Cadre]) -> dict[str, list[list[Any]]]:
    """The organisation with only `cadres` in it, as the cells a reader finds in a workbook."""
    kept = replace(roster, kin=(), demands=(), scores=(), tasks=(), own_tasks=())
    lines = _lines(kept, cadres, roster.own_posts)
    return {
        entry.name: [
            [column.header for column in columns_of(entry.name)],
            *(["" if cell is None else cell for cell in line] for line in lines[entry.name]),
        ]
        for entry in SHEETS
    }


def _lines(
    roster: Roster, cadres: Sequence[Cadre], posts: bool, masked: bool = False
) -> dict[str, list[list[Any]]]:
    """The lines of every sheet, none of the sheet of scores."""
    rows = _rows(roster, cadres, posts)
    found = {}
    for kind in ROWS:
        name = kind.sheet.name
        remarks = roster.remarks.get(name, ())
        found[name] = list(lines_of(kind, keyed(rows.get(name, ())), remarks, masked))
    return found


def _rows(roster: Roster, cadres: Sequence[Cadre], posts: bool) -> dict[str, list[Row]]:
    """The rows of each sheet that has any, but for scores."""
    titles = {title.code: title for title in roster.titles}
    own_tasks = {task.code: task for task in roster.own_tasks}
    remarked = {remark.key[0] for remark in roster.remarks.get(PREFERENCES, ())}
    wishing = (cadre for cadre in cadres if cadre.preferences or cadre.code in remarked)
    rows: Iterable[Row] = (
        *map(unit_row, roster.communes),
        *(row for old in roster.old_units for row in old_unit_rows(old)),
        *(post_row(post, titles[post.title]) for post in (roster.posts if posts else ())),
        *map(cadre_row, cadres),
        *map(preference_row, wishing),
        *map(kin_row, roster.kin),
        *map(demand_row, roster.demands),
        *map(concurrency_row, roster.concurrency),
        *(task_row(order, own_tasks) for order in roster.tasks),
    )
    by_sheet: dict[str, list[Row]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet.name, []).append(row)
    return by_sheet
