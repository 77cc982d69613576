"""One person of a roster as the texts of a row, and a row as a person of the roster."""

from collections.abc import Mapping
from dataclasses import replace

from data.excel.cells import as_text
from data.excel.faults import BadWorkbook, Fault
from data.roster_book.reader import roster_of
from data.roster_book.rows import columns as sheet
from data.roster_book.rows.columns import columns_of
from data.roster_book.writer import cells_of
from planner.roster import Cadre, Remark, Roster

Remarks = Mapping[str, tuple[Remark, ...]]
ABOUT_PEOPLE = frozenset({sheet.CADRES, sheet.PREFERENCES, sheet.KIN, sheet.DEMANDS, sheet.SCORES})
"""Sheets whose rows are told apart by codes of people, among others."""


def person_texts(roster: Roster, cadre: Cadre) -> dict[str, str]:
    """Column → what the sheet of people says there; wishes for a unit stand on another sheet."""
    head, row = cells_of(replace(roster, old_units=()), [cadre])[sheet.CADRES]
    return dict(zip(head, map(as_text, row), strict=True))


def with_person(roster: Roster, texts: Mapping[str, str], before: str = "") -> Roster | BadWorkbook:
    """The roster with the person of a row, in place of the one whose code is `before`, or added;
    read as a workbook is read, so that the same faults are found."""
    header = {column.field: column.header for column in columns_of(sheet.CADRES)}
    code = texts.get(header["code"], "").strip()
    if code != before and code in roster.people_known():
        expected = "mã này đã có người khác dùng"
        return BadWorkbook(
            (
                Fault(
                    sheet=sheet.CADRES, row=2, column=header["code"], value=code, expected=expected
                ),
            )
        )
    old = next((cadre for cadre in roster.cadres if cadre.code == before), None)
    cells = cells_of(roster, [old] if old else [])
    cells[sheet.CADRES] = [list(texts), list(texts.values())]
    if code != before:
        cells[sheet.PREFERENCES] = cells[sheet.PREFERENCES][:1]
    read = roster_of(cells)
    if isinstance(read, BadWorkbook):
        return read
    new = read.cadres[0]
    remarks = _remarks(roster, read, before)
    if old is None:
        return replace(roster, cadres=(*roster.cadres, new), remarks=remarks)
    kept = tuple(new if cadre.code == before else cadre for cadre in roster.cadres)
    return replace(roster, cadres=kept, remarks=remarks)


def _remarks(roster: Roster, read: Roster, before: str) -> Remarks:
    """Those of the roster, with those `read` about one person in place of those they had."""
    own = (sheet.CADRES, sheet.PREFERENCES)
    kept = {
        name: tuple(r for r in remarks if name not in own or r.key != (before,))
        for name, remarks in roster.remarks.items()
    }
    added = {name: (*kept.get(name, ()), *read.remarks.get(name, ())) for name in own}
    return _filled({**kept, **added})


def _filled(remarks: Remarks) -> Remarks:
    return {name: tuple(sorted(found)) for name, found in remarks.items() if found}


def without_person(roster: Roster, code: str) -> Roster:
    """The roster with nobody of this code, nor anything said of them."""
    return replace(
        roster,
        cadres=tuple(c for c in roster.cadres if c.code != code),
        remarks=_filled(
            {
                name: tuple(r for r in remarks if name not in ABOUT_PEOPLE or code not in r.key)
                for name, remarks in roster.remarks.items()
            }
        ),
        kin=tuple(pair for pair in roster.kin if code not in pair),
        demands=tuple(d for d in roster.demands if d.cadre != code),
        scores=tuple(s for s in roster.scores if s.cadre != code),
        tasks=tuple(
            replace(
                t,
                owner="" if t.owner == code else t.owner,
                deputy="" if t.deputy == code else t.deputy,
            )
            for t in roster.tasks
        ),
    )
