from planner.roster.levels import Grade
from planner.rules.continuity.own_post import RULE
from tests.builders import case_of, person, post
from tests.planner.rules.preferences import charged, spot


def test_staying_at_the_post_is_free_leaving_costs() -> None:
    case = case_of(person("X", post=post("VP-TP")))
    assert charged(RULE, case, spot(case, "VP-TP")) == {}
    assert charged(RULE, case, spot(case, "VP-TP", unit=1)) == {"P-OWN-POST": 1}
    assert charged(RULE, case, spot(case, "VP-HD")) == {"P-OWN-POST": 1}


def test_an_elected_holder_costs_far_more() -> None:
    case = case_of(person("X", post=post("DU-BT"), grade=Grade.CHIEF))
    assert charged(RULE, case, spot(case, "DU-PBTTT")) == {"P-HOLDER": 1}


def test_one_more_title_beside_the_own_post_is_still_staying() -> None:
    case = case_of(person("X", post=post("DU-BT"), grade=Grade.CHIEF))
    assert charged(RULE, case, spot(case, "DU-BT", "HDND-CT")) == {}


def test_before_the_first_placement_nobody_has_a_post_to_keep() -> None:
    case = case_of(person("X"))
    assert charged(RULE, case, spot(case, "VP-TP")) == {}


def test_the_digital_regime_holds_from_the_level_of_the_trained_on() -> None:
    for title, extra in (("VP-CNTT", 1), ("VX-CDS", 0)):
        case = case_of(person("X", post=post(title)))
        ids = [norm.id for norm in RULE.priced(case, 0)]
        assert ids.count("P-DIGITAL-REGIME") == extra and "P-OWN-POST" in ids
