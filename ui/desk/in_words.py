"""What a draft and a check say in words: counts, gap, failures."""

from planner.figures.distance_to_best import distance_to_best
from planner.figures.summary import Figures
from planner.plan.gap import relative_gap
from planner.text.numbers import number, percent
from solver.process.session import Failure
from ui.desk.drafted import Drafted
from ui.words.command_words import say

COUNTS = {
    "placed": "placed",
    "vacant": "vacant",
    "vacant_key": "vacant_key",
    "surplus": "surplus",
    "moved": "moved",
    "concurrent_holders": "concurrent",
}
"""Key for scripts, and of the word for people → field of the figures."""


def counts_as_json(counts: Figures) -> dict[str, int]:
    return {key: getattr(counts, field) for key, field in COUNTS.items()}


def human_figures(counts: Figures) -> list[tuple[str, str]]:
    return [(say(key), number(value)) for key, value in counts_as_json(counts).items()]


def failure_words(failure: Failure, lang: str = "vi") -> str:
    """What became of a worker that ended before its time, and what is left."""
    return say(f"failed_{failure.kind.value}", lang, detail=failure.detail)


def gap_lines(drafted: Drafted, lang: str = "vi") -> list[tuple[str, str]]:
    """(label, value) lines: how far from the best, relative and absolute, and what that means."""
    draft, report = drafted.draft, drafted.report
    lines = [(say("gap", lang), gap_words(draft.cost, draft.bound, lang))]
    if report is None or draft.bound is None:
        return lines
    far = distance_to_best(drafted.case, drafted.plan, report, draft.bound)
    if far.moves is not None:
        lines.append((say("gap_moves", lang), number(round(far.moves, 1))))
    lines.append((say("gap_avoidable", lang), percent(far.avoidable)))
    return lines


def gap_words(cost: int | None, bound: int | None, lang: str = "vi") -> str:
    """Relative and absolute: "0,02 % (264 điểm)"; "–" when there is no bound."""
    gap = relative_gap(cost, bound)
    if gap is None or cost is None or bound is None:
        return "–"
    return f"{percent(gap)} ({number(cost - bound)} {say('points', lang)})"
