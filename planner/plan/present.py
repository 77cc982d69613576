"""The present state (Hiện trạng) as a plan, so that it can be checked and compared."""

from planner.case import Case
from planner.plan.plan import Placement, Plan


def present_plan(case: Case) -> Plan:
    """Everybody at the post they hold today; who holds none is surplus."""
    seated = [
        Placement(cadre.code, cadre.post, cadre.concurrent)
        for cadre in case.cadres
        if cadre.post in case.posts
    ]
    placed = {row.cadre for row in seated}
    return Plan.of(seated, (c.code for c in case.cadres if c.code not in placed))
