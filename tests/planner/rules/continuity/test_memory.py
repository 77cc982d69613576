from planner.roster.levels import PlaceKind
from planner.rules.continuity.memory import RULE
from tests.builders import A, B, case_of, changed, person, plan_of, post

OLD = "00013"
"""Quán Thánh, which went into Ba Đình."""


def short(unit: str, norms: str = "") -> list[tuple[str, tuple[str, ...], int]]:
    people = [person(code, place_kind=PlaceKind.OLD_UNIT, place=OLD) for code in ("X", "Y", "Z")]
    case = case_of(*people, norms=norms)
    plan = plan_of(case, X=post("VP-TP", unit))
    return [(f.norm.id, f.about, f.amount) for f in RULE.check(case, plan)]


def test_somebody_of_each_former_unit_stays() -> None:
    assert short(B) == [("P-MEMORY", (A, OLD), 1)]
    assert short(A) == []


def test_a_minimum_presence_can_be_switched_on() -> None:
    on = changed("P-PRESENCE", force='"wish"')
    assert short(A, on) == [("P-PRESENCE", (A, OLD), 1)]


def test_of_a_unit_with_nobody_nobody_is_asked() -> None:
    case = case_of(person("X"))
    assert not list(RULE.check(case, plan_of(case)))


def test_a_commune_of_two_former_units_remembers_both_of_one_none() -> None:
    people = [person("X", place_kind=PlaceKind.OLD_UNIT, place=OLD)]
    whole = case_of(*people).roster.old_units
    ours = [old for old in whole if old.successors[0] == A]
    for number, short in ((1, 0), (2, 1)):
        olds = tuple(sorted(ours, key=lambda old: old.code != OLD)[:number])
        case = case_of(*people, old_units=olds)
        assert len(list(RULE.check(case, plan_of(case)))) == short
