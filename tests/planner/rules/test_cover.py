"""A cover is one file: nobody has to name it for it to be seen in what people read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.case import Case
from planner.check import check
from planner.check.finding_words import finding_text
from planner.compare.side_by_side import Side, point_to_choose, rows
from planner.figures.orgchart import office_cards
from planner.figures.plan_report import plan_report
from planner.figures.summary import unit_figures
from planner.plan import Plan
from planner.rules import all_rules, skills
from planner.rules.wish_levels import wishes
from planner.skills.requirements import Standing, competence_name, requirements
from planner.skills.risks import Risk, risks
from tests.builders import A, B, case_of, person, plan_of, post

FIRE_COVER = '''"""Every commune keeps somebody who has studied fire fighting."""

from dataclasses import replace

from planner.law.figure import Unit, number
from planner.law.norm import Norm
from planner.roster import Cadre
from planner.rules.competence import Competence
from planner.rules.cover import Cover


class FireCover(Cover):
    code = "fire_cover"
    title = "Mỗi xã có người chữa cháy"
    competence = Competence("fire", "Phòng cháy, chữa cháy", "PCCC")
    figures = {"minimum": number(Unit.PEOPLE)}

    def capable(self, cadre: Cadre, norm: Norm) -> bool:
        return "phòng cháy" in cadre.fields

    def trained(self, cadre: Cadre, norm: Norm) -> Cadre:
        return replace(cadre, fields=cadre.fields | {"phòng cháy"})


RULE = FireCover()
'''
NORM = """[[norm]]
id = "T-PCCC"
title = "Một người chữa cháy mỗi xã"
used_by = "fire_cover"
force = "wish"
price = 700
values = { minimum = "1 người" }
source = "kiểm thử"
confidence = "C-loc"
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """Two wards under the law and one cover more; X can do it, Y cannot."""
    (tmp_path / "fire_cover.py").write_text(FIRE_COVER, encoding="utf-8")
    monkeypatch.setattr(skills, "__path__", [*skills.__path__, str(tmp_path)])
    all_rules.cache_clear()
    able = person("X", fields=frozenset({"luật", "phòng cháy"}))
    yield case_of(able, person("Y"), norms=NORM)
    all_rules.cache_clear()
    sys.modules.pop("planner.rules.skills.fire_cover")


@pytest.fixture
def plan(case: Case) -> Plan:
    return plan_of(case, X=post("VP-TP"), Y=post("VP-TP", B))


def test_skills_ask_for_it_and_see_whom_it_hangs_on(case: Case, plan: Plan) -> None:
    asked = requirements(case, plan)
    fire = {r.commune: r for r in asked if r.competence == "fire"}
    assert {unit: row.standing for unit, row in fire.items()} == {
        A: Standing.MET,
        B: Standing.SHORT,
    }
    assert fire[B].needed == "người làm được PCCC" and fire[B].weight == 700
    assert competence_name("fire") == "Phòng cháy, chữa cháy"
    assert Risk(commune=A, competence="fire", cadre="X", months=240, weight=700) in risks(
        case, plan, asked
    )


def test_figures_and_charts_mark_who_can_do_it(case: Case, plan: Plan) -> None:
    assert [unit.able["fire"] for unit in unit_figures(case, plan)] == [1, 0]
    marks = {
        seat.cadre: [competence.short for competence in seat.able]
        for card in office_cards(case, plan, 0)
        for seat in card.seats
        if seat.cadre
    }
    assert marks == {"X": ["PCCC"]}


def test_a_report_counts_the_units_without_it_and_plans_are_compared_by_it(
    case: Case, plan: Plan
) -> None:
    nobody = plan_of(case, Y=post("VP-TP", B))
    one, two = (
        Side(name, plan_report(case, made, check(case, made)), None)
        for name, made in (("PA1", nobody), ("PA2", plan))
    )
    assert (one.report.uncovered, two.report.uncovered) == ({"fire": 2}, {"fire": 1})
    (row,) = (row for row in rows([one, two]) if row.label == "Đơn vị chưa có người làm được PCCC")
    assert (row.values, row.best) == (("2", "1"), (False, True))
    assert "bớt 1 đơn vị không có người làm được PCCC" in point_to_choose(one, two)


def test_it_is_a_wish_that_can_be_weighed_and_a_finding_that_is_explained(
    case: Case, plan: Plan
) -> None:
    names = {wish.rule: wish.name for wish in wishes(case.norms, case.scenario)}
    assert names["fire_cover"] == "Mỗi xã có người chữa cháy"
    (found,) = (f for f in check(case, plan).findings if f.rule == "fire_cover")
    assert (found.about, found.amount, found.cost) == ((B,), 1, 700)
    assert finding_text(case, found) == "thiếu 1 người làm được PCCC"
