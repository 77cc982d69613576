from planner.roster import Demand
from planner.roster.levels import Education
from planner.why.instead import instead
from tests.builders import B, case_of, person, plan_of, post, posts_without


def test_a_refused_pair_names_exactly_the_gates_that_refuse_it() -> None:
    case = case_of(person("X", education=Education.COLLEGE, party=False), person("Y"))
    found = instead(case, plan_of(case, Y=post("KT-TP")), "X", post("KT-TP"))
    assert not found.lawful
    assert {r.norm.id for r in found.refused if r.norm} == {"E-EDU-UNI", "E-PARTY"}
    assert all("(" in str(reason) for reason in found.refused)


def test_a_lawful_pair_says_who_would_have_to_leave() -> None:
    case = case_of(person("X"), person("Y"))
    found = instead(case, plan_of(case, Y=post("KT-PTP")), "X", post("KT-PTP"))
    assert found.lawful and found.displaced == ()
    found = instead(case, plan_of(case, Y=post("KT-TP")), "X", post("KT-TP"))
    assert found.lawful and found.displaced == ("Y",)


def test_what_the_law_ties_to_a_post_comes_with_it() -> None:
    case = case_of(person("X"))
    found = instead(case, plan_of(case), "X", post("UBND-CT"))
    assert found.posts == (post("UBND-CT"), post("DU-PBT"))


def test_a_ban_on_the_post_that_comes_along_speaks_too() -> None:
    ban = Demand("X", post("DU-PBT"), pin=False)
    case = case_of(person("X"), demands=(ban,))
    found = instead(case, plan_of(case), "X", post("UBND-CT"))
    assert [str(reason).split(" (")[0] for reason in found.refused] == ["ở chỗ đã ghi không bố trí"]


def test_a_must_over_several_people_speaks_too() -> None:
    case = case_of(person("X"), person("Y"), kin=(("X", "Y"),))
    found = instead(case, plan_of(case, Y=post("UBND-PCT")), "X", post("VP-CVP"))
    assert not found.refused and [r.norm.id for r in found.broken if r.norm] == ["E-KIN-UNIT"]


def test_conditions_are_told() -> None:
    case = case_of(person("X", education=Education.COLLEGE, waiver=True))
    found = instead(case, plan_of(case), "X", post("VP-TP", B))
    assert found.lawful and "phải có bằng đại học" in found.conditions[0].text


def test_a_post_that_no_bundle_holds_is_refused_by_the_norm_that_ties_it() -> None:
    hosts = post("DU-BT"), post("DU-PBTTT")
    case = case_of(person("X"), posts=tuple(p for p in posts_without() if p.code not in hosts))
    found = instead(case, plan_of(case), "X", post("HDND-CT"))
    assert [r.norm.id for r in found.refused if r.norm] == ["C-HDNDCHAIR-SEC"]


def test_a_post_whose_hosts_no_unit_has_is_held_alone() -> None:
    case = case_of(person("X"), posts=posts_without("DU-BT", "DU-PBTTT"))
    found = instead(case, plan_of(case), "X", post("HDND-CT"))
    assert found.posts == (post("HDND-CT"),)
    assert "C-HDNDCHAIR-SEC" not in [r.norm.id for r in found.refused if r.norm]
