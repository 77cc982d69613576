"""Titles of posts that a workbook brought itself, matched with those of the province profile."""

from dataclasses import replace
from typing import Any

from data.roster_book.row import named
from data.roster_book.unit_rows import PostRow
from planner.law.profile import Profile
from planner.roster import Office, Title
from planner.roster.levels import Block, Education, ItLevel, Theory
from planner.text.vietnamese import fold


def title_of(row: PostRow, profile: Profile | None, titles: dict[tuple[Any, ...], Title]) -> Title:
    """The title of a typed post: the profile's when office and name agree, with what was typed
    laid over it; posts that ask for the same share one title."""
    typed = named(row, Title)
    del typed["code"]
    asked = (fold(row.office), fold(row.title), row.block, *typed.values())
    if asked in titles:
        return titles[asked]
    known = _known_title(profile, row.office, row.title)
    order = known.order if known else 10**6 + len(titles)
    code = known.code if known else fold(f"{row.office}-{row.title}").replace(" ", "_")
    taken = {title.code for title in titles.values()}
    if code in taken:
        code = next(f"{code}~{n}" for n in range(2, 10**6) if f"{code}~{n}" not in taken)
    office = known.office if known else _office(profile, row.office, row.block)
    more = {
        "code": code,
        "name": row.title,
        "office": replace(office, block=row.block),
        "order": order,
        "education": row.education or Education.UNIVERSITY,
        "theory": row.theory or Theory.NONE,
        "fields": frozenset(row.fields),
        "it": row.it or ItLevel.NONE,
    }
    titles[asked] = Title(**{**typed, **more})
    return titles[asked]


def _office(profile: Profile | None, name: str, block: Block) -> Office:
    """The profile's office of that name, else one of its own."""
    for office in profile.offices if profile else ():
        if fold(name) in {fold(office.name), fold(office.ward_name)}:
            return office
    return Office(fold(name), name, block)


def _known_title(profile: Profile | None, office: str, name: str) -> Title | None:
    for title in profile.titles if profile else ():
        offices = {fold(title.office.name), fold(title.office.ward_name)}
        if fold(title.name) == fold(name) and fold(office) in offices:
            return title
    return None
