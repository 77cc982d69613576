"""The sheet of posts: rows to posts and titles of the planner, and back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from data.profiles import days_of_profiles, known_names, profile_of
from data.roster_book.rows.role_cell import NO_ROLE
from data.roster_book.rows.row import named, row_of
from data.roster_book.rows.unit_rows import PostRow
from data.roster_book.sheets.own_posts import recognised, title_of
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import NO_UNIT
from planner.law.profile import Profile
from planner.law.profile_posts import posts_of_profile
from planner.roster import Commune, Post, Title

Posts = tuple[tuple[Title, ...], tuple[Post, ...]]


def read_posts(
    reading: Reading,
    province: str,
    units: list[Commune],
    find: Callable[[str], Commune | None],
) -> Posts:
    """The posts brought along; else all that the profiles ever give these units, so that
    references can be checked before the day is known."""
    profiles = _profiles(reading, province)
    if reading.present(PostRow):
        return _own_posts(reading, profiles[0] if profiles else None, find)
    titles = {title.code: title for profile in profiles[::-1] for title in profile.titles}
    posts = {p.code: p for profile in profiles[::-1] for p in posts_of_profile(profile, units)}
    return tuple(titles.values()), tuple(posts.values())


def _profiles(reading: Reading, province: str) -> list[Profile]:
    """Every profile the province has had, the latest first."""
    days = days_of_profiles(province) if province else ()
    found = [profile_of(province, day) for day in reversed(days)]
    if province and not found and not reading.present(PostRow):
        expected = "tỉnh, thành phố này chưa có bộ khung tổ chức; hãy điền trang này"
        reading.fault_of_sheet(PostRow, expected)
    return found


def _own_posts(
    reading: Reading, profile: Profile | None, find: Callable[[str], Commune | None]
) -> Posts:
    titles: dict[tuple[Any, ...], Title] = {}
    posts = []
    for row in reading.unique(PostRow, "code", "mã chức danh"):
        unit = reading.found(row, "commune", find, NO_UNIT)
        if not reading.sound(row):
            continue
        if row.minimum > row.maximum:
            expected = f"cần ít nhất bằng tối thiểu {row.texts['minimum']}"
            reading.fault(row, "maximum", expected)
        elif unit is not None:
            found = recognised(row, profile)
            if found.question:
                reading.fault(row, "title", found.question)
                continue
            title = title_of(row, found.role, profile, titles)
            more = {"commune": unit.code, "title": title.code}
            posts.append(Post(**{**named(row, Post), **more}))
            reading.keep(row, row.code)
    return tuple(sorted(titles.values(), key=lambda title: title.order)), tuple(posts)


def post_row(post: Post, title: Title) -> PostRow:
    """The role is written only where the words do not give it, so that an edited title speaks."""
    row = row_of(
        PostRow,
        title,
        post,
        block=title.block,
        office=title.office.name,
        title=title.name,
        fields=tuple(sorted(title.fields)),
    )
    found = recognised(row, None)
    if found.role == title.role:
        return row
    if title.role in known_names()["roles"]:
        return replace(row, role=title.role)
    return replace(row, role=NO_ROLE) if found.question else row
