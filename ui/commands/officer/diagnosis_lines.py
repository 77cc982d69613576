"""An honest no, for both faces: what clashes, and what would end it."""

from collections.abc import Iterator
from typing import Any

from planner.case import Case
from planner.why.way_out import WayOut
from solver.proof.diagnosis import Diagnosis
from solver.proof.feasible import Possibility
from ui.words.command_words import say


def _way(case: Case, way: WayOut) -> dict[str, Any]:
    return {
        "kind": way.effort.name.lower(),
        "text": way.words(case),
        "price": way.price,
        "amount": way.amount,
        "demand": [way.demand.cadre, way.demand.target, way.demand.pin] if way.demand else None,
        "norm": way.norm or None,
        "block": way.block.name if way.block else None,
        "people": list(way.people),
    }


def diagnosis_as_json(case: Case, found: Diagnosis) -> dict[str, Any]:
    return {
        "outcome": outcome_of(found),
        "clashes": [
            {
                "text": one.clash.text,
                "demands": [[d.cadre, d.target, d.pin] for d in one.clash.demands],
                "musts": [[norm, *about, least] for norm, about, least in one.clash.bounds],
                "people": list(one.clash.people),
                "reduced": one.clash.reduced,
                "proven_by_sums": bool(one.duals),
                "ways": [_way(case, way) for way in one.ways],
            }
            for one in found.found
        ],
        "together": [_way(case, way) for way in found.together],
        "confirmed": found.confirmed,
        "more": found.more,
    }


def outcome_of(found: Diagnosis) -> str:
    return {
        Possibility.POSSIBLE: "possible",
        Possibility.IMPOSSIBLE: "impossible",
        Possibility.UNKNOWN: "no_answer_yet",
    }[found.verdict]


def diagnosis_lines(case: Case, found: Diagnosis, lang: str = "vi") -> Iterator[str]:
    yield say(outcome_of(found), lang)
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
