from dataclasses import replace

import pytest

from planner.case import Scenario, Transfer, Waiver
from planner.check.fitting import case_under, fitted
from planner.roster.levels import Block
from tests.builders import DAY, A, ban, case_of, law, person, pin, roster_of

ROSTER = roster_of(person("X"))
LAW = law()
STANDARD = next(norm.id for norm in case_of(person("X")).norms.of("theory"))
MISFITS = [
    ({"demands": (pin("Z", A),)}, "giữ Z · 00004", "không có cán bộ mã Z"),
    ({"demands": (ban("X", "9"),)}, "không bố trí X · 9", "không có đơn vị hay chức danh mã 9"),
    ({"waivers": (Waiver(STANDARD, "Z"),)}, f"miễn {STANDARD} cho Z", "không có cán bộ mã Z"),
    ({"waivers": (Waiver("NO", "X"),)}, "miễn NO cho X", "không có căn cứ số NO"),
    ({"waivers": (Waiver("P-KEEP-KM", "X"),)}, "miễn P-KEEP-KM cho X", "không miễn được"),
    (
        {
            "transfers": (
                Transfer(
                    commune="9", source=Block.PARTY, target=Block.FRONT, number=1, body="Thành ủy"
                ),
            )
        },
        "chuyển biên chế ở đơn vị mã 9",
        "không có trong danh sách",
    ),
    ({"forces": {"NO": "off"}}, "mức độ của NO", "không có căn cứ số NO vào ngày 22/11/2026"),
    ({"prices": {"NO": 1}}, "mức độ của NO", "không có căn cứ số NO"),
    ({"forces": {"P-KEEP-KM": "must"}}, "mức độ của P-KEEP-KM", "là tiêu chí ưu tiên"),
    ({"prices": {"S-HDND-VC1": 5}}, "mức độ của S-HDND-VC1", "là khung"),
    ({"only": ("no_rule",)}, "chỉ xét quy tắc no_rule", "không có quy tắc no_rule"),
    ({"quota": "nope"}, "bộ biên chế nope", "nope"),
]


@pytest.mark.parametrize(("said", "left_out", "refusal"), MISFITS)
def test_what_cannot_hold_is_refused_and_let_go_by_one_judgement(
    said: dict[str, object], left_out: str, refusal: str
) -> None:
    plain = Scenario("S", DAY, demands=(pin("X", A),))
    kept = plain.demands if "demands" in said else ()
    more = {**said, **({"demands": (*kept, *said["demands"])} if kept else {})}  # type: ignore[misc]
    scenario = replace(plain, **more)  # type: ignore[arg-type]
    with pytest.raises((KeyError, ValueError), match=refusal):
        case_under(LAW, ROSTER, scenario)
    assert fitted(LAW, ROSTER, scenario) == (plain, (left_out,))


def test_a_scenario_that_holds_stays_as_it_is() -> None:
    scenario = Scenario("S", DAY, demands=(pin("X", A),), waivers=(Waiver(STANDARD, "X"),))
    assert fitted(LAW, ROSTER, scenario) == (scenario, ())


def test_a_pin_of_the_roster_on_a_post_of_another_day_is_refused() -> None:
    roster = replace(ROSTER, demands=(pin("X", f"{A}/NO"),))
    with pytest.raises(ValueError, match="không có chức danh 00004/NO vào ngày 22/11/2026"):
        case_under(LAW, roster, Scenario("S", DAY))
