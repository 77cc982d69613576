from dataclasses import replace

from planner.roster.levels import Theory
from planner.rules.eligibility.theory import RULE
from tests.builders import case_of, person, roster_of
from tests.planner.rules.gates import refusals


def test_a_deputy_of_an_office_needs_intermediate_theory() -> None:
    assert refusals(RULE, person("X", theory=Theory.PRIMARY), ["KT-PTP"]) == ["E-LLCT-TC"]
    assert refusals(RULE, person("X", theory=Theory.INTERMEDIATE), ["KT-PTP"]) == []


def test_a_specialist_needs_none() -> None:
    assert refusals(RULE, person("X", theory=Theory.NONE), ["VP-TP"]) == []


def test_a_chief_with_intermediate_theory_is_allowed_at_a_price() -> None:
    cadre = person("X", theory=Theory.INTERMEDIATE)
    assert refusals(RULE, cadre, ["DU-BT"]) == ["E-LLCT-CC"]
    assert refusals(RULE, person("X", theory=Theory.ADVANCED), ["DU-BT"]) == []


def test_a_specialist_post_may_ask_theory_of_its_own() -> None:
    base = roster_of(person("X"))
    own = tuple(
        replace(title, theory=Theory.INTERMEDIATE) if title.code == "VP-TP" else title
        for title in base.titles
    )
    cadre = person("X", theory=Theory.PRIMARY)
    case = case_of(cadre, titles=own)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("VP-TP",))
    assert [v.norm.id for v in RULE.judge(case, cadre, bundle)] == ["E-LLCT-POST"]
