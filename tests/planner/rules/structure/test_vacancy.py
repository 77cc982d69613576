from datetime import date

from planner.rules.structure.vacancy import RULE
from tests.builders import case_of, person, plan_of, post


def costs(**holders: str) -> dict[str, int]:
    case = case_of(person("X"), person("Y"))
    return {f.about[0]: f.cost for f in RULE.check(case, plan_of(case, **holders))}


def test_an_empty_key_seat_and_an_empty_scarce_seat_cost_the_top_price() -> None:
    empty = costs()
    assert empty[post("DU-BT")] == empty[post("VP-CNTT")] == 10000
    assert max(empty.values()) == empty[post("UBND-PCT")] == 2 * 10000


def test_a_filled_seat_costs_nothing() -> None:
    assert post("VP-TP") not in costs(X=post("VP-TP"))


def test_an_optional_seat_is_never_vacant() -> None:
    assert post("KT-GT") not in costs()


def test_before_the_scarce_fields_were_named_a_scarce_seat_is_an_ordinary_one() -> None:
    case = case_of(person("X"), day=date(2025, 7, 1))
    found = {f.about[0]: f.norm.id for f in RULE.check(case, plan_of(case))}
    assert found[post("VP-CNTT")] == "V-POST"


def test_a_department_prices_the_empty_seats_of_one_title_by_itself() -> None:
    own = """
[[norm]]
id = "T-DAT"
used_by = "vacancy"
title = "Khuyết chuyên viên đất đai"
force = "wish"
price = 99
values = { kind = "any" }
scope = { title = "KT-DD" }
source = "Quyết định"
confidence = "C"
"""
    case = case_of(person("X"), norms=own)
    found = {f.about[0]: f.norm.id for f in RULE.check(case, plan_of(case))}
    assert found[post("KT-DD")] == "T-DAT" and found[post("KT-XD")] == "V-SCARCE"
