from planner.roster.levels import Status
from planner.rules.wishes.care import RULE
from tests.builders import A, case_of, person
from tests.planner.rules.preferences import charged, spot

FAR = "10330"
"""A unit tens of kilometres away."""


def cost(**known: object) -> dict[str, int]:
    case = case_of(person("X", home=A, **known), units=[A, FAR])
    where = spot(case, "VP-TP", unit=1)
    distance = int(case.whereabouts.distances[1, 0])
    assert distance > 10
    found = charged(RULE, case, where)
    return {norm: amount - (min(distance, 60) - 10) for norm, amount in found.items()}


def test_kilometres_beyond_ten_count_for_whom_policy_protects() -> None:
    zero = {"P-CARE": 0}
    assert cost(policy=True) == cost(months_left=24) == zero
    assert cost(status=Status.LONG_ILLNESS) == zero
    assert cost(months_left=25) == {}


def test_near_home_is_well_and_said_without_the_group() -> None:
    case = case_of(person("X", policy=True))
    where = spot(case, "VP-TP")
    assert charged(RULE, case, where) == {}
    assert RULE.met(case, 0, where) == "thuộc diện ưu tiên, không điều động xa"
