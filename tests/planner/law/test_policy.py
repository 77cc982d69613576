"""How far a department goes along with what may be held together; worked by hand."""

from dataclasses import replace
from datetime import date

from planner.case import Scenario
from planner.check.fingerprint import scenario_mark
from planner.law.policy import ConcurrencyPolicy
from tests.builders import DAY, case_of, person


def joins(policy: ConcurrencyPolicy, **more: dict[str, str]) -> set[tuple[str, ...]]:
    """Roles that one person may hold together, in twos or more."""
    case = case_of(person("A"), scenario=Scenario("PA1", DAY, concurrency=policy, **more))
    found = (tuple(title.role for title in bundle.titles) for bundle in case.organisation.bundles)
    return {roles for roles in found if len(roles) > 1}


def test_with_required_only_what_a_must_demands_is_left() -> None:
    by_law, required = joins(ConcurrencyPolicy.BY_LAW), joins(ConcurrencyPolicy.REQUIRED)
    assert required < by_law
    assert ("UBND-CT", "DU-PBT") in required
    assert ("DU-BT", "HDND-CT") in required and ("DU-PBTTT", "HDND-CT") in required
    dropped = {role for roles in by_law - required for role in roles}
    assert {"VP-CVP", "KT-TP", "HDND-TBKT", "VP-VT", "KT-MT"} <= dropped
    assert not any("VP-CVP" in roles for roles in required)


def test_the_choice_among_hosts_that_a_must_allows_keeps_its_price() -> None:
    scenario = Scenario("PA1", DAY, concurrency=ConcurrencyPolicy.REQUIRED)
    case = case_of(person("A"), scenario=scenario)
    assert {norm.id: norm.price for norm in case.norms.of("may_ride")} == {"C-HDNDCHAIR-2ND": 60}


def test_free_allows_the_same_at_no_price() -> None:
    assert joins(ConcurrencyPolicy.FREE) == joins(ConcurrencyPolicy.BY_LAW)
    scenario = Scenario("PA1", DAY, concurrency=ConcurrencyPolicy.FREE)
    case = case_of(person("A"), scenario=scenario)
    norms = (*case.norms.of("may_ride"), *case.norms.of("load"))
    assert norms and not any(norm.price for norm in norms)


def test_what_the_scenario_says_of_one_norm_comes_after_the_policy() -> None:
    found = joins(ConcurrencyPolicy.REQUIRED, forces={"C-VC-OFFICE": "wish"})
    assert any("VP-CVP" in roles for roles in found)
    assert not any("KT-TP" in roles for roles in found)


def test_fingerprints_of_before_there_was_a_policy_still_agree() -> None:
    scenario = Scenario("PA1", date(2026, 11, 22))
    assert scenario_mark(scenario) == "f24ffc72a5aa57cb"
    other = replace(scenario, concurrency=ConcurrencyPolicy.FREE)
    assert scenario_mark(other) != scenario_mark(scenario)
