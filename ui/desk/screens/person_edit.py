"""One person of the roster mended, added or let go, every column read as the workbook is."""

from collections.abc import Mapping

from data.excel.column import Column
from data.excel.faults import BadWorkbook, Fault
from data.roster_book.one_person import person_texts, with_person, without_person
from data.roster_book.rows import columns as sheet
from data.roster_book.rows.columns import columns_of
from planner.roster import Cadre
from ui.desk.work.inputs import Inputs

MASK = "•••"
"""Stands for what is sensitive; whoever leaves it there changes nothing."""


def person_columns() -> tuple[Column, ...]:
    return tuple(columns_of(sheet.CADRES))


def texts_of(inputs: Inputs, cadre: Cadre | None) -> dict[str, str]:
    """Header → text of every column of a person; empty for somebody new."""
    roster = inputs.roster
    assert roster is not None
    return person_texts(roster, cadre) if cadre else {}


def save_person(
    inputs: Inputs, cadre: Cadre | None, typed: Mapping[str, str], why: str
) -> tuple[Fault, ...] | str:
    """Takes the person as typed (a new one when `cadre` is None); the faults of what was typed, or
    what speaks against the change, and then nothing has changed."""
    roster, before = inputs.roster, texts_of(inputs, cadre)
    assert roster is not None
    texts = {h: before.get(h, "") if text == MASK else text for h, text in typed.items()}
    changed = [header for header in texts if texts[header] != before.get(header, "")]
    read = with_person(roster, texts, cadre.code if cadre else "")
    if isinstance(read, BadWorkbook):
        return read.faults
    if not changed:
        return ""
    if cadre:
        action, about = "person", f"{cadre.code}: {', '.join(changed)}"
    else:
        action, about = "person_added", texts[person_columns()[0].header]
    return "" if inputs.take_roster(read, action, about, why) else inputs.said.problem


def let_go(inputs: Inputs, cadre: Cadre) -> str:
    """Takes a person off the roster; what speaks against it, and then nothing has changed."""
    roster = inputs.roster
    assert roster is not None
    gone = without_person(roster, cadre.code)
    taken = inputs.take_roster(gone, "person_left", cadre.code)
    return "" if taken else inputs.said.problem
