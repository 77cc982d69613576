"""Plans side by side, for both faces: figures of each, and who sits elsewhere than in the first."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from data.excel.faults import BadWorkbook
from planner.case import Case, Scenario
from planner.check.finding_words import named
from planner.compare.moves import Move, cause_words, moves_between
from planner.figures.plan_report import plan_report
from planner.plan import Plan
from planner.roster import Roster
from planner.text.numbers import number
from ui.desk.drafted import Checked
from ui.desk.for_scripts import checked_as_json, plan_report_as_json
from ui.desk.story import check_files
from ui.words.command_words import say

FIGURES = ("placed", "vacant", "vacant_key", "surplus", "moved", "concurrent_holders", "cost")


@dataclass(frozen=True)
class Compared:
    """`names` and `checked` go together; `moves[n]` leads from the first plan to plan n + 1."""

    names: tuple[str, ...]
    checked: tuple[Checked, ...]
    moves: tuple[tuple[Move, ...], ...]

    def as_json(self) -> dict[str, Any]:
        plans = [
            {"name": name, **checked_as_json(checked), "report": _report(checked)}
            for name, checked in zip(self.names, self.checked, strict=True)
        ]
        rows = [
            {
                "plan": self.names[place + 1],
                "people": [
                    {
                        "cadre": move.cadre,
                        "before": list(move.before),
                        "after": list(move.after),
                        "cause": move.cause,
                        "because": move.because,
                        "points": move.points,
                    }
                    for move in moves
                ],
            }
            for place, moves in enumerate(self.moves)
        ]
        return {"outcome": "compared", "plans": plans, "moves": rows}


def _report(checked: Checked) -> dict[str, Any]:
    return plan_report_as_json(plan_report(checked.case, checked.plan, checked.report))


def compare_files(
    roster: Roster,
    paths: tuple[Path, ...],
    as_of: date | None,
    norms: Path | None,
    present: bool = False,
) -> Compared | BadWorkbook:
    """Every plan checked against `roster`, under its own scenario or, with `as_of`, that day's law;
    with `present` the present state comes first."""
    names, found = [], []
    if present:
        first = check_files(roster, None, as_of, norms)
        assert isinstance(first, Checked)
        names, found = [say("present")], [first]
    for path in paths:
        checked = check_files(roster, path, as_of, norms)
        if isinstance(checked, BadWorkbook):
            return checked
        names.append(path.stem)
        found.append(checked)
    one = found[0]
    moves = tuple(moves_between(one.case, one.plan, two.case, two.plan) for two in found[1:])
    return Compared(tuple(names), tuple(found), moves)


@dataclass(frozen=True)
class Before:
    """The plan that a new draft keeps to."""

    checked: Checked
    lang: str = "vi"

    def scenario(self, day: date | None) -> Scenario:
        """The plan's own assumptions, on `day` when given."""
        own = self.checked.case.scenario
        return replace(own, as_of=day) if day else own

    def kept_in(self, scenario: Scenario) -> Scenario:
        """`scenario` with everybody's posts in the plan as what to keep to."""
        kept = {row.cadre: " ".join(row.posts) for row in self.checked.plan.placements}
        return replace(scenario, kept=kept)

    def change_lines(self, case: Case, plan: Plan) -> Iterator[str]:
        """Who sits elsewhere than in the plan before, and because of what."""
        moves = moves_between(self.checked.case, self.checked.plan, case, plan)
        yield from _move_lines(case, say("this_plan", self.lang), moves, self.lang)


def _move_lines(case: Case, name: str, moves: tuple[Move, ...], lang: str) -> Iterator[str]:
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


def compared_lines(compared: Compared, lang: str = "vi") -> Iterator[str]:
    """The same for people: a table of figures, cost rule by rule, then who sits elsewhere."""
    told = [checked_as_json(checked) for checked in compared.checked]
    width = max(14, *(len(name) + 2 for name in compared.names))

    def line(label: str, values: list[str]) -> str:
        return f"{label:<34}" + "".join(f"{value:>{width}}" for value in values)

    yield line("", list(compared.names))
    lawful = [say("yes" if c.report.lawful else "no", lang) for c in compared.checked]
    yield line(say("is_lawful", lang), lawful)
    for key in FIGURES:
        yield line(say(key, lang), [number(one[key]) for one in told])
    bounds = [number(one["bound"]) if one["bound"] is not None else "–" for one in told]
    yield line(say("bound", lang), bounds)
    for code in sorted({code for one in told for code in one["by_rule"]}):
        costs = [one["by_rule"].get(code, {}).get("cost", 0) for one in told]
        if any(costs):
            yield line(f"  {code}", [number(cost) for cost in costs])
    for place, moves in enumerate(compared.moves):
        yield ""
        new = compared.checked[place + 1].case
        yield from _move_lines(new, compared.names[place + 1], moves, lang)
