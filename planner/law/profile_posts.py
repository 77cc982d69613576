"""The posts of communes that brought none of their own, as their province profile makes them."""

from collections.abc import Iterable

from planner.law.profile import Profile
from planner.roster import Commune, Post


def posts_of_profile(profile: Profile, communes: Iterable[Commune]) -> tuple[Post, ...]:
    """Every title of `profile` in each of `communes`, seats by population; code `unit/title`."""
    return tuple(
        Post(
            code=f"{unit.code}/{title.code}",
            commune=unit.code,
            title=title.code,
            minimum=seats.minimum,
            maximum=seats.top(unit.population),
        )
        for unit in sorted(communes, key=lambda unit: unit.code)
        for title in profile.titles
        if (seats := profile.part_of(unit).seats_in(unit, title.code)) is not None
        and profile.has_office(unit, title.office.code)
    )
