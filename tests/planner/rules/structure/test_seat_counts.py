from dataclasses import replace
from datetime import date

from planner.roster.levels import Feature
from planner.rules.structure.seat_counts import RULE
from tests.builders import A, case_of, person, posts_without, roster_of, unit

BASE = roster_of(person("X"), units=[A])


def faults(day: date = date(2026, 11, 22), **seats: tuple[int, int]) -> dict[str, object]:
    low_high = {title.replace("_", "-"): pair for title, pair in seats.items()}
    posts = tuple(
        replace(post, minimum=low_high[post.title][0], maximum=low_high[post.title][1])
        if post.title in low_high
        else post
        for post in BASE.posts
    )
    case = case_of(person("X"), units=[A], posts=posts, day=day)
    return {f.norm.id: (f.about[1], f.amount) for f in RULE.faults(case) if f.norm.id in WATCHED}


WATCHED = ("S-HDND-VC1", "S-PBT-2-SEATS", "S-HDND-ASSIST", "Q-MTR-HDND-5")


def test_the_profile_has_the_seats_of_the_law() -> None:
    assert faults() == {}


def test_a_second_vice_chair_of_the_council_is_one_too_many() -> None:
    assert faults(HDND_PCT=(2, 2))["S-HDND-VC1"] == ("max", 1)
    assert faults(HDND_PCT=(0, 0))["S-HDND-VC1"] == ("min", 1)
    assert "S-HDND-VC1" not in faults(date(2025, 9, 30), HDND_PCT=(2, 2))


def test_the_council_has_five_posts_and_two_assistants() -> None:
    assert faults(VP_HD=(1, 1)) == {"S-HDND-ASSIST": ("min", 1)}
    assert faults(VP_HD=(3, 3)) == {"Q-MTR-HDND-5": ("max", 1)}


def test_two_deputy_secretaries_no_more_no_less() -> None:
    assert faults(DU_PBTTT=(2, 2)) == {"S-PBT-2-SEATS": ("max", 1)}


def test_a_key_defence_unit_may_have_two_deputy_commanders() -> None:
    for features, most in ((frozenset(), 1), (frozenset({Feature.KEY_DEFENCE}), 2)):
        place = unit(features=features)
        case = case_of(person("X"), communes=(place,), day=date(2025, 8, 1))
        norm = next(n for n in RULE.norms_at(case, place) if n.id == "S-CHQS-DEP")
        assert norm.number("most") == most


def test_without_a_service_centre_its_seats_are_no_concern() -> None:
    case = case_of(person("X"), units=[A])
    assert not [f for f in RULE.faults(case) if f.norm.id.startswith("Q-TTPVHCC")]


def test_a_norm_that_names_no_least_asks_for_none() -> None:
    posts = tuple(replace(p, minimum=0, maximum=0) for p in BASE.posts)
    case = case_of(person("X"), units=[A], posts=posts)
    assert not [f for f in RULE.faults(case) if f.norm.id == "S-MTTQ-VC"]


def test_seats_are_required_only_where_their_office_is_planned() -> None:
    for gone, lacking in (
        (("HDND-PCT",), ["S-HDND-VC1"]),
        (("DU-PBT", "DU-PBTTT"), ["S-PBT-2-SEATS"]),
        (("HDND",), []),
        (("PARTY", "HDND", "FRONT"), []),
    ):
        case = case_of(person("X"), units=[A], posts=posts_without(*gone, units=[A]))
        norms = [f.norm.id for f in RULE.faults(case) if f.norm.must]
        assert norms == lacking, gone
