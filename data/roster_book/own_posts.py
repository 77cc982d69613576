"""Titles of posts that a workbook brought itself, matched with those of the province profile."""

from dataclasses import replace
from typing import Any

from data.roster_book.table import Row
from planner.law.profile import Profile
from planner.roster import Office, Title
from planner.roster.levels import Block, Education, ItLevel, Theory
from planner.text.vietnamese import fold


def title_of(row: Row, profile: Profile | None, titles: dict[tuple[Any, ...], Title]) -> Title:
    """The title of a typed post: the profile's when office and name agree, with what was typed
    laid over it; posts that ask for the same share one title."""
    value = row.values
    known = _known_title(profile, value["office"], value["title"])
    asked = (
        fold(value["office"]),
        fold(value["title"]),
        value["block"],
        value["grade"],
        value["key"],
        value["scarce"],
        value["education"],
        value["theory"],
        value["party"],
        value["fields"],
        value["it"],
    )
    if asked in titles:
        return titles[asked]
    order = known.order if known else 10**6 + len(titles)
    code = known.code if known else fold(f"{value['office']}-{value['title']}").replace(" ", "_")
    taken = {title.code for title in titles.values()}
    if code in taken:
        code = next(f"{code}~{n}" for n in range(2, 10**6) if f"{code}~{n}" not in taken)
    office = known.office if known else _office(profile, value["office"], value["block"])
    titles[asked] = Title(
        code=code,
        name=value["title"],
        office=replace(office, block=value["block"]),
        grade=value["grade"],
        order=order,
        key=value["key"],
        scarce=value["scarce"],
        education=value["education"] or Education.UNIVERSITY,
        theory=value["theory"] or Theory.NONE,
        party=value["party"],
        fields=frozenset(value["fields"]),
        it=value["it"] or ItLevel.NONE,
    )
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
