"""Levels: order, equivalents, steps within a tier, own ladders, committee membership."""

from planner.titles import (
    CommitteeLevel,
    Level,
    LevelRow,
    LevelTable,
    OwnLadder,
    Role,
    Rung,
    Tier,
)

VALUES = {
    (Tier.DISTRICT, Rung.OFFICE_HEAD): 70,
    (Tier.DISTRICT, Rung.VICE_CHAIR): 90,
    (Tier.COMMUNE, Rung.SPECIALIST): 10,
    (Tier.COMMUNE, Rung.DEPUTY): 40,
    (Tier.COMMUNE, Rung.OFFICE_HEAD): 70,
    (Tier.COMMUNE, Rung.VICE_CHAIR): 80,
    (Tier.COMMUNE, Rung.CHAIR): 90,
    (Tier.COMMUNE, Rung.STANDING_DEPUTY): 95,
    (Tier.COMMUNE, Rung.SECRETARY): 100,
}
TABLE = LevelTable(
    tuple(
        LevelRow(Level(value, tier, rung), step=rung is not Rung.STANDING_DEPUTY)
        for (tier, rung), value in VALUES.items()
    ),
    (OwnLadder("YOUTH", ("YOUTH-MEMBER",)),),
    (CommitteeLevel("STANDING", Tier.DISTRICT, (Tier.DISTRICT, Rung.VICE_CHAIR)),),
)


def role(code: str, rung: Rung) -> Role:
    return Role(code=code, name="", office="TN", rung=rung)


def level(rung: Rung, tier: Tier = Tier.COMMUNE) -> Level:
    return TABLE.at(tier, rung)


def steps(held: Rung, wanted: Rung, tier: Tier = Tier.COMMUNE) -> int:
    return TABLE.steps_between(level(held, tier), level(wanted))


def test_equal_values_of_two_tiers_are_equivalent() -> None:
    assert level(Rung.OFFICE_HEAD) == level(Rung.OFFICE_HEAD, Tier.DISTRICT)
    assert level(Rung.CHAIR) == level(Rung.VICE_CHAIR, Tier.DISTRICT)
    assert len({level(Rung.CHAIR), level(Rung.VICE_CHAIR, Tier.DISTRICT)}) == 1


def test_a_vice_chair_stands_below_the_secretary_by_two_steps() -> None:
    assert level(Rung.SECRETARY) > level(Rung.VICE_CHAIR)
    assert steps(Rung.VICE_CHAIR, Rung.SECRETARY) == 2
    assert steps(Rung.SECRETARY, Rung.VICE_CHAIR) == -2


def test_a_rung_that_is_no_step_is_not_counted_in_passing_but_is_one_to_reach() -> None:
    assert steps(Rung.CHAIR, Rung.SECRETARY) == 1
    assert steps(Rung.CHAIR, Rung.STANDING_DEPUTY) == 1


def test_steps_are_those_of_the_tier_that_is_gone_to() -> None:
    assert steps(Rung.OFFICE_HEAD, Rung.CHAIR, Tier.DISTRICT) == 2
    assert steps(Rung.VICE_CHAIR, Rung.CHAIR, Tier.DISTRICT) == 0


def test_the_own_ladder_makes_a_way_up_one_step() -> None:
    youth, member = role("YOUTH", Rung.CHAIR), role("YOUTH-MEMBER", Rung.SPECIALIST)
    other = role("OTHER", Rung.SPECIALIST)
    assert TABLE.steps((member, Tier.COMMUNE), (youth, Tier.COMMUNE)) == 1
    assert TABLE.steps((other, Tier.COMMUNE), (youth, Tier.COMMUNE)) == 4


def test_membership_of_a_committee_raises_its_holder() -> None:
    head = role("H-TP", Rung.OFFICE_HEAD)
    held = [("STANDING", Tier.DISTRICT)]
    assert TABLE.level_of(head, Tier.DISTRICT).value == 70
    assert TABLE.level_of(head, Tier.DISTRICT, held).value == 90
    assert TABLE.level_of(head, Tier.DISTRICT, [("STANDING", Tier.COMMUNE)]).value == 70
