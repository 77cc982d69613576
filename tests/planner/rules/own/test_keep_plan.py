from dataclasses import replace

from planner.case import Case
from planner.rules.own.keep_plan import RULE
from tests.builders import A, case_of, person, post
from tests.planner.rules.preferences import charged, spot


def kept(case: Case, **places: str) -> Case:
    return replace(case, scenario=replace(case.scenario, kept=places))


def test_another_main_post_or_none_is_a_change_the_same_is_not() -> None:
    case = kept(case_of(person("X")), X=post("VP-TP"))
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
    assert charged(RULE, case, spot(case, "VP-TP", unit=1)) == {"O-LEAST-CHANGE": 1}
    assert charged(RULE, case, spot(case, "VP-HD")) == {"O-LEAST-CHANGE": 1}
    assert charged(RULE, case, None) == {"O-LEAST-CHANGE": 1}


def test_one_post_more_beside_the_same_main_is_a_change() -> None:
    case = kept(case_of(person("X")), X=f"{post('DU-BT')} {post('HDND-CT')}")
    assert charged(RULE, case, spot(case, "DU-BT", "HDND-CT")) == {}
    assert charged(RULE, case, spot(case, "DU-BT")) == {"O-LEAST-CHANGE": 1}


def test_who_had_no_post_in_that_plan_changes_nothing() -> None:
    case = kept(case_of(person("X")), Y=post("VP-TP"), Z=f"{A}/không-có")
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
    assert RULE.met(case, 0, spot(case, "VP-TP")) == ""


def test_staying_is_said_and_leaving_is_said() -> None:
    case = kept(case_of(person("X")), X=post("VP-TP"))
    assert RULE.met(case, 0, spot(case, "VP-TP")) == "giữ chỗ như phương án trước"
    finding = next(iter(RULE.charge(case, 0, None)))
    assert RULE.explain(case, finding) == "khác chỗ trong phương án trước"
