"""From read tables to a Roster: sheet by sheet, each after those that it refers to."""

from collections.abc import Callable, Mapping
from typing import Any

from data.excel.faults import BadWorkbook
from data.roster_book.rows.asked_rows import ScoreRow
from data.roster_book.rows.people_rows import CadreRow
from data.roster_book.rows.unit_rows import PostRow
from data.roster_book.sheets.asked_sheets import read_concurrency, read_demands, read_kin
from data.roster_book.sheets.people_sheet import read_cadres
from data.roster_book.sheets.posts_sheet import read_posts
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import References, finder
from data.roster_book.sheets.scores import read_scores
from data.roster_book.sheets.tasks_sheet import read_tasks
from data.roster_book.sheets.units_sheet import read_old_units, read_units
from data.roster_book.table import Table
from planner.roster import Commune, OldUnit, Post, Roster, Score
from planner.text.vietnamese import fold


def assembled(
    tables: Mapping[str, Table[Any]], scores: Mapping[str, list[list[Any]]]
) -> Roster | BadWorkbook:
    """The roster in `tables`, or every fault; `scores`: the cells of the sheets of scores. Both by
    name of the sheet."""
    reading = Reading(tables)
    units = read_units(reading)
    province = min({unit.province for unit in units} - {""}, default="")
    find_unit = finder(units, lambda unit: unit.code, lambda unit: (unit.name, unit.full_name))
    olds = read_old_units(reading, province, units, find_unit)
    titles, posts = read_posts(reading, province, units, find_unit)
    known = _known(reading, find_unit, olds, posts)
    own_posts = reading.present(PostRow)
    orders, own_tasks = read_tasks(reading, known)
    roster = Roster(
        province=province,
        communes=tuple(units),
        old_units=tuple(olds),
        titles=titles if own_posts else (),
        posts=posts if own_posts else (),
        cadres=tuple(read_cadres(reading, known)),
        kin=read_kin(reading, known),
        demands=read_demands(reading, known),
        concurrency=read_concurrency(reading, titles),
        scores=_scores(reading, known, scores),
        tasks=orders,
        own_tasks=own_tasks,
        own_posts=own_posts,
        remarks=reading.remarks(),
    )
    return BadWorkbook(reading.sorted_faults()) if reading.faults else roster


def _known(
    reading: Reading,
    find_unit: Callable[[str], Commune | None],
    olds: list[OldUnit],
    posts: tuple[Post, ...],
) -> References:
    find_old = finder(olds, lambda old: old.code, lambda old: (old.name,))
    districts = {fold(old.district): old.district for old in olds}
    typed_posts = {row.code for row in reading.rows(PostRow) if row.code}
    return References(
        unit=find_unit,
        old_unit=find_old,
        district=lambda text: districts.get(fold(text)),
        posts=frozenset(typed_posts.union(post.code for post in posts)),
        people=frozenset(row.code for row in reading.rows(CadreRow) if row.code),
    )


def _scores(
    reading: Reading, known: References, sheets: Mapping[str, list[list[Any]]]
) -> tuple[Score, ...]:
    read = read_scores(sheets, known.people, known.posts)
    reading.faults += read.faults
    reading.remark(ScoreRow.sheet.name, read.remarks)
    return read.scores
