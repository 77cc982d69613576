from dataclasses import replace

from planner.case import Case
from planner.check import check
from planner.figures.summary import unit_figures
from planner.plan import Plan
from planner.plan.counts import vacant
from ui.desk.screens.pending import SHOWN, Pending, pending


def told(case: Case, plan: Plan) -> tuple[Pending, ...]:
    return pending(case, plan, check(case, plan), unit_figures(case, plan))


def test_a_lawful_plan_says_what_is_empty_and_who_waits(
    merger_case: Case, merger_plan: Plan
) -> None:
    found = told(merger_case, merger_plan)
    assert not any(point.words.startswith("⚠") for point in found)
    titles = {merger_case.title_of(code).name for code, _ in vacant(merger_case, merger_plan)}
    empty = [point.words for point in found if point.words[0] in "★◌"]
    assert len(empty) == len(titles) and all(any(t in words for t in titles) for words in empty)
    waiting = [point.words for point in found if "chưa có chỗ bố trí" in point.words]
    assert waiting == [f"△ {len(merger_plan.surplus)} người chưa có chỗ bố trí"]


def test_key_posts_come_one_by_one_with_the_reason_and_the_rest_as_a_count(
    merger_case: Case, merger_plan: Plan
) -> None:
    kept = [p for p in merger_plan.placements if not merger_case.title_of(p.main).key]
    emptied = Plan.of(
        kept,
        (cadre.code for cadre in merger_case.cadres if cadre.code not in {p.cadre for p in kept}),
    )
    keys = [row for row in vacant(merger_case, emptied) if merger_case.title_of(row[0]).key]
    found = told(merger_case, emptied)
    one_by_one = [point for point in found if point.words.startswith("★") and point.ground]
    assert len(keys) > SHOWN and len(one_by_one) == SHOWN
    assert Pending(f"★ và {len(keys) - SHOWN} chức danh chủ chốt khác còn khuyết") in found


def test_breaches_come_first_with_their_source(merger_case: Case, merger_plan: Plan) -> None:
    one, two, *rest = merger_plan.placements
    both = replace(one, concurrent=(two.main,))
    broken = Plan.of([both, *rest], [*merger_plan.surplus, two.cadre])
    first = told(merger_case, broken)[0]
    assert first.words.startswith("⚠") and first.ground
