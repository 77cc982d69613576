from planner.skills.requirements import requirements
from planner.skills.risks import Depth, Risk, depth_of, risks
from tests.builders import A, case_of, person, plan_of, post


def test_a_skill_that_one_person_holds_is_a_risk_with_the_months_left() -> None:
    case = case_of(person("X", months_left=10), person("Y", fields=frozenset({"y tế"})))
    plan = plan_of(case, X=post("VP-TP"), Y=post("VX-YT"))
    found = risks(case, plan, requirements(case, plan))
    assert Risk(commune=A, competence="luật", cadre="X", months=10, weight=600) in found
    assert found[0].months <= 36


def test_depth_counts_holders_of_what_a_unit_needs() -> None:
    case = case_of(person("X"), person("Y"), person("Z", fields=frozenset({"y tế"})))
    plan = plan_of(case, X=post("VP-TP"), Y=post("VP-TD"), Z=post("VX-YT"))
    asked = tuple(r for r in requirements(case, plan) if r.cadre)
    assert depth_of(case, plan, asked, A) == Depth(3, 2, 1.5)
