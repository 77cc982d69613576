from planner.rules.quota.office_total import RULE
from tests.builders import A, case_of, changed, person, plan_of, post

ON = changed("Q-SPLIT-OFFICE", force='"wish"', values='{ maximum = "2 người" }')
HELD = {"X": post("VP-TP"), "Y": post("VP-HD"), "Z": post("VP-CVP"), "W": post("KT-TC")}


def test_people_are_counted_in_the_office_of_their_main_post() -> None:
    case = case_of(*(person(code) for code in HELD), norms=ON)
    assert [(f.about, f.amount) for f in RULE.check(case, plan_of(case, **HELD))] == [
        ((A, "VP"), 1)
    ]


def test_the_split_of_dispatch_09_is_six_an_office_and_off() -> None:
    assert not RULE.norms(case_of(person("X")))
    six = changed("Q-SPLIT-OFFICE", force='"wish"')
    (norm,) = RULE.norms(case_of(person("X"), norms=six))
    assert norm.number("maximum") == 6


def test_an_office_nobody_sits_in_is_not_over() -> None:
    none = changed("Q-SPLIT-OFFICE", force='"wish"', values='{ maximum = "0 người" }')
    case = case_of(person("X"), norms=none)
    assert not list(RULE.check(case, plan_of(case)))
