from planner.compare.gains import Gain, counted, gains_between, of_gain
from tests.builders import A, B, case_of, person, plan_of, post


def test_gains_name_what_changed_for_each_person() -> None:
    case = case_of(
        person("X", preferences=(A,)), person("Y", place=A), person("Z"), person("W", place=A)
    )
    old = plan_of(case, X=post("VP-TP", B), Y=post("KT-TP"), W=post("VX-NV"))
    new = plan_of(case, X=post("VP-TP"), Z=post("KT-TP"), W=post("VX-NV"))
    found = {(p.cadre, p.gain) for p in gains_between(case, old, new)}
    assert {("X", Gain.NEARER), ("X", Gain.WISH), ("Z", Gain.PLACED), ("Y", Gain.SPARED)} == found
    back = counted(gains_between(case, new, old))
    assert (back[Gain.WISH_LOST], back[Gain.PLACED], back[Gain.SPARED]) == (1, 1, 1)
    assert gains_between(case, old, old) == ()


def test_people_of_one_gain_come_by_given_name() -> None:
    case = case_of(person("X", name="Lê Văn Bình"), person("Y", name="Vũ Thị An"))
    new = plan_of(case, X=post("VP-TP"), Y=post("VX-NV"))
    found = of_gain(case, gains_between(case, plan_of(case), new), Gain.PLACED)
    assert [row.cadre for row in found] == ["Y", "X"]
