"""Writing the roster workbook: a roster that reads back the same, or the empty template."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from data.excel.book import Book
from data.reference import provinces
from data.roster_book import columns as sheet
from data.roster_book.columns import QUOTA_FIELDS, SHEETS, columns_of
from data.roster_book.scores import ROWS_A_SHEET, sheet_name
from planner.roster import Cadre, Commune, OldUnit, Post, Roster, Score, TaskOrder


def write_workbook(roster: Roster, path: Path, posts: bool = False, masked: bool = False) -> None:
    """The roster as a workbook that `read_workbook` reads back.

    `posts` writes the sheet of posts too; without it they come from the province profile again.
    `masked` leaves sensitive columns empty.
    """
    later = [
        roster.scores[start : start + ROWS_A_SHEET]
        for start in range(ROWS_A_SHEET, len(roster.scores), ROWS_A_SHEET)
    ]
    rows = _rows(roster, roster.cadres, posts)
    if masked:
        for name, values in rows.items():
            hidden = {c.field: None for c in columns_of(name) if c.sensitive and not c.required}
            rows[name] = [{**value, **hidden} for value in values]
    _write(path, rows, later)


def cells_of(roster: Roster, cadres: Sequence[Cadre]) -> dict[str, list[list[Any]]]:
    """The organisation with only `cadres` in it, as the cells a reader finds in a workbook."""
    kept = replace(roster, kin=(), demands=(), scores=(), tasks=(), own_tasks=())
    rows = _rows(kept, cadres, roster.own_posts)
    return {
        entry.name: [
            [column.header for column in columns_of(entry.name)],
            *(
                ["" if cell is None else cell for cell in line]
                for line in _lines(entry.name, rows.get(entry.name, ()))
            ),
        ]
        for entry in SHEETS
    }


def _rows(roster: Roster, cadres: Sequence[Cadre], posts: bool) -> dict[str, list[dict[str, Any]]]:
    return {
        sheet.UNITS: [_unit_values(unit) for unit in roster.communes],
        sheet.MERGER: [value for old in roster.old_units for value in _old_values(old)],
        sheet.POSTS: [_post_values(roster, post) for post in roster.posts] if posts else [],
        sheet.CADRES: [_cadre_values(cadre) for cadre in cadres],
        sheet.PREFERENCES: [
            dict(zip(("cadre", "first", "second", "third"), (c.code, *c.preferences), strict=False))
            for c in cadres
            if c.preferences
        ],
        sheet.KIN: [{"first": first, "second": second} for first, second in roster.kin],
        sheet.DEMANDS: [
            {"cadre": d.cadre, "target": d.target, "pin": d.pin, "note": d.note}
            for d in roster.demands
        ],
        sheet.CONCURRENCY: [
            {"title": c.title, "force": c.force, "hosts": c.hosts} for c in roster.concurrency
        ],
        sheet.SCORES: [
            {"cadre": s.cadre, "post": s.post, "score": s.points}
            for s in roster.scores[:ROWS_A_SHEET]
        ],
        sheet.TASKS: [_task_values(roster, order) for order in roster.tasks],
    }


def write_template(path: Path) -> None:
    """The empty workbook: every sheet and column, drop-downs, notes."""
    _write(path, {})


def _write(
    path: Path,
    rows: Mapping[str, list[dict[str, Any]]],
    later: Sequence[tuple[Score, ...]] = (),
) -> None:
    """`later`: scores beyond the first sheet of them."""
    with Book(path) as book:
        for entry in SHEETS:
            lines = _lines(entry.name, rows.get(entry.name, ()))
            book.columns(entry.name, columns_of(entry.name), lines)
        for number, scores in enumerate(later, 2):
            told = [(score.cadre, score.post, score.points) for score in scores]
            book.columns(sheet_name(number), columns_of(sheet.SCORES), told)


def _lines(name: str, rows: Sequence[dict[str, Any]]) -> list[list[Any]]:
    """Values by field as a sheet shows them, column by column."""
    columns = columns_of(name)
    return [
        [None if row.get(c.field) is None else c.type.show(row[c.field]) for c in columns]
        for row in rows
    ]


def _unit_values(unit: Commune) -> dict[str, Any]:
    quota = {field: unit.quota.get(block) for block, field in QUOTA_FIELDS.items()}
    name = next(p.name for p in provinces() if p.code == unit.province)
    named = ("code", "name", "type", "population", "lat", "lon", "features", "rank", "dossiers")
    values = {f: getattr(unit, f) for f in named}
    return {**values, **quota, "province": name, "area_km2": unit.area_km2}


def _old_values(old: OldUnit) -> list[dict[str, Any]]:
    own = {"code": old.code, "name": old.name, "district": old.district, "part": old.partial}
    return [{**own, "new": code, "lat": old.lat, "lon": old.lon} for code in old.successors]


def _post_values(roster: Roster, post: Post) -> dict[str, Any]:
    title = {title.code: title for title in roster.titles}[post.title]
    named = {
        field: getattr(title, field)
        for field in ("block", "grade", "key", "scarce", "education", "theory", "party", "it")
    }
    return {
        **named,
        "code": post.code,
        "commune": post.commune,
        "office": title.office.name,
        "title": title.name,
        "minimum": post.minimum,
        "maximum": post.maximum,
        "fields": tuple(sorted(title.fields)),
    }


def _task_values(roster: Roster, order: TaskOrder) -> dict[str, Any]:
    own = {task.code: task for task in roster.own_tasks}.get(order.task)
    values: dict[str, Any] = {
        field: getattr(order, field) for field in ("commune", "task", "owner", "deputy")
    }
    if own is not None:
        named = ("field", "owners", "deputies", "one_stop", "legal", "load")
        values |= {"task": own.name} | {field: getattr(own, field) for field in named}
    return values


def _cadre_values(cadre: Cadre) -> dict[str, Any]:
    values = {
        column.field: getattr(cadre, column.field)
        for column in columns_of(sheet.CADRES)
        if not column.field.startswith("rating_")
    }
    values["fields"] = tuple(sorted(cadre.fields))
    ratings = dict(zip(("rating_1", "rating_2", "rating_3"), cadre.ratings, strict=False))
    return {**values, **ratings}
