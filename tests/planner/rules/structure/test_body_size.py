from planner.rules.structure.body_size import RULE
from tests.builders import A, case_of, changed, person, plan_of, post, posts_without

TIGHT = changed(
    "S-BCH-SIZE", values='{ maximum = "1 người", merged = "3 đơn vị", maximum_merged = "2 người" }'
)


def test_a_committee_of_many_merged_units_may_be_larger() -> None:
    people = [person(code) for code in "XYZ"]
    held = {"X": post("DU-BT"), "Y": post("KT-TP"), "Z": post("VX-TP")}
    case = case_of(*people, norms=TIGHT)
    found = [f for f in RULE.check(case, plan_of(case, **held)) if f.about[0] == A]
    assert [(f.about[1:], f.amount) for f in found if f.norm.id == "S-BCH-SIZE"] == [
        (("BCH", "max"), 1)
    ]
    bare = case_of(*people, norms=TIGHT, old_units=())
    found = [f for f in RULE.check(bare, plan_of(bare, **held)) if f.norm.id == "S-BCH-SIZE"]
    assert [f.amount for f in found] == [2]


def test_a_standing_committee_of_one_lacks_eight() -> None:
    case = case_of(person("X"), units=[A])
    plan = plan_of(case, X=(post("DU-BT"), post("HDND-CT")))
    assert [(f.about, f.amount) for f in RULE.check(case, plan)] == [((A, "BTV", "min"), 8)]


def test_three_merged_units_are_enough_for_the_larger_committee() -> None:
    base = case_of(person("X"), units=[A], norms=TIGHT)
    (norm,) = [n for n in RULE.norms(base) if n.id == "S-BCH-SIZE"]
    for number, most in ((2, 1), (3, 2), (4, 2)):
        olds = tuple(old for old in base.roster.old_units if A in old.successors)[:number]
        case = case_of(person("X"), units=[A], norms=TIGHT, old_units=olds)
        assert RULE.limits(case, case.communes[0], norm)[1] == most


MEMBERS = (
    *("DU-BT", "DU-PBTTT", "DU-PBT", "UBND-CT", "HDND-CT", "HDND-PCT"),
    *("UBKT-CN", "BXD-TB", "MTTQ-CT"),
)


def test_a_committee_that_is_not_there_lacks_nobody() -> None:
    for gone, lacking in (
        (("PARTY",), 0),
        (("MTTQ",), 0),
        (MEMBERS, 0),
        (MEMBERS[1:], 1),
        (("DU-PBTTT",), 1),
    ):
        case = case_of(person("X"), units=[A], posts=posts_without(*gone, units=[A]))
        assert len(list(RULE.check(case, plan_of(case)))) == lacking, gone
