from dataclasses import replace
from datetime import date

from planner.law.bundles import LARGEST
from planner.roster import Post
from planner.roster.levels import Theory
from tests.builders import case_of, person, posts_without, roster_of


def codes(day: date = date(2026, 11, 22)) -> set[tuple[str, ...]]:
    return {bundle.codes for bundle in case_of(person("X"), day=day).organisation.bundles}


def test_a_must_title_never_stands_alone() -> None:
    assert not {("HDND-CT",), ("UBND-CT",), ("DU-PBT",)} & codes()


def test_the_chair_of_the_council_rides_on_secretary_or_standing_deputy() -> None:
    assert {c for c in codes() if "HDND-CT" in c} == {
        ("DU-BT", "HDND-CT"),
        ("DU-BT", "HDND-CT", "CHQS-CTV"),
        ("DU-PBTTT", "HDND-CT"),
    }


def test_the_chair_of_the_committee_is_deputy_secretary_and_counts_in_government() -> None:
    assert {c for c in codes() if "UBND-CT" in c} == {("UBND-CT", "DU-PBT")}


def test_no_bundle_joins_standing_council_and_peoples_committee() -> None:
    standing = {"HDND-CT", "HDND-PCT", "HDND-TBKT", "HDND-TBVX"}
    committee = {"UBND-CT", "UBND-PCT", "VP-CVP", "KT-TP", "VX-TP"}
    assert not [c for c in codes() if standing & set(c) and committee & set(c)]


def test_two_hosts_are_never_joined_by_their_rider() -> None:
    assert ("UBKT-CN", "BXD-TB", "HDND-TBKT") not in {tuple(sorted(c)) for c in codes()}
    assert not [c for c in codes() if {"UBKT-CN", "BXD-TB"} <= set(c)]


def test_a_leader_has_at_most_one_title_that_no_must_demands() -> None:
    bundles = case_of(person("X")).organisation.bundles
    assert max(b.load for b in bundles if b.main.grade > 0) == 1
    assert all(len(b.titles) <= LARGEST for b in bundles)


def test_demanded_titles_are_no_load() -> None:
    loads = {b.codes: b.load for b in case_of(person("X")).organisation.bundles}
    assert loads["DU-BT", "HDND-CT"] == 0
    assert loads["UBND-CT", "DU-PBT"] == 0
    assert loads["UBKT-CN", "HDND-TBKT"] == 1


def test_bundles_are_few() -> None:
    assert len(codes()) < 100


def test_a_variant_of_a_title_keeps_its_role_in_the_law() -> None:
    base = roster_of(person("X"))
    chair = next(t for t in base.titles if t.code == "UBND-CT")
    variant = replace(chair, code="UBND-CT~2", theory=Theory.ADVANCED)
    extra = Post(code="00004/X", commune="00004", title="UBND-CT~2", minimum=1, maximum=1)
    case = case_of(person("X"), titles=(*base.titles, variant), posts=(*base.posts, extra))
    assert {b.codes for b in case.organisation.bundles if "UBND-CT~2" in b.codes} == {
        ("UBND-CT~2", "DU-PBT")
    }


def test_a_must_whose_hosts_have_no_seat_binds_nobody() -> None:
    for gone, free in (
        (("DU-BT", "DU-PBTTT"), "HDND-CT"),
        (("DU-PBT",), "UBND-CT"),
        (("UBND-CT",), "DU-PBT"),
        (("DU-BT",), "CHQS-CTV"),
    ):
        case = case_of(person("X"), posts=posts_without(*gone))
        assert (free,) in {bundle.codes for bundle in case.organisation.bundles}


def test_a_must_of_whose_hosts_one_is_left_binds() -> None:
    case = case_of(person("X"), posts=posts_without("DU-BT"))
    found = {bundle.codes for bundle in case.organisation.bundles}
    assert ("DU-PBTTT", "HDND-CT") in found and ("HDND-CT",) not in found


def test_a_host_whose_posts_have_no_seat_is_no_host() -> None:
    posts = tuple(
        replace(post, minimum=0, maximum=0) if post.title == "DU-PBT" else post
        for post in roster_of().posts
    )
    case = case_of(person("X"), posts=posts)
    assert ("UBND-CT",) in {bundle.codes for bundle in case.organisation.bundles}


def test_bodies_that_are_not_there_keep_nobody_apart() -> None:
    gone = ("HDND-CT", "HDND-PCT", "HDND-TBKT", "HDND-TBVX", "HDND-PBKT", "HDND-PBVX")
    titles = tuple(t for t in roster_of().titles if t.code not in gone)
    case = case_of(person("X"), titles=titles, posts=posts_without(*gone))
    held = ("UBND-PCT", "VP-CVP")
    assert not list(case.organisation.concurrency.conflicts(held))
    assert held in {bundle.codes for bundle in case.organisation.bundles}
