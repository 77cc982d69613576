from datetime import date

from planner.roster.levels import Rank
from planner.rules.deputies.rank import RULE
from tests.builders import case_of, person


def said(rank: Rank, title: str, day: date = date(2025, 12, 31)) -> list[tuple[bool, str]]:
    cadre = person("X", rank=rank)
    case = case_of(cadre, day=day)
    bundle = next(b for b in case.organisation.bundles if b.codes == (title,))
    return [(v.refused, v.condition) for v in RULE.judge(case, cadre, bundle)]


def test_a_head_below_the_rank_is_placed_on_condition() -> None:
    wanted = "được xếp ngạch chuyên viên chính khi bổ nhiệm"
    assert said(Rank.SPECIALIST, "KT-TP") == [(False, wanted)]
    assert said(Rank.PRINCIPAL, "KT-TP") == []


def test_deputies_and_party_heads_are_no_concern() -> None:
    assert said(Rank.SPECIALIST, "KT-PTP") == said(Rank.SPECIALIST, "BXD-TB") == []


def test_the_day_before_decree_361_nothing_was_asked() -> None:
    assert said(Rank.SPECIALIST, "KT-TP", date(2025, 12, 30)) == []
