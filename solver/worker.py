"""The engine in its own process: pickled jobs on stdin, JSON lines of progress on stdout.

`python -m solver.worker`. The parent keeps the last plan it was told of, so stopping, the ceiling,
a crash or a kill lose nothing: it just ends this process. When the parent goes (stdin closes), this
process ends too. A worker that was asked to stay answers changes: first at once, then at its best;
a newer change ends the search for an older one.
"""

import json
import os
import pickle
import queue
import struct
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from planner.certificate import Certificate, Dual
from planner.plan import Placement, Plan
from solver.progress import Draft, Limits, Outcome, Progress

if TYPE_CHECKING:
    from solver.kept import Kept

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


class Jobs:
    """Jobs as they come in, read by a thread of their own that also ends the process with the
    parent."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            while True:
                (length,) = HEADER.unpack(_read(HEADER.size))
                self._waiting.put(pickle.loads(_read(length)))
        except EOFError:
            os._exit(3)

    def next(self) -> Any:
        """The newest job; those that came before it and were not begun are dropped."""
        job = self._waiting.get()
        while not self._waiting.empty():
            job = self._waiting.get()
        return job

    def more(self) -> bool:
        return not self._waiting.empty()


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    jobs = Jobs()
    case, limits, stay = jobs.next()

    from solver.draft import Search

    def report(progress: Progress) -> None:
        _tell(_line(progress))

    search = Search(case, limits, report)
    finished = search.run()
    _tell({"draft": _last_line(finished)})
    kept = search.kept() if stay else None
    del search
    if kept is None:
        os._exit(0)
    _tell({"warm": True})
    _answer_changes(jobs, kept, limits, report)


def _answer_changes(
    jobs: Jobs, kept: "Kept", limits: Limits, report: Callable[[Progress], None]
) -> None:
    """Changes are told against the first case, whatever was drafted in between."""
    origin = kept.case
    from solver.draft import Search
    from solver.what_if import first_answer

    while True:
        number, change = jobs.next()
        case = change.applied(origin)
        first = first_answer(kept, case)
        plan = plan_as_lists(first.plan) if first.plan else None
        _tell({"first": {"plan": plan, "cost": first.cost, "change": number}})
        search = Search(case, limits, report, kept, jobs.more)
        finished = search.run()
        if jobs.more():
            continue
        _tell({"draft": _last_line(finished), "change": number})
        kept = search.kept() or kept
        del search
        _tell({"warm": True})


if __name__ == "__main__":
    main()
