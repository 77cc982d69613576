"""An honest no: what clashes, and what would end it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner.case import Case
from planner.why.way_out import WayOut
from solver.proof.diagnosis import Diagnosis, Found
from solver.proof.feasible import Possibility
from ui.commands.console import DONE, FAULT, NO_ANSWER
from ui.words.command_words import say

OUTCOMES = {
    Possibility.POSSIBLE: "possible",
    Possibility.IMPOSSIBLE: "impossible",
    Possibility.UNKNOWN: "no_answer_yet",
}
CODES = {
    Possibility.POSSIBLE: DONE,
    Possibility.IMPOSSIBLE: FAULT,
    Possibility.UNKNOWN: NO_ANSWER,
}
"""Verdict → exit code."""


@dataclass(frozen=True)
class Diagnosed:
    case: Case
    found: Diagnosis

    @property
    def outcome(self) -> str:
        return OUTCOMES[self.found.verdict]

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "clashes": [self._clash(one) for one in self.found.found],
            "together": [self._way(way) for way in self.found.together],
            "confirmed": self.found.confirmed,
            "more": self.found.more,
        }

    def _clash(self, one: Found) -> dict[str, Any]:
        return {
            "text": one.clash.text,
            "demands": [[d.cadre, d.target, d.pin] for d in one.clash.demands],
            "musts": [[norm, *about, least] for norm, about, least in one.clash.bounds],
            "people": list(one.clash.people),
            "reduced": one.clash.reduced,
            "proven_by_sums": bool(one.duals),
            "ways": [self._way(way) for way in one.ways],
        }

    def _way(self, way: WayOut) -> dict[str, Any]:
        return {
            "kind": way.effort.name.lower(),
            "text": way.words(self.case),
            "price": way.price,
            "amount": way.amount,
            "demand": [way.demand.cadre, way.demand.target, way.demand.pin] if way.demand else None,
            "norm": way.norm or None,
            "block": way.block.name if way.block else None,
            "people": list(way.people),
        }


def diagnosis_lines(diagnosed: Diagnosed, lang: str) -> Iterator[str]:
    case, found = diagnosed.case, diagnosed.found
    yield say(diagnosed.outcome, lang)
    for number, one in enumerate(found.found, 1):
        yield f"{number}. {one.clash.text}"
        for way in one.ways:
            yield f"     – {way.words(case)}"
        if not one.ways:
            yield f"     {say('no_way', lang)}"
    if found.more:
        yield say("more_clashes", lang)
    if found.together:
        yield say("together" if found.confirmed else "together_unsure", lang)
        for way in found.together:
            yield f"  • {way.words(case)}"
