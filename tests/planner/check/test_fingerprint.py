from planner.check.fingerprint import fingerprint
from planner.roster import Remark
from tests.builders import case_of, person, pin, post


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
