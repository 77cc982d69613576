"""Where a cadre works today and where a plan seats them, in words and as a spot."""

from planner.case import Case
from planner.plan import Placement
from planner.roster import Cadre
from planner.roster.levels import PlaceKind
from planner.rules.shape import Spot


def spot_of(case: Case, row: Placement) -> Spot | None:
    """The spot of a placement; None when its posts make no lawful bundle."""
    if any(post not in case.posts for post in row.posts):
        return None
    bundle = case.organisation.concurrency.bundle(case.posts[post].title for post in row.posts)
    return Spot(bundle, case.commune_of(row.main)) if bundle else None


def workplace(case: Case, cadre: Cadre) -> str:
    """The unit or district where a cadre works today, in words."""
    if cadre.place_kind is PlaceKind.COMMUNE and cadre.place in case.commune_at:
        return case.unit(cadre.place).full_name
    if cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in case.organisation.old_units:
        return case.organisation.old_units[cadre.place].name
    return cadre.place


def whence(case: Case, cadre: Cadre) -> str:
    """As what and where a cadre works today, in words."""
    place = workplace(case, cadre)
    return f"{cadre.title}, {place}" if cadre.title else place
