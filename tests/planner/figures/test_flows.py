from planner.figures.flows import NOWHERE, districts, flows, named_flows
from planner.roster.levels import PlaceKind
from tests.builders import A, case_of, person, plan_of, post


def test_flows_count_everybody_of_an_old_district_once() -> None:
    base = case_of(person("X"))
    old = next(unit for unit in base.roster.old_units if A in unit.successors)
    case = case_of(
        person("X", place_kind=PlaceKind.OLD_UNIT, place=old.code),
        person("Y", place_kind=PlaceKind.OLD_DISTRICT, place=old.district),
        person("Z"),
    )
    plan = plan_of(case, X=post("VP-TP"))
    assert old.district in districts(case)
    assert flows(case, plan, old.district) == {(old.code, A): 1, (old.district, NOWHERE): 1}
    named = named_flows(case, plan, old.district)
    assert [(flow.source, bool(flow.target), flow.people) for flow in named] == sorted(
        [(old.name, True, 1), (f"Cơ quan {old.district}", False, 1)]
    )
