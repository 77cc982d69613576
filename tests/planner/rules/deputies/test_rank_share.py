from datetime import date

from planner.roster.levels import Rank
from planner.rules.deputies.rank_share import RULE
from tests.builders import A, case_of, person, plan_of, post

HIGH, LOW = Rank.PRINCIPAL, Rank.SPECIALIST


def found(*ranks: Rank, day: date = date(2025, 12, 31)) -> list[tuple[tuple[str, ...], int]]:
    titles = ["KT-PTP", "VX-PTP", "VP-PCVP", "KT-PTP"]
    case = case_of(*(person(f"P{n}", rank=rank) for n, rank in enumerate(ranks)), day=day)
    held = {f"P{n}": post(titles[n]) for n in range(len(ranks))}
    return [(f.about, f.amount) for f in RULE.check(case, plan_of(case, **held))]


def test_half_the_deputies_of_a_commune_may_be_principal() -> None:
    assert found(HIGH, LOW) == found(HIGH, HIGH, LOW, LOW) == []


def test_more_than_half_pass_by_the_exact_ratio() -> None:
    assert found(HIGH) == [((A,), 1)]
    assert found(HIGH, HIGH, LOW) == [((A,), 1)]
    assert found(HIGH, HIGH) == [((A,), 2)]


def test_the_day_before_decree_361_there_was_no_share() -> None:
    assert found(HIGH, HIGH, day=date(2025, 12, 30)) == []
