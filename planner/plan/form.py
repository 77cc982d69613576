"""Form of placement and deciding body of each placement, as the authority norms give them."""

from dataclasses import dataclass

from planner.case import Case
from planner.law.norm import Norm
from planner.plan.plan import Placement, Plan
from planner.roster import Cadre, Title
from planner.roster.levels import Grade, PersonKind

WEIGHTS = {"title": 8, "office": 4, "grade": 2, "block": 1}
"""A norm that names a title goes before one that names its office, grade or block."""
STAYS = "Giữ nguyên"
RECEIVED = frozenset({PersonKind.PUBLIC_EMPLOYEE, PersonKind.PART_TIME, PersonKind.CONTRACT})


@dataclass(frozen=True, slots=True)
class Decision:
    """`body` decides; empty when nothing has to be decided or no norm says who does."""

    form: str
    body: str = ""
    norm: Norm | None = None


def decision(case: Case, row: Placement) -> Decision:
    """How this placement comes about and who decides it, for the main post."""
    cadre = case.cadre(row.cadre)
    title = case.title_of(row.main)
    if cadre.post == row.main:
        return Decision(STAYS)
    if cadre.kind in RECEIVED:
        found = _of_situation(case, "receive")
    elif title.grade is Grade.SPECIALIST and _stays_in_unit(case, cadre, row):
        found = _of_situation(case, "assign")
    else:
        found = _of_title(case, title)
    if found is None:
        moved = "Giữ nguyên đơn vị" if _stays_in_unit(case, cadre, row) else "Điều động"
        return Decision("Bổ nhiệm" if title.grade > Grade.SPECIALIST else moved)
    return Decision(found.word("form"), found.word("body"), found)


def dossiers(case: Case, plan: Plan) -> dict[str, list[tuple[Placement, Decision]]]:
    """Deciding body → the placements it decides, in plan order; bodies by name."""
    found: dict[str, list[tuple[Placement, Decision]]] = {}
    for row in plan.placements:
        if row.cadre in case.cadre_at and row.main in case.posts:
            decided = decision(case, row)
            if decided.body:
                found.setdefault(decided.body, []).append((row, decided))
    return dict(sorted(found.items()))


def _stays_in_unit(case: Case, cadre: Cadre, row: Placement) -> bool:
    commune = case.commune_of(row.main)
    return commune in case.whereabouts.own[case.cadre_at[cadre.code]]


def _of_situation(case: Case, situation: str) -> Norm | None:
    norms = case.norms.of("authority")
    return next((norm for norm in norms if norm.word("situation") == situation), None)


def _of_title(case: Case, title: Title) -> Norm | None:
    """The norm that covers the title most closely."""
    fitting = [
        norm
        for norm in case.norms.of("authority")
        if not norm.word("situation") and norm.covers(title)
    ]
    return max(fitting, key=lambda n: sum(WEIGHTS[key] for key in n.scope), default=None)
