"""People whose demands cannot be met together."""

from planner.case import Case
from planner.roster import Cadre
from planner.roster.levels import Grade
from tests.builders import A, case_of, person, pin, post


def crew(number: int = 12, **known: object) -> list[Cadre]:
    return [person(f"P{n:02}", **known) for n in range(number)]


def relatives_pinned_together() -> Case:
    demands = (pin("P00", post("KT-TP", A)), pin("P01", post("KT-PTP", A)))
    heads = [person("P00", grade=Grade.HEAD), person("P01", grade=Grade.DEPUTY)]
    return case_of(*heads, *crew()[2:], kin=(("P00", "P01"),), demands=demands)
