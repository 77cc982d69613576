from dataclasses import replace
from typing import Any

from planner.case import Scenario
from planner.check import check
from planner.compare.side_by_side import (
    BANS,
    PINS,
    POINTS,
    ComparedRow,
    Side,
    assumptions,
    cost_rows,
    point_to_choose,
    rows,
    same_points,
)
from planner.figures.plan_report import PlanReport, plan_report
from planner.law.policy import ConcurrencyPolicy
from tests.builders import DAY, A, ban, case_of, person, pin, plan_of, post

CASE = case_of(person("X"))
PLAN = plan_of(CASE, X=post("VP-TP"))
REPORT = plan_report(CASE, PLAN, check(CASE, PLAN))


def report(cost: int = 100, **figures: Any) -> PlanReport:
    counted = replace(REPORT.figures, **figures)
    return replace(REPORT, cost=cost, figures=counted, by_rule={}, breaches=0)


def side(name: str, told: PlanReport, **more: Any) -> Side:
    return Side(name, told, more.pop("bound", None), **more)


def line(label: str, *sides: Side) -> ComparedRow:
    return next(row for row in rows(sides) if row.label == label)


def test_the_better_figure_is_marked_and_equal_ones_are_not() -> None:
    one, two = side("PA1", report(surplus=4, placed=9)), side("PA2", report(surplus=2, placed=9))
    assert line("Dôi dư", one, two) == ComparedRow("Lấp chỗ", "Dôi dư", ("4", "2"), (False, True))
    assert line("Bố trí", one, two).best == (False, False)


def test_the_present_state_is_shown_and_never_the_best() -> None:
    now = side("Hiện trạng", report(moved=0), present=True)
    one, two = side("PA1", report(moved=5)), side("PA2", report(moved=7))
    told = line("Số người chuyển", now, one, two)
    assert (told.values, told.best) == (("0", "5", "7"), (False, True, False))


def test_what_is_not_known_is_said_to_be_so() -> None:
    told = replace(report(), women_leaders=None, moved_km=1.25)
    assert line("Lãnh đạo là nữ", side("PA1", told)).values == ("–",)
    assert line("Quãng đường của người chuyển, bình quân", side("PA1", told)).values == ("1,2 km",)
    gap = "Còn có thể tốt hơn tối đa"
    known = side("PA2", report(200), bound=150)
    assert line(gap, side("PA1", told), known).values == ("không tính", "25,00 %")


def test_points_are_set_against_each_other_only_where_a_point_is_worth_the_same() -> None:
    pinned = {PINS: "1", BANS: "0", "Biên chế": "A"}
    one = side("PA1", report(100), assumed=pinned)
    more = side("PA2", report(90), assumed={**pinned, PINS: "2"})
    other = side("PA2", report(90), assumed={**pinned, "Biên chế": "B"})
    assert same_points([one, more]) and not same_points([one, other])
    assert line(POINTS, one, more).best == (False, True)
    assert line(POINTS, one, other).best == (False, False)
    first = rows([one, other])[0]
    assert (first.label, first.values) == ("Biên chế", ("A", "B"))


def test_points_rule_by_rule_stand_the_dearest_first_and_without_those_that_cost_nothing() -> None:
    one = side("PA1", replace(report(), by_rule={"surplus": 600, "vacancy": 40, "load": 0}))
    two = side("PA2", replace(report(), by_rule={"vacancy": 2_000}))
    found = [(row.values, row.best) for row in cost_rows([one, two])]
    assert found == [
        (("40", "2.000"), (True, False)),
        (("600", "0"), (False, True)),
    ]


def test_what_a_plan_was_drafted_under_is_said_in_words() -> None:
    scenario = Scenario("PA1", DAY, demands=(pin("X", A), ban("Y", A), ban("Z", A)))
    told = assumptions(replace(scenario, concurrency=ConcurrencyPolicy.FREE), "Theo dân số", (), 4)
    assert told == {
        "Tính đến ngày": "22/11/2026",
        "Biên chế": "Theo dân số",
        "Chính sách kiêm nhiệm": "Được kiêm là kiêm",
        PINS: "1",
        BANS: "2",
        "Căn cứ số của đơn vị": "4",
    }


def test_the_point_to_choose_weighs_what_is_won_against_what_is_given_up() -> None:
    one = side("PA1", report(vacant=3, moved=10))
    two = side("PA2", report(vacant=1, moved=14))
    assert point_to_choose(one, two) == (
        "So với PA1, PA2 bớt 2 chỗ khuyết; đổi lại thêm 4 người phải chuyển."
    )
    assert point_to_choose(one, side("PA3", report(vacant=3, moved=10))) == (
        "PA3 và PA1 như nhau ở mọi chỉ tiêu chính."
    )
    assert point_to_choose(one, side("PA4", report(vacant=3, moved=12))) == (
        "So với PA1, PA4 thêm 2 người phải chuyển."
    )
