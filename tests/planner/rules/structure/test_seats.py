from planner.rules.structure.seats import RULE
from tests.builders import case_of, person, plan_of, post


def test_two_secretaries_pass_the_one_seat_by_one() -> None:
    case = case_of(person("X"), person("Y"))
    plan = plan_of(case, X=post("DU-BT"), Y=post("DU-BT"))
    assert [(f.about, f.amount, f.breach) for f in RULE.check(case, plan)] == [
        ((post("DU-BT"),), 1, True)
    ]


def test_a_concurrent_holder_fills_a_seat_too() -> None:
    case = case_of(person("X"), person("Y"))
    plan = plan_of(case, X=(post("DU-BT"), post("HDND-CT")), Y=(post("DU-PBTTT"), post("HDND-CT")))
    assert [f.about for f in RULE.check(case, plan)] == [(post("HDND-CT"),)]


def test_two_vice_chairs_fit() -> None:
    case = case_of(person("X"), person("Y"))
    assert not list(RULE.check(case, plan_of(case, X=post("UBND-PCT"), Y=post("UBND-PCT"))))
