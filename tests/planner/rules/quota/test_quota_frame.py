from planner.roster.levels import Block, Feature
from planner.rules.quota.quota_frame import RULE
from tests.builders import case_of, person, unit


def faults(features: frozenset[Feature] = frozenset(), **quota: int) -> dict[str, object]:
    place = unit(
        population=20_000,
        features=features,
        quota={Block[name]: number for name, number in quota.items()},
    )
    case = case_of(person("X"), communes=(place,))
    return {f.norm.id: (f.about[1:], f.amount) for f in RULE.faults(case)}


def test_government_grows_with_inhabitants() -> None:
    assert faults(GOVERNMENT=34) == {}
    assert faults(GOVERNMENT=35) == {"Q-POP-STEP": (("GOVERNMENT", "max"), 1)}
    mountain = frozenset({Feature.MOUNTAIN})
    assert faults(mountain, GOVERNMENT=36) == {}


def test_the_party_has_fifteen_to_seventeen_twenty_with_a_political_centre() -> None:
    assert faults(PARTY=14) == {"Q-PARTY-15-17": (("PARTY", "min"), 1)}
    assert faults(PARTY=18) == {"Q-PARTY-15-17": (("PARTY", "max"), 1)}
    centre = frozenset({Feature.POLITICAL_CENTRE})
    assert faults(centre, PARTY=20) == {}
    assert faults(centre, PARTY=21) == {"Q-PARTY-TTCT-20": (("PARTY", "max"), 1)}


def test_the_front_has_eight_to_ten_and_what_is_not_typed_is_not_judged() -> None:
    assert faults(FRONT=11) == {"Q-MTTQ-8-10": (("FRONT", "max"), 1)}
    assert faults() == {}
