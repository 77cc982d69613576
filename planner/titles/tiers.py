"""At which tiers a part of a title can stand: by its words, then by where the person works."""

from collections.abc import Sequence

from planner.titles.parts import Part
from planner.titles.rungs import COMMUNES, Tier
from planner.titles.title_table import TitleTable

EVERY = (Tier.COMMUNE, Tier.DISTRICT, Tier.PROVINCE)
Tiers = frozenset[Tier]
NONE: Tiers = frozenset()


def tiers_of(
    part: Part, parts: Sequence[Part], table: TitleTable, column: Tiers, hint: Tier | None
) -> tuple[Tier, ...]:
    """The tiers that nothing rules out, lowest first; one where words or the hint name it."""
    named = said_by_words(part, table) or _said_beside(part, parts, table) or column
    if not named:
        return (hint,) if hint is not None else EVERY
    if hint is Tier.PROVINCE and named == implied_tiers(part, table) == {Tier.DISTRICT}:
        return (hint,)
    return _narrowed(named, hint)


def said_by_words(part: Part, table: TitleTable) -> Tiers:
    """Tiers that units, spellings or offices of the part name; empty when none does."""
    units = _of_units(part)
    for office in part.all_offices:
        if office.tiers:
            return (office.tiers & units) or office.tiers
    return units or implied_tiers(part, table)


def implied_tiers(part: Part, table: TitleTable) -> Tiers:
    """Tiers at which the offices of the part exist; the highest where they are of several."""
    found = NONE
    for office in part.all_offices:
        kinds = [table.office[code].tiers for code in office.codes]
        if all(kinds):
            said = frozenset[Tier]().union(*kinds)
            found = said if not found else found & said or max(found, said, key=max)
    return found


def _of_units(part: Part) -> Tiers:
    if not part.units:
        return NONE
    least = min(part.units, key=lambda tiers: (min(tiers), len(tiers)))
    if least <= COMMUNES:
        district = any(tiers == {Tier.DISTRICT} for tiers in part.units)
        if (district or part.old) and Tier.OLD_COMMUNE in least:
            return frozenset({Tier.OLD_COMMUNE})
    return least


def _said_beside(part: Part, parts: Sequence[Part], table: TitleTable) -> Tiers:
    """What the next parts, or else the ones before, say of parts held as this one is."""
    place = next(at for at, other in enumerate(parts) if other is part)
    for other in (*parts[place + 1 :], *reversed(parts[:place])):
        alike = other.holding == part.holding or other.carried or part.carried
        if alike and (said := said_by_words(other, table)):
            return said
    return NONE


def _narrowed(named: Tiers, hint: Tier | None) -> tuple[Tier, ...]:
    if hint in named:
        return (hint,)
    if named == COMMUNES:
        return (Tier.OLD_COMMUNE if hint is Tier.DISTRICT else Tier.COMMUNE,)
    return tuple(sorted(named - ({Tier.OLD_COMMUNE} if Tier.COMMUNE in named else set())))
