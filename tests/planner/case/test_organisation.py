from dataclasses import replace

from planner.law.norm import Norms
from planner.roster.levels import Block
from tests.builders import A, case_of, person, pin, unit


def test_a_changed_case_of_the_same_organisation_keeps_the_very_object() -> None:
    case = case_of(person("X"))
    demands = replace(case.scenario, demands=(pin("X", A),))
    more = replace(case.roster, cadres=(person("X"), person("Y")))
    assert replace(case, scenario=demands).organisation is case.organisation
    assert replace(case, roster=more).organisation is case.organisation


def test_an_organisation_from_elsewhere_is_taken_where_it_is_the_same() -> None:
    one, two = case_of(person("X")), case_of(person("Y"))
    assert replace(two, organisation=one.organisation).organisation is one.organisation


def test_other_units_are_another_organisation_with_the_same_bundles() -> None:
    case = case_of(person("X"))
    units = (unit(A, quota={Block.PARTY: 3}), *case.roster.communes[1:])
    other = replace(case, roster=replace(case.roster, communes=units))
    assert other.communes == units and other.organisation is not case.organisation
    assert other.organisation.concurrency is case.organisation.concurrency


def test_an_organisation_under_other_rides_has_other_bundles() -> None:
    case = case_of(person("X"))
    bare = tuple(norm for norm in case.norms.entries if norm.used_by != "may_ride")
    other = replace(case, norms=Norms(case.norms.day, bare))
    assert len(other.organisation.bundles) < len(case.organisation.bundles)
    assert other.communes == case.communes


def test_what_a_post_is_in_is_said_by_position_and_by_unit() -> None:
    case = case_of(person("X"))
    code = case.roster.posts[-1].code
    assert case.unit_of(code) is case.unit(case.posts[code].commune)
    assert case.communes[case.commune_of(code)] is case.unit_of(code)
    assert case.cadre("X") is case.cadres[0]
