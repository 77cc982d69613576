from dataclasses import replace
from datetime import date

from planner.roster.levels import Sex
from planner.rules.shares.share import RULE
from tests.builders import A, case_of, changed, person, plan_of, post, posts_without


def test_the_least_number_of_women_is_rounded_up_to_whole_people() -> None:
    case = case_of(person("X"), units=[A])
    women = next(n for n in RULE.norms(case) if n.id == "P-WOMEN15")
    strength = sum(
        case.organisation.post_in[0, title].minimum
        for title in case.organisation.members_of("BTV")
        if case.titles[title].code not in ("HDND-CT", "DU-PBT")
    )
    assert strength == 7 and RULE.least(case, 0, "BTV", women) == 2


def short(norms: str = "", **known: object) -> dict[tuple[str, str], int]:
    case = case_of(person("X", **known), units=[A], norms=norms)
    plan = plan_of(case, X=post("DU-BT"))
    return {(f.norm.id, f.about[1]): f.amount for f in RULE.check(case, plan)}


def test_a_woman_in_the_committee_counts_in_both_bodies() -> None:
    men, women = short(sex=Sex.MALE), short(sex=Sex.FEMALE)
    for body in ("BCH", "BTV"):
        assert men["P-WOMEN15", body] - women.get(("P-WOMEN15", body), 0) == 1


def test_the_young_are_below_forty() -> None:
    old, young = short(born=date(1986, 11, 22)), short(born=date(1986, 11, 23))
    assert old["P-YOUNG10", "BCH"] - young["P-YOUNG10", "BCH"] == 1


def test_minorities_count_once_the_province_switches_the_share_on() -> None:
    assert not [key for key in short() if key[0] == "P-MINORITY"]
    on = changed("P-MINORITY", force='"wish"')
    assert short(on)["P-MINORITY", "BCH"] - short(on, minority=True)["P-MINORITY", "BCH"] == 1


def test_a_body_without_seats_asks_for_nobody_and_a_small_share_for_one() -> None:
    base = case_of(person("X"), units=[A])
    posts = tuple(replace(p, minimum=0) for p in base.roster.posts)
    case = case_of(person("X"), units=[A], posts=posts, titles=base.roster.titles)
    women = next(n for n in RULE.norms(case) if n.id == "P-WOMEN15")
    assert RULE.least(case, 0, "BTV", women) == 0
    tiny = changed("P-WOMEN15", values='{ share = "1/100 phần" }')
    case = case_of(person("X"), units=[A], norms=tiny)
    women = next(n for n in RULE.norms(case) if n.id == "P-WOMEN15")
    assert RULE.least(case, 0, "BTV", women) == 1
    young = next(n for n in RULE.norms(case) if n.id == "P-YOUNG10")
    assert RULE.least(case, 0, "TTHDND", young) == 1


def test_a_committee_whose_party_block_is_not_planned_lacks_nobody() -> None:
    held = {"X": post("UBND-CT")}
    for gone, bodies in (("PARTY", set()), ("DU-PBTTT", {"BTV", "BCH"})):
        case = case_of(person("X"), units=[A], posts=posts_without(gone, units=[A]))
        found = {f.about[1] for f in RULE.check(case, plan_of(case, **held))}
        assert found == bodies
