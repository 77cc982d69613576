"""What is counted on a plan: vacant seats, people moved, vacant key posts."""

from planner.case import Case
from planner.plan.plan import Plan


def vacant(case: Case, plan: Plan) -> tuple[tuple[str, int], ...]:
    """Posts below their minimum and by how many seats, in post order."""
    return tuple(
        (post.code, post.minimum - held)
        for post in case.roster.posts
        if (held := len(plan.by_post.get(post.code, ()))) < post.minimum
    )


def moved(case: Case, plan: Plan) -> int:
    """People placed outside every commune that holds their present place."""
    return sum(
        case.whereabouts.away(case.cadre_at[row.cadre], case.commune_of(row.main))
        for row in plan.placements
        if row.main in case.posts and row.cadre in case.cadre_at
    )


def key_vacancies(case: Case, plan: Plan) -> int:
    """Empty seats of key posts."""
    return sum(short for code, short in vacant(case, plan) if case.title_of(code).key)
