"""Who sits elsewhere between two plans, in words on the console."""

from collections.abc import Iterator

from planner.case import Case
from planner.check.finding_words import named
from planner.compare.moves import Move, cause_words, moves_between
from planner.plan import Plan
from planner.text.numbers import number
from ui.words.command_words import say


def change_lines(before: tuple[Case, Plan], after: tuple[Case, Plan], lang: str) -> Iterator[str]:
    """Who sits elsewhere than in the plan before, and because of what."""
    return move_lines(after[0], say("this_plan", lang), moves_between(*before, *after), lang)


def move_lines(case: Case, name: str, moves: tuple[Move, ...], lang: str) -> Iterator[str]:
    worse = sum((move.points or 0) > 0 for move in moves)
    better = sum((move.points or 0) < 0 for move in moves)
    told = {"n": number(len(moves)), "better": number(better), "worse": number(worse)}
    yield say("moves_to", lang, name=name, **told)
    for move in moves:
        before = ", ".join(named(case, code) for code in move.before) or "–"
        after = ", ".join(named(case, code) for code in move.after) or "–"
        points = f" ({move.points:+d} {say('points', lang)})" if move.points else ""
        yield f"  {named(case, move.cadre)}: {before} → {after}{points}"
        yield f"      {cause_words(case, move)}"
