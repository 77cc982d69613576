"""What a gate says in a reason: the norm it meets, at the very line and not beyond it."""

from typing import Any

import pytest

from planner.roster import Cadre
from planner.roster.levels import Education, Grade, Rank, StateManagement, Theory
from planner.rules import rule_of
from planner.rules.shape import Gate
from tests.builders import A, case_of, person, pin, post


def clauses(gate: str, cadre: Cadre, *titles: str, **more: Any) -> list[str]:
    case = case_of(cadre, **more)
    bundle = next(b for b in case.organisation.bundles if set(b.codes) == set(titles))
    rule = rule_of(gate)
    assert isinstance(rule, Gate)
    return [text for text, _ in rule.passed(case, cadre, bundle)]


DEPUTY, HEAD = {"grade": Grade.DEPUTY}, {"grade": Grade.HEAD}


@pytest.mark.parametrize(
    ("gate", "title", "known", "said"),
    [
        ("rank", "KT-TP", {"rank": Rank.PRINCIPAL}, ["ngạch chuyên viên chính"]),
        ("rank", "KT-TP", {"rank": Rank.SENIOR}, ["ngạch chuyên viên cao cấp"]),
        ("rank", "KT-TP", {"rank": Rank.SPECIALIST}, []),
        ("rank", "KT-PTP", {"rank": Rank.PRINCIPAL}, []),
        (
            "state_management",
            "KT-TP",
            {"state_management": StateManagement.SPECIALIST},
            ["quản lý nhà nước ngạch chuyên viên"],
        ),
        ("state_management", "KT-TP", {"state_management": StateManagement.OFFICER}, []),
        ("state_management", "VP-TP", {"state_management": StateManagement.SENIOR}, []),
        (
            "planning",
            "KT-TP",
            {**DEPUTY, "planned": Grade.HEAD},
            ["có quy hoạch chức danh tương đương trở lên"],
        ),
        (
            "planning",
            "KT-TP",
            {**DEPUTY, "planned": Grade.CHIEF},
            ["có quy hoạch chức danh tương đương trở lên"],
        ),
        ("planning", "KT-TP", {**DEPUTY, "planned": Grade.DEPUTY}, []),
        ("planning", "KT-TP", {**HEAD, "planned": Grade.HEAD}, []),
        ("tenure", "KT-TP", {**DEPUTY, "tenure": 24}, ["đã giữ chức vụ hiện tại 24 tháng"]),
        ("tenure", "KT-TP", {**DEPUTY, "tenure": 23}, []),
        ("tenure", "KT-TP", {**HEAD, "tenure": 30}, []),
        ("tenure", "KT-PTP", {"tenure": 30}, []),
        ("education", "VP-TP", {"education": Education.MASTER}, ["trình độ thạc sĩ"]),
        ("education", "VP-TP", {"education": Education.UNIVERSITY}, ["trình độ đại học"]),
        ("education", "VP-TP", {"education": Education.COLLEGE}, []),
        ("theory", "KT-TP", {"theory": Theory.INTERMEDIATE}, ["lý luận chính trị trung cấp"]),
        ("theory", "KT-TP", {"theory": Theory.PRIMARY}, []),
        ("theory", "VP-TP", {"theory": Theory.INTERMEDIATE}, []),
        ("age_left", "KT-TP", {"months_left": 60}, ["còn đủ 60 tháng công tác"]),
        ("age_left", "KT-TP", {"months_left": 59}, []),
        ("age_left", "KT-TP", {**HEAD, "months_left": 70}, []),
        (
            "age_left",
            "KT-TP",
            {"months_left": 90, "post": post("KT-TP"), "grade": Grade.SPECIALIST},
            [],
        ),
        ("field_fit", "VP-TP", {}, ["chuyên ngành luật phù hợp"]),
        ("field_fit", "KT-TC", {}, []),
        ("council_deputy", "HDND-PCT", {"deputy_of": A}, ["là đại biểu HĐND của xã"]),
        ("council_deputy", "HDND-PCT", {}, []),
        ("council_deputy", "VP-TP", {"deputy_of": A}, []),
        ("party_member", "KT-TP", {}, ["đáp ứng yêu cầu về Đảng của chức danh"]),
        ("party_member", "VP-TP", {}, []),
        ("party_member", "KT-TP", {"party": False}, []),
    ],
)
def test_a_gate_names_what_is_met(
    gate: str, title: str, known: dict[str, Any], said: list[str]
) -> None:
    assert clauses(gate, person("X", **known), title) == said


def test_a_pin_that_is_kept_is_named_with_its_note() -> None:
    kept = clauses("pins", person("X"), "VP-TP", demands=(pin("X", post("VP-TP")),))
    assert kept == ["giữ cố định theo yêu cầu"]
    assert clauses("pins", person("X"), "VP-TP") == []


def test_each_norm_that_joins_titles_is_named() -> None:
    assert clauses("must_ride", person("X"), "UBND-CT", "DU-PBT") == [
        "Chủ tịch UBND đồng thời là Phó Bí thư Đảng ủy theo quy định",
        "Phó Bí thư Đảng ủy đồng thời là Chủ tịch UBND theo quy định",
    ]
    assert clauses("must_ride", person("X"), "DU-BT", "HDND-CT") == [
        "Chủ tịch HĐND đồng thời là Bí thư Đảng ủy theo quy định"
    ]
    assert clauses("must_ride", person("X"), "DU-BT") == []
