from planner.case import Scenario
from planner.rules.quota.cut import RULE
from tests.builders import DAY, case_of, changed, person, plan_of, post

BASE = Scenario("PA1", DAY, base_headcount=3)
PLAN = {"X": post("VP-TP"), "Y": post("VP-HD"), "Z": post("BXD-TC")}
PEOPLE = tuple(person(code) for code in PLAN)


def test_against_a_base_of_three_five_percent_less_leaves_two() -> None:
    case = case_of(*PEOPLE, scenario=BASE)
    assert [(f.norm.id, f.amount) for f in RULE.check(case, plan_of(case, **PLAN))] == [
        ("Q-CUT-2126", 1)
    ]


def test_without_a_base_nothing_is_judged() -> None:
    case = case_of(*PEOPLE)
    assert not list(RULE.check(case, plan_of(case, **PLAN)))


def test_the_proposal_for_2031_depends_on_the_kind_of_merger_and_is_off() -> None:
    on = changed("Q-CUT-2631", force='"wish"')
    for province, units, share in (
        ("01", ["00004"], "5 %"),
        ("33", ["11953"], "15 %"),
        ("79", ["26734"], "20 %"),
    ):
        case = case_of(*PEOPLE, province=province, units=units, scenario=BASE, norms=on)
        (norm,) = [n for n in RULE.norms(case) if n.id == "Q-CUT-2631"]
        assert norm.figure("cut").text == share
    assert "Q-CUT-2631" not in {n.id for n in RULE.norms(case_of(*PEOPLE))}
