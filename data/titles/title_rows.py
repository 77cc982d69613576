"""Title files read row by row into the values of the table; every fault is kept."""

import tomllib
from collections.abc import Mapping
from typing import Any

from data.titles.title_faults import BadTitles
from data.titles.title_fields import COMMON, Entry, is_texts
from data.titles.title_kinds import KINDS, Rows
from planner.titles import Sign, Synonyms, Wording

SIGNS = {
    "standing": Sign.STANDING,
    "now": Sign.NOW,
    "old": Sign.OLD,
    "area": Sign.AREA,
    "caution": Sign.CAUTION,
    "noise": Sign.NOISE,
    "others": Sign.OTHER,
    "other_bodies": Sign.OTHER_BODY,
}
LISTS = frozenset({*SIGNS, "synonyms", "cities", "cities_of_both"})
"""Entries that are lists of texts, not of rows."""


def read_rows(files: Mapping[str, str]) -> Rows:
    """All rows of the files, in order. Raises BadTitles with all faults at once."""
    rows, faults = Rows(), list[str]()
    for name, text in files.items():
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{name}: không đọc được TOML ({error})")
            continue
        for key in tables.keys() - COMMON:
            if key not in KINDS and key not in LISTS:
                known = ", ".join((*KINDS, *sorted(LISTS)))
                faults.append(f'{name}: đọc được "{key}"; cần một trong các mục: {known}')
            elif not isinstance(tables[key], list):
                faults.append(f'{name}, {key}: đọc được "{tables[key]}"; cần một danh sách [ … ]')
        _read_file(name, tables, rows, faults)
    if faults:
        raise BadTitles(faults)
    return rows


def _read_file(name: str, tables: Mapping[str, Any], rows: Rows, faults: list[str]) -> None:
    """Every entry of the file, in order, into `rows`."""
    for key, entries in tables.items():
        if not isinstance(entries, list):
            continue
        if key in LISTS:
            _read_list(key, entries, Entry({}, name, tables, faults), rows)
        elif key in KINDS:
            for number, row in enumerate(entries, 1):
                where = f"{name}, {key} {number}"
                entry = Entry(row, where, tables, faults)
                if isinstance(row, dict):
                    _read_row(key, entry, rows)
                else:
                    entry.fault(key, row, "một mục { … }")


def _read_row(key: str, entry: Entry, rows: Rows) -> None:
    """One row; one of a code that is there already adds to it and needs no more than the code."""
    kind, code = KINDS[key], entry.row.get("code")
    if isinstance(code, str):
        entry.where += f" ({code})"
    before = len(entry.faults)
    entry.expect(kind.fields, ("code",) if kind.adds_to(rows, code) else kind.required)
    if len(entry.faults) == before:
        kind.read(entry, rows)


def _read_list(key: str, texts: list[Any], entry: Entry, rows: Rows) -> None:
    if key == "synonyms":
        for number, group in enumerate(texts, 1):
            if is_texts(group) and len(group) > 1:
                rows.synonyms.append(Synonyms(tuple(group), entry.origin()))
            else:
                entry.fault(f"synonyms {number}", group, "một danh sách từ hai cách viết trở lên")
    elif not is_texts(texts):
        entry.fault(key, texts, 'các dòng chữ trong ngoặc kép, ví dụ ["nguyên"]')
    elif key == "cities":
        rows.cities.extend(texts)
    elif key == "cities_of_both":
        rows.cities_of_both.extend(texts)
    else:
        rows.wordings.append(
            Wording(sign=SIGNS[key], code=key, spellings=tuple(texts), origin=entry.origin())
        )
