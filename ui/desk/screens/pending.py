"""What a plan leaves open, to decide or to look into: the few things a leader asks about first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.case import Case
from planner.check import Report
from planner.check.finding_words import about, finding_text
from planner.figures.summary import UnitFigures
from planner.plan import Plan
from planner.plan.counts import vacant
from planner.rules import rules_of
from planner.rules.cover import Cover
from planner.text.numbers import number
from planner.why.reasons import sentence, why_vacant

SHOWN = 6
"""Of each kind that are told one by one."""


@dataclass(frozen=True, slots=True)
class Pending:
    """One point: in words with a sign, and what it rests on (may be empty)."""

    words: str
    ground: str = ""


def pending(
    case: Case, plan: Plan, report: Report, units: Sequence[UnitFigures]
) -> tuple[Pending, ...]:
    """Breaches, empty key posts, other empty seats by title, units without a cover, surplus."""
    return (
        *_breaches(case, report),
        *_empty(case, plan),
        *_uncovered(units),
        *_surplus(plan),
    )


def _breaches(case: Case, report: Report) -> Iterator[Pending]:
    for finding in report.breaches[:SHOWN]:
        words = f"⚠ {about(case, finding)}: {finding_text(case, finding)}"
        yield Pending(words, finding.norm.source)


def _empty(case: Case, plan: Plan) -> Iterator[Pending]:
    empty = vacant(case, plan)
    keys = sorted(row for row in empty if case.title_of(row[0]).key)
    for code, short in keys[:SHOWN]:
        unit = case.unit_of(code)
        words = f"★ {case.title_of(code).name}, {unit.full_name}: khuyết {short}"
        yield Pending(words, sentence(why_vacant(case, plan, code)))
    if len(keys) > SHOWN:
        yield Pending(f"★ và {len(keys) - SHOWN} chức danh chủ chốt khác còn khuyết")
    titles = Counter[str]()
    for code, short in sorted(empty):
        if not case.title_of(code).key:
            titles[case.title_of(code).name] += short
    for name, short in titles.most_common(SHOWN):
        yield Pending(f"◌ {name}: khuyết {number(short)} chỗ")


def _uncovered(units: Sequence[UnitFigures]) -> Iterator[Pending]:
    for cover in rules_of(Cover):
        bare = sum(not unit.able[cover.competence.code] for unit in units)
        if bare:
            yield Pending(f"▣ {bare} đơn vị chưa có {cover.people}")


def _surplus(plan: Plan) -> Iterator[Pending]:
    if plan.surplus:
        yield Pending(f"△ {number(len(plan.surplus))} người chưa có chỗ bố trí")
