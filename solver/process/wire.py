"""What passes between the engine in its process and its handle: packed jobs, lines of progress."""

import pickle
import struct
from typing import Any

from planner.check.certificate import Certificate, Dual
from planner.plan import Placement, Plan
from solver.progress import Draft, Outcome, Progress

HEADER = struct.Struct(">Q")


def pack(job: object) -> bytes:
    """A job as the worker reads it: its length, then the pickle. The first is (case, limits,
    whether to stay), the later ones are (number, `Change`)."""
    pickled = pickle.dumps(job, protocol=pickle.HIGHEST_PROTOCOL)
    return HEADER.pack(len(pickled)) + pickled


def plan_as_lists(plan: Plan) -> dict[str, Any]:
    rows = [[row.cadre, row.main, *row.concurrent] for row in plan.placements]
    return {"placements": rows, "surplus": list(plan.surplus)}


def plan_from_lists(told: dict[str, Any]) -> Plan:
    rows = (Placement(row[0], row[1], tuple(row[2:])) for row in told["placements"])
    return Plan.of(rows, told["surplus"])


def certificate_as_lists(certificate: Certificate) -> dict[str, Any]:
    rows = [[dual.norm, list(dual.about), dual.least, dual.points] for dual in certificate.duals]
    return {"bound": certificate.bound, "duals": rows}


def certificate_from_lists(told: dict[str, Any]) -> Certificate:
    duals = (Dual(row[0], tuple(row[1]), bool(row[2]), int(row[3])) for row in told["duals"])
    return Certificate(told["bound"], tuple(duals))


def progress_line(progress: Progress) -> dict[str, Any]:
    return {
        "seconds": progress.seconds,
        "stage": progress.stage,
        "cost": progress.cost,
        "bound": progress.bound,
        "plan": plan_as_lists(progress.plan) if progress.plan else None,
        "certificate": _proof(progress.certificate),
    }


def progress_of(told: dict[str, Any]) -> Progress:
    plan = plan_from_lists(told["plan"]) if told["plan"] else None
    proof = certificate_from_lists(told["certificate"]) if told.get("certificate") else None
    return Progress(
        told["seconds"],
        told["stage"],
        cost=told["cost"],
        bound=told["bound"],
        plan=plan,
        certificate=proof,
    )


def last_line(draft: Draft) -> dict[str, Any]:
    return {
        "outcome": draft.outcome.value,
        "seconds": draft.seconds,
        "cost": draft.cost,
        "bound": draft.bound,
        "cut_by_clock": draft.cut_by_clock,
        "within_gap": draft.within_gap,
        "rounds": draft.rounds,
        "plan": plan_as_lists(draft.plan) if draft.plan else None,
        "certificate": _proof(draft.certificate),
    }


def _proof(certificate: Certificate | None) -> dict[str, Any] | None:
    return certificate_as_lists(certificate) if certificate else None


def draft_of(told: dict[str, Any]) -> Draft:
    plan = plan_from_lists(told["plan"]) if told["plan"] else None
    proof = certificate_from_lists(told["certificate"]) if told.get("certificate") else None
    outcome = Outcome(told["outcome"])
    return Draft(**{**told, "outcome": outcome, "plan": plan, "certificate": proof})
