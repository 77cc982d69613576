"""Skills that hang on few people: how many deep each competence is held."""

from dataclasses import dataclass

from planner.case import Case
from planner.plan import Plan
from planner.plan.holdings import people_seated
from planner.roster import Cadre
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.skills.requirements import OTHER, Requirement, competences


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A competence that a unit needs and one person alone holds; `months` until they retire."""

    commune: str
    competence: str
    cadre: str
    months: int
    weight: int


def risks(case: Case, plan: Plan, asked: tuple[Requirement, ...]) -> tuple[Risk, ...]:
    """Competences that a unit needs and one person alone holds, what hangs most on it first. Who
    holds a field has studied it; who holds another competence is one its cover counts there."""
    needed: dict[tuple[str, str], int] = {}
    alone = _alone()
    for row in asked:
        spot = row.commune, row.competence
        if row.competence not in alone:
            needed[spot] = max(needed.get(spot, 0), row.weight)
    seated = people_seated(case, plan)
    found = []
    for (commune, competence), weight in needed.items():
        people = (case.cadres[n] for n in seated[case.commune_at[commune]])
        holders = [c for c in people if holds(case, c, competence, commune)]
        if len(holders) == 1:
            who = holders[0]
            found.append(
                Risk(
                    commune=commune,
                    competence=competence,
                    cadre=who.code,
                    months=who.months_left,
                    weight=weight,
                )
            )
    return tuple(sorted(found, key=lambda r: (r.months > 36, -r.weight, r.months, r.commune)))


@dataclass(frozen=True, slots=True)
class Depth:
    """How well one unit could stand in for itself. `needed` competences (fields and those of
    covers), of which `covered` are held by somebody there; `people`: holders for each covered one,
    on average."""

    needed: int
    covered: int
    people: float


def depth_of(case: Case, plan: Plan, asked: tuple[Requirement, ...], commune: str) -> Depth:
    """Breadth and depth of one unit."""
    alone = _alone()
    needed = {
        row.competence for row in asked if row.commune == commune and row.competence not in alone
    }
    people = [case.cadres[n] for n in people_seated(case, plan)[case.commune_at[commune]]]
    counts = [sum(holds(case, c, code, commune) for c in people) for code in sorted(needed)]
    held = [count for count in counts if count]
    return Depth(len(needed), len(held), sum(held) / len(held) if held else 0.0)


def _alone() -> frozenset[str]:
    """Competences with which nobody can stand in for another."""
    personal = (code for code, known in competences().items() if known.personal)
    return frozenset((OTHER.code, *personal))


def holds(case: Case, cadre: Cadre, competence: str, commune: str) -> bool:
    """Whether a person can stand in for a competence that a unit needs."""
    unit = case.unit(commune)
    return competence in cadre.fields or any(
        cover.capable(cadre, norm)
        for cover in rules_of(Cover)
        if cover.competence.code == competence
        for norm in cover.norms_at(case, unit)
    )
