from planner.case import Scenario
from planner.check.fingerprint import fingerprint, scenario_mark
from planner.roster import Demand, Remark
from tests.builders import DAY, case_of, person, pin, post


def test_the_same_content_has_the_same_fingerprint_in_any_order_of_sets() -> None:
    one = case_of(person("X", fields=frozenset({"luật", "y tế", "kinh tế"})))
    other = case_of(person("X", fields=frozenset({"kinh tế", "y tế", "luật"})))
    assert fingerprint(one, "1") == fingerprint(other, "1")


def test_each_part_shows_its_own_change() -> None:
    one, other = case_of(person("X")), case_of(person("X"), demands=(pin("X", post("VP-TP")),))
    a, b = fingerprint(one, "1"), fingerprint(other, "1")
    assert a.input != b.input and a.norms == b.norms and a.scenario == b.scenario


def test_what_only_people_read_is_no_part_of_it() -> None:
    remarks = {"Thân nhân": (Remark(("X", "Y"), "relation", "Vợ chồng"),)}
    plain, remarked = case_of(person("X")), case_of(person("X"), remarks=remarks)
    assert fingerprint(plain, "1") == fingerprint(remarked, "1")


def test_whether_a_pin_or_a_ban_was_asked_for_first_says_nothing() -> None:
    ban, held = Demand("X", "00004", False), Demand("Y", "00008", True)
    one, two = Scenario("PA1", DAY, demands=(ban, held)), Scenario("PA1", DAY, demands=(held, ban))
    assert scenario_mark(one) == scenario_mark(two)
