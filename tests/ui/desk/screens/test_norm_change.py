"""A norm is changed with its source, found by its words, and put back."""

from datetime import date

from planner.law.norm import Force
from ui.desk.desk import Desk
from ui.desk.screens.norm_change import (
    ALL,
    NEEDS_SOURCE,
    change_norm,
    figures_of_norm,
    forces_of,
    law_on,
    norms_found,
    priced,
    put_back,
    rule_of_norm,
    slot_of,
    take_norm_file,
)


def test_a_change_needs_its_source_and_is_kept_until_it_is_put_back(planned: Desk) -> None:
    inputs, case = planned.inputs, planned.inputs.case
    assert case is not None
    (norm,) = (n for n in case.norms.entries if n.id == "P-KEEP-KM")
    typed = {**figures_of_norm(norm), "cap_km": "30 km"}
    assert change_norm(inputs, norm, norm.force, 9, typed, " ") == NEEDS_SOURCE
    assert inputs.edits == {}
    assert change_norm(inputs, norm, norm.force, 9, typed, " Quyết định 1 ") == ""
    assert inputs.case is not None
    (own,) = inputs.case.norms.own
    assert (own.price, own.source, figures_of_norm(own)["cap_km"]) == (9, "Quyết định 1", "30 km")
    put_back(inputs, norm)
    assert inputs.edits == {} and inputs.case is not None and inputs.case.norms.own == ()


def test_what_cannot_be_read_says_why_and_changes_nothing(planned: Desk) -> None:
    inputs, case = planned.inputs, planned.inputs.case
    assert case is not None
    (norm,) = (n for n in case.norms.entries if n.id == "P-KEEP-KM")
    said = change_norm(inputs, norm, norm.force, 9, {"cap_km": "30 tháng"}, "Quyết định 1")
    assert '"30 tháng"' in said and inputs.edits == {}
    take_norm_file(inputs, "hong.toml", b"[[norm]]\nid = 1")
    assert "hong.toml" in planned.said.problem and inputs.given == {}


def test_norms_are_found_by_subject_and_words(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    entries = case.norms.entries
    assert {norm.id for _, norm in norms_found(entries, ALL, "p-keep-km")} == {"P-KEEP-KM"}
    everything = norms_found(entries, ALL, "")
    assert {norm.id for _, norm in everything} == {norm.id for norm in entries}
    rule = rule_of_norm(norms_found(entries, ALL, "P-KEEP-KM")[0][1])
    assert rule is not None
    some = norms_found(entries, rule.subject.value, "")
    assert 0 < len(some) < len(everything)
    assert {norm.used_by for _, norm in some} <= {r.used_by for r in entries}


def test_a_wish_of_the_engine_cannot_become_a_must(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    by_id = {norm.id: norm for norm in case.norms.entries}
    assert forces_of(by_id["P-KEEP-KM"]) == [Force.WISH, Force.OFF] and priced(by_id["P-KEEP-KM"])
    assert Force.MUST in forces_of(by_id["P-IT1"])
    assert slot_of(by_id["P-IT1"]).startswith("P-IT1/")


def test_another_day_has_other_law(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    assert law_on(planned.inputs, date(2025, 7, 1)) != ()
    assert law_on(planned.inputs, case.scenario.as_of) == ()
