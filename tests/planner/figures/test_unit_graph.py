from planner.figures.unit_graph import structure
from planner.plan import Plan
from tests.builders import case_of, person, plan_of, post


def test_the_structure_of_a_unit_counts_who_leads_whom() -> None:
    case = case_of(*(person(code) for code in "ABCDEF"))
    plan = plan_of(
        case,
        A=post("DU-BT"),
        B=(post("UBND-CT"), post("DU-PBT")),
        C=post("KT-TP"),
        D=post("KT-PTP"),
        E=post("VP-TP"),
    )
    told = structure(case, plan, 0)
    assert (told.people, told.load, told.concurrent) == (5, 2, 1)
    assert told.depth == 3
    assert structure(case, Plan((), ()), 0).people == 0
