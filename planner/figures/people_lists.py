"""People of a plan in the order of a list: those who are placed, and those who wait."""

from dataclasses import dataclass

from planner.case import Case
from planner.check.whence import whence
from planner.plan import Placement, Plan
from planner.roster import Cadre
from planner.text.vietnamese import name_key, plain, text_key


@dataclass(frozen=True, slots=True)
class PlacedPerson:
    """One line of the list of placements; `moves` when they leave their own units."""

    cadre: str
    name: str
    unit: str
    office: str
    title: str
    concurrent: tuple[str, ...]
    whence: str
    moves: bool

    def says(self, words: str) -> bool:
        """Whether every one of the words, marks left out, is in the line."""
        line = (self.name, self.cadre, self.unit, self.office, self.title, self.whence)
        told = plain(" ".join((*line, *self.concurrent)))
        return all(word in told for word in plain(words).split())


def placed_people(case: Case, plan: Plan) -> tuple[PlacedPerson, ...]:
    """Unit by unit, titles in their order, then by name."""

    def order(row: Placement) -> tuple[object, ...]:
        unit = case.unit_of(row.main)
        cadre = case.cadre(row.cadre)
        return text_key(unit.name), case.title_of(row.main).order, name_key(cadre.name)

    return tuple(_placed(case, row) for row in sorted(plan.placements, key=order))


def _placed(case: Case, row: Placement) -> PlacedPerson:
    place = case.cadre_at[row.cadre]
    cadre, title = case.cadres[place], case.title_of(row.main)
    commune = case.commune_of(row.main)
    unit = case.communes[commune]
    return PlacedPerson(
        cadre.code,
        cadre.name,
        unit.full_name,
        title.office.named(unit.type),
        title.name,
        tuple(case.title_of(post).name for post in row.concurrent),
        whence(case, cadre),
        bool(case.whereabouts.away(place, commune)),
    )


def unplaced_people(case: Case, plan: Plan) -> tuple[Cadre, ...]:
    """Those without a post, by name."""
    found = (case.cadre(code) for code in plan.surplus if code in case.cadre_at)
    return tuple(sorted(found, key=lambda cadre: (name_key(cadre.name), cadre.code)))
