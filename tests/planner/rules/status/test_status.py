from planner.roster.levels import Grade, Status
from planner.rules.status.status import RULE
from tests.builders import case_of, person
from tests.planner.rules.gates import refusals


def test_under_review_one_is_not_promoted() -> None:
    cadre = person("X", status=Status.UNDER_REVIEW)
    assert refusals(RULE, cadre, ["KT-PTP"]) == ["E-PENDING-RISE"]
    assert refusals(RULE, cadre, ["VP-TP"]) == []
    assert refusals(RULE, person("X", status=Status.WORKING), ["KT-PTP"]) == []


def test_under_review_one_stays_in_the_unit() -> None:
    cadre = person("X", status=Status.UNDER_REVIEW, grade=Grade.HEAD)
    case = case_of(cadre)
    assert [[v.norm.id for v in RULE.locate(case, cadre, c)] for c in (0, 1)] == [
        [],
        ["E-PENDING"],
    ]


def test_a_mother_of_a_small_child_is_not_named_surplus_but_may_wait() -> None:
    cadre = person("X", status=Status.SMALL_CHILD)
    (verdict,) = RULE.spare(case_of(cadre), cadre)
    assert (verdict.norm.id, verdict.norm.must, verdict.norm.price) == ("E-NO-CUT", False, 5000)


def test_people_at_work_are_no_concern_of_this_gate() -> None:
    assert RULE.concerns(case_of(person("X"))) == []
