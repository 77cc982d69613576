from planner.roster.levels import ItLevel
from planner.rules.eligibility.field_fit import RULE
from tests.builders import person
from tests.planner.rules.gates import refusals


def test_a_justice_official_is_trained_in_law() -> None:
    assert refusals(RULE, person("X", fields=frozenset({"y tế"})), ["VP-TP"]) == ["E-FIELD-FIT"]
    assert refusals(RULE, person("X", fields=frozenset({"y tế", "luật"})), ["VP-TP"]) == []


def test_leaders_may_come_from_any_field() -> None:
    assert refusals(RULE, person("X", fields=frozenset({"y tế"})), ["KT-TP"]) == []


def test_an_it_post_asks_field_and_level() -> None:
    trained = person("X", fields=frozenset({"công nghệ thông tin"}), it=ItLevel.TRAINED)
    unknown = person("X", fields=frozenset({"công nghệ thông tin"}), it=None)
    assert refusals(RULE, trained, ["VP-CNTT"]) == []
    assert refusals(RULE, unknown, ["VP-CNTT"]) == ["E-FIELD-FIT"]


def test_every_title_of_a_bundle_asks() -> None:
    build = person("X", fields=frozenset({"xây dựng – kiến trúc"}))
    assert refusals(RULE, build, ["KT-XD", "KT-GT"]) == []
    land = person("X", fields=frozenset({"đất đai – địa chính"}))
    assert refusals(RULE, land, ["KT-XD", "KT-GT"]) == ["E-FIELD-FIT"]
