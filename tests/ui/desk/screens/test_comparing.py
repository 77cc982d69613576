"""What is compared, and which two of the plans are told apart."""

from dataclasses import replace

from ui.desk.desk import Desk
from ui.desk.screens.comparing import compared, usual_choice


def test_one_plan_is_told_apart_from_the_present_state(planned: Desk) -> None:
    material = planned.material
    codes = usual_choice(material)
    assert codes == ("", planned.plans.current)
    found = compared(material, codes, None)
    assert [side.present for side in found.sides] == [True, False]
    assert (found.heading, found.point) == ("PA1 so với Hiện trạng", "")
    assert found.rows and found.cost_rows
    case, plan = found.pair[1]
    assert len(found.moves()) == len(plan.by_cadre) and case.cadres


def test_of_several_plans_the_last_two_are_told_apart(planned: Desk) -> None:
    one = planned.plans.record(planned.plans.current)
    for name in ("PA2", "PA3"):
        planned.plans.add(replace(one, name=name), "copy")
    found = compared(planned.material, ["", *planned.material.codes], None)
    assert found.heading == "PA3 so với PA2" and found.point
    assert found.moves() == ()
    assert len(usual_choice(planned.material)) == 3
