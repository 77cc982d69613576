import pytest

from planner.rules.kinship.kinship_duty import RULE
from tests.builders import A, B, case_of, person, plan_of, post


def found(x: str, y: str) -> list[tuple[str, tuple[str, ...]]]:
    case = case_of(person("X"), person("Y"), kin=(("Y", "X"),))
    return [(f.norm.id, f.about[:2]) for f in RULE.check(case, plan_of(case, X=x, Y=y))]


def test_a_relative_of_the_head_does_not_keep_the_books_of_the_office() -> None:
    assert found(post("KT-TP"), post("KT-KTV")) == [("E-KIN-FIN", ("X", "Y"))]
    assert found(post("KT-KTV"), post("KT-PTP")) == [("E-KIN-FIN", ("Y", "X"))]


def test_of_another_office_or_another_unit_he_may() -> None:
    assert found(post("VX-TP"), post("KT-KTV")) == []
    assert found(post("KT-TP", A), post("KT-KTV", B)) == []


@pytest.mark.parametrize("duty", ["UBKT-CN", "KT-TP", "VX-TP"])
def test_a_relative_of_the_secretary_does_not_head_inspection_finance_or_home_affairs(
    duty: str,
) -> None:
    assert found(post("DU-BT"), post(duty)) == [("E-KIN-CHIEF", ("X", "Y"))]


def test_two_specialists_and_two_accountants_may_be_kin() -> None:
    assert found(post("KT-KTV"), post("KT-KTV")) == found(post("VP-TP"), post("VP-HD")) == []
