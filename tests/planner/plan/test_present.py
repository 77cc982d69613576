from planner.case import Case
from planner.check import check
from planner.plan.present import present_plan
from tests.builders import case_of, person, post


def test_the_present_state_is_a_plan() -> None:
    case = case_of(person("X", post=post("DU-BT"), concurrent=(post("HDND-CT"),)), person("Y"))
    plan = present_plan(case)
    assert plan.by_cadre["X"][0].posts == (post("DU-BT"), post("HDND-CT"))
    assert plan.surplus == ("Y",)


def test_the_present_state_moves_nobody_and_can_be_checked(running_case: Case) -> None:
    report = check(running_case, present_plan(running_case))
    assert "own_post" not in report.by_rule
    assert report.by_rule["vacancy"][0] > 0
