"""Titles of posts that a workbook brought itself, recognised by what they are."""

from dataclasses import dataclass, replace
from typing import Any

from data.roster_book.rows.role_cell import NO_ROLE, words_of_role
from data.roster_book.rows.row import named
from data.roster_book.rows.unit_rows import PostRow
from data.titles import read_titles
from planner.law.profile import Profile
from planner.roster import Office, Title
from planner.roster.levels import Block, Education, ItLevel, Theory
from planner.text.vietnamese import fold
from planner.titles import ReadingKind, RoleRead, Tier, read_office, read_title

UNREAD_TITLE = "chưa rõ là chức danh nào; chọn ở cột Vai trò"


@dataclass(frozen=True)
class Recognised:
    """What a typed title is: the role's code (empty for none), or the question it leaves."""

    role: str = ""
    question: str = ""


def recognised(row: PostRow, profile: Profile | None) -> Recognised:
    """The role of a typed post: as answered in its column, else by the words of title and office,
    however they are spelled. A title of two readings is a question; one of none has no role."""
    if row.role:
        return Recognised("" if row.role == NO_ROLE else row.role)
    reading = read_title(
        row.title,
        read_titles(),
        office=row.office,
        tier=Tier.OLD_COMMUNE if profile and profile.earlier_units else Tier.COMMUNE,
        block=row.block,
        among=(title.code for title in profile.titles) if profile else (),
    )
    if reading.kind is ReadingKind.QUESTION:
        return Recognised(question=_question(reading.choices))
    if reading.kind is not ReadingKind.KNOWN:
        return Recognised()
    if len(reading.roles) > 1 or not reading.roles[0].holds:
        return Recognised(question=_question((reading.roles,)))
    return Recognised(reading.codes[0])


def _question(choices: tuple[tuple[RoleRead, ...], ...]) -> str:
    names = (" và ".join(words_of_role(read.role) for read in choice) for choice in choices)
    told = "; hoặc ".join(dict.fromkeys(names))
    return f"có thể là: {told}; chọn một ở cột Vai trò" if told else UNREAD_TITLE


def title_of(
    row: PostRow, role: str, profile: Profile | None, titles: dict[tuple[Any, ...], Title]
) -> Title:
    """The title of a typed post: the profile's of that role, with what was typed laid over it; one
    of its own, bound to no rule, without a role. Posts that ask for the same share one title."""
    typed = named(row, Title)
    del typed["code"]
    asked = (fold(row.office), fold(row.title), role, row.block, *typed.values())
    if asked in titles:
        return titles[asked]
    known = _of_role(profile, role)
    order = known.order if known else 10**6 + len(titles)
    code = role or fold(f"{row.office}-{row.title}").replace(" ", "_")
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
    """The profile's office that the words mean, else one of its own."""
    tier = Tier.OLD_COMMUNE if profile and profile.earlier_units else Tier.COMMUNE
    kind = read_titles().office.get(read_office(name, read_titles(), tier=tier).code)
    code = kind.profile_office if kind else ""
    for office in profile.offices if profile else ():
        if office.code == code or fold(name) in {fold(office.name), fold(office.ward_name)}:
            return office
    return Office(fold(name), name, block)


def _of_role(profile: Profile | None, role: str) -> Title | None:
    titles = profile.titles if profile else ()
    return next((title for title in titles if title.code == role), None)
