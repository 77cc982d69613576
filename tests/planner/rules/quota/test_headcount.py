from dataclasses import replace
from datetime import date

from planner.roster.levels import Block
from planner.rules.quota.headcount import RULE
from tests.builders import A, case_of, person, plan_of, post, roster_of


def party_of_one(day: date = date(2026, 11, 22)):  # type: ignore[no-untyped-def]
    people = [person("X"), person("Y")]
    units = tuple(
        replace(unit, quota={Block.PARTY: 1}) if unit.code == A else unit
        for unit in roster_of(*people).communes
    )
    return case_of(*people, communes=units, day=day)


def test_two_people_in_a_block_of_one_are_one_over() -> None:
    case = party_of_one()
    plan = plan_of(case, X=post("BXD-TC"), Y=post("BXD-TG"))
    assert [(f.about, f.amount, f.breach) for f in RULE.check(case, plan)] == [
        ((A, "PARTY"), 1, False)
    ]


def test_a_person_counts_once_in_the_block_of_the_main_post() -> None:
    case = party_of_one()
    plan = plan_of(case, X=(post("UBND-CT"), post("DU-PBT")), Y=post("BXD-TG"))
    assert not list(RULE.check(case, plan))


def test_over_quota_is_a_breach_once_the_transition_has_ended() -> None:
    case = party_of_one(date(2031, 1, 1))
    plan = plan_of(case, X=post("BXD-TC"), Y=post("BXD-TG"))
    assert [f.breach for f in RULE.check(case, plan)] == [True]
