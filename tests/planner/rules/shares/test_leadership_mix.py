from data.reference import old_units
from planner.roster.levels import PlaceKind
from planner.rules.shares.leadership_mix import RULE
from tests.builders import A, case_of, person, plan_of, post

OLDS = [old.code for old in old_units("01") if A in old.successors]


def over(*from_old: int) -> list[int]:
    """Amounts for leaders who come from the old units with these places in the list."""
    titles = ("VP-CVP", "KT-TP", "VX-TP", "BXD-TB")
    people = [
        person(f"P{n}", place_kind=PlaceKind.OLD_UNIT, place=OLDS[o])
        for n, o in enumerate(from_old)
    ]
    case = case_of(*people)
    holders = {f"P{n}": post(titles[n]) for n in range(len(people))}
    return [f.amount for f in RULE.check(case, plan_of(case, **holders))]


def test_half_of_the_leaders_from_one_old_unit_is_allowed() -> None:
    assert over(0, 0, 1, 2) == []


def test_three_of_four_is_two_halves_too_many() -> None:
    assert over(0, 0, 0, 1) == [2]


def test_specialists_do_not_count() -> None:
    case = case_of(person("X", place_kind=PlaceKind.OLD_UNIT, place=OLDS[0]))
    assert not list(RULE.check(case, plan_of(case, X=post("VP-TP"))))
