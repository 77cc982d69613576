from planner.check import check
from tests.builders import case_of, person, plan_of, post, posts_without


def breaches(*holders: tuple[str, ...]) -> set[str]:
    case = case_of(*(person(f"P{n}") for n in range(len(holders))))
    plan = plan_of(case, **{f"P{n}": posts for n, posts in enumerate(holders)})
    return {f.norm.id for f in check(case, plan).breaches}


def test_the_council_chair_alone_breaks_directive_45() -> None:
    assert breaches((post("HDND-CT"),)) == {"C-HDNDCHAIR-SEC"}


def test_the_council_chair_on_the_secretary_keeps_it() -> None:
    assert breaches((post("DU-BT"), post("HDND-CT"))) == set()


def test_the_council_chair_on_the_standing_deputy_keeps_it() -> None:
    assert breaches((post("DU-PBTTT"), post("HDND-CT"))) == set()


def test_a_committee_chair_who_is_no_deputy_secretary_breaks_it() -> None:
    assert breaches((post("UBND-CT"),)) == {"C-CHAIR-PBT"}


def test_a_second_deputy_secretary_who_is_not_the_chair_breaks_it() -> None:
    assert breaches((post("DU-PBT"),)) == {"S-PBT-2"}


def test_without_a_party_block_the_two_chairs_are_held_by_themselves() -> None:
    case = case_of(person("X"), person("Y"), posts=posts_without("PARTY"))
    plan = plan_of(case, X=post("UBND-CT"), Y=post("HDND-CT"))
    assert not check(case, plan).breaches
