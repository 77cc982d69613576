from planner.roster.levels import Feature, UnitType
from planner.rules.structure.office_set import RULE
from tests.builders import A, B, case_of, person, post, posts_without, roster_of, unit


def missing(*gone: str, **known: object) -> list[tuple[str, str]]:
    base = roster_of(person("X"), units=[A])
    offices = {title.code: title.office.code for title in base.titles}
    posts = tuple(post for post in base.posts if offices[post.title] not in gone)
    case = case_of(person("X"), communes=(unit(**known),), posts=posts)
    return [(f.norm.id, f.about[1]) for f in RULE.faults(case)]


def test_every_office_of_the_law_must_be_there() -> None:
    assert missing() == []
    assert missing("VX", "UBKT") == [("S-OFFICES-SET", "VX"), ("S-PARTY-ORGANS", "UBKT")]


def test_a_special_zone_has_two_party_boards_instead_of_one() -> None:
    found = missing(type=UnitType.SPECIAL_ZONE)
    assert found == [("S-PARTY-ORGANS", "BTC"), ("S-PARTY-ORGANS", "BTGDV")]


def test_a_unit_without_offices_is_not_judged() -> None:
    assert missing("VX", features=frozenset({Feature.NO_OFFICE})) == []


def test_a_block_that_no_unit_plans_lacks_no_office() -> None:
    assert missing("VPDU") == [("S-PARTY-ORGANS", "VPDU")]
    assert missing("TTDU", "VPDU", "BXD", "BTC", "BTGDV", "UBKT") == []
    case = case_of(person("X"), posts=posts_without("PARTY"))
    assert not list(RULE.faults(case))


def test_a_block_that_one_unit_plans_is_missed_in_the_others() -> None:
    government = posts_without("PARTY")
    secretary = next(p for p in posts_without() if p.code == post("DU-BT", B))
    case = case_of(person("X"), posts=(*government, secretary))
    found = {(*f.about, f.amount) for f in RULE.faults(case) if f.norm.id == "S-PARTY-ORGANS"}
    assert found == {(u, office, 1) for u in (A, B) for office in ("VPDU", "BXD", "UBKT")}
