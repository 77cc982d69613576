"""The engine in its own process: a pickled case on stdin, JSON lines of progress on stdout.

`python -m solver.worker`. The parent keeps the last plan it was told of, so stopping, the ceiling,
a crash or a kill lose nothing: it just ends this process. When the parent goes (stdin closes), this
process ends too.
"""

import json
import os
import pickle
import struct
import sys
import threading
from typing import Any

from planner.case import Case
from planner.certificate import Certificate, Dual
from planner.plan import Placement, Plan
from solver.progress import Draft, Limits, Outcome, Progress

HEADER = struct.Struct(">Q")


def pack(case: Case, limits: Limits) -> bytes:
    """The job as the worker reads it: its length, then the pickle."""
    job = pickle.dumps((case, limits), protocol=pickle.HIGHEST_PROTOCOL)
    return HEADER.pack(len(job)) + job


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


def _line(progress: Progress) -> dict[str, Any]:
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
    return Progress(told["seconds"], told["stage"], told["cost"], told["bound"], plan, proof)


def _last_line(draft: Draft) -> dict[str, Any]:
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


def _read(number: int) -> bytes:
    """Exactly `number` bytes of stdin, unbuffered: a thread will wait on it to the very end."""
    parts = bytearray()
    while len(parts) < number:
        part = os.read(0, min(1 << 20, number - len(parts)))
        if not part:
            raise EOFError("the job was cut short")
        parts += part
    return bytes(parts)


def _leave_with_parent() -> None:
    os.read(0, 1)
    os._exit(3)


def main() -> None:
    (length,) = HEADER.unpack(_read(HEADER.size))
    case, limits = pickle.loads(_read(length))
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    out = sys.stdout

    def tell(line: dict[str, Any]) -> None:
        out.write(json.dumps(line) + "\n")
        out.flush()

    from solver.draft import draft

    finished = draft(case, limits, lambda progress: tell(_line(progress)))
    tell({"draft": _last_line(finished)})
    os._exit(0)


if __name__ == "__main__":
    main()
