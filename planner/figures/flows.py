"""Who goes from where to where: people by old place and new unit."""

from dataclasses import dataclass

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import PlaceKind

NOWHERE = ""
"""Where people without a post go."""


def districts(case: Case) -> tuple[str, ...]:
    """Old districts of the roster, by name."""
    return tuple(sorted({unit.district for unit in case.roster.old_units if unit.district}))


def flows(case: Case, plan: Plan, district: str) -> dict[tuple[str, str], int]:
    """(old unit, or the district itself for its own offices, new unit or NOWHERE) → people, over
    those who work today in the district."""
    inside = {unit.code for unit in case.roster.old_units if unit.district == district}
    found: dict[tuple[str, str], int] = {}
    for cadre in case.cadres:
        if cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in inside:
            source = cadre.place
        elif cadre.place_kind is PlaceKind.OLD_DISTRICT and cadre.place == district:
            source = district
        else:
            continue
        rows = plan.by_cadre.get(cadre.code, ())
        target = case.posts[rows[0].main].commune if rows and rows[0].main in case.posts else ""
        found[source, target] = found.get((source, target), 0) + 1
    return found


@dataclass(frozen=True, slots=True)
class NamedFlow:
    """People from an old place to a new unit, by name; `target` empty for those without a post."""

    source: str
    target: str
    people: int


def named_flows(case: Case, plan: Plan, district: str) -> tuple[NamedFlow, ...]:
    """By name of the old place, then of the unit; those without a post come last."""
    units = {unit.code: unit.full_name for unit in case.communes}
    olds = {code: unit.name for code, unit in case.organisation.old_units.items()}
    found = (
        NamedFlow(olds.get(source, f"Cơ quan {source}"), units.get(target, ""), people)
        for (source, target), people in flows(case, plan, district).items()
    )
    return tuple(sorted(found, key=lambda flow: (flow.source, not flow.target, flow.target)))
