"""What a draft says in words: counts, gap, failures."""

from collections.abc import Sequence

from planner.figures.distance_to_best import Distance
from planner.figures.summary import Figures
from planner.plan.gap import relative_gap
from planner.text.numbers import number, percent
from solver.process.session import Failure
from solver.progress import Draft
from ui.desk.for_scripts import counts_as_json
from ui.words.command_words import say


def figure_lines(counts: Figures, lang: str = "vi") -> list[tuple[str, str]]:
    """(label, value) lines of a plan's counts."""
    return [(say(key, lang), number(value)) for key, value in counts_as_json(counts).items()]


def beside_unbound(words: str, unbound: int, lang: str = "vi") -> str:
    """Praise of a plan, never without the titles on which no rule has a say."""
    return words + (say("unbound", lang, n=number(unbound)) if unbound else "")


def unbound_lines(titles: Sequence[str], lang: str = "vi") -> list[tuple[str, str]]:
    """(label, value): the titles that no rule knows; none when all are known."""
    return [(say("unbound_titles", lang), "; ".join(titles))] if titles else []


def lawful_mark(breaches: int, unbound: int, praise: str = "✓ Đúng quy định") -> tuple[str, str]:
    """How a plan stands to the law: the kind of the mark (ok, warn, bad) and its words."""
    if breaches:
        return "bad", f"⚠ {breaches} vi phạm quy định"
    return "warn" if unbound else "ok", beside_unbound(praise, unbound)


def failure_words(failure: Failure, lang: str = "vi") -> str:
    """What became of a worker that ended before its time, and what is left."""
    return say(f"failed_{failure.kind.value}", lang, detail=failure.detail)


def gap_lines(draft: Draft, far: Distance | None, lang: str = "vi") -> list[tuple[str, str]]:
    """(label, value) lines: how far from the best, relative and absolute, and what that means."""
    lines = [(say("gap", lang), gap_words(draft.cost, draft.bound, lang))]
    if far is None:
        return lines
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
