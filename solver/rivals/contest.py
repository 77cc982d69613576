"""One contender on one case in its own process: `python -m solver.rivals.contest NAME SECONDS`.

A pickled case on stdin; JSON lines on stdout: every better plan with its time, then time,
cost, bound and the most memory the process held (bytes). The parent ends it when the clock is up.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Any

from planner.case import Case

GRACE = 20.0
"""Seconds beyond the clock after which a contender is ended."""
NAMES = ("ours", "greedy", "mip", "cp_sat", "flow")


@dataclass(frozen=True, kw_only=True)
class Result:
    """`trace`: (seconds, cost) of every better plan; `peak` bytes; `finished` False when it was
    ended or gave nothing."""

    name: str
    seconds: float
    cost: int | None
    bound: int | None
    proven: bool
    peak: int
    trace: tuple[tuple[float, int], ...]
    finished: bool = True


def contend(name: str, case: Case, seconds: float) -> Result:
    """Runs one contender on `case` for `seconds` at most."""
    command = [sys.executable, "-P", "-m", "solver.rivals.contest", name, str(seconds)]
    started = monotonic()
    job = pickle.dumps(case, protocol=pickle.HIGHEST_PROTOCOL)
    nothing = Result(
        name=name,
        seconds=seconds,
        cost=None,
        bound=None,
        proven=False,
        peak=0,
        trace=(),
        finished=False,
    )
    try:
        done = subprocess.run(
            command, input=job, capture_output=True, timeout=seconds + GRACE, check=False
        )
    except subprocess.TimeoutExpired as late:
        return _from_lines(name, late.stdout or b"", seconds) or nothing
    found = _from_lines(name, done.stdout, monotonic() - started)
    return found or nothing


def _from_lines(name: str, out: bytes, seconds: float) -> Result | None:
    trace, last = [], None
    for line in out.splitlines():
        told = json.loads(line)
        if "plan" in told:
            trace.append((float(told["seconds"]), int(told["plan"])))
        else:
            last = told
    if last is None:
        if not trace:
            return None
        return Result(
            name=name,
            seconds=seconds,
            cost=trace[-1][1],
            bound=None,
            proven=False,
            peak=0,
            trace=tuple(trace),
            finished=False,
        )
    return Result(
        name=name,
        seconds=last["seconds"],
        cost=last["cost"],
        bound=last["bound"],
        proven=last["proven"],
        peak=last["peak"],
        trace=tuple(trace),
        finished=last["cost"] is not None or last["bound"] is not None,
    )


def peak_memory() -> int:
    """Most bytes this process held in memory, where the system tells (0 elsewhere)."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most) * (1 if sys.platform == "darwin" else 1024)


def _run(name: str, case: Case, seconds: float, note: Callable[[float, int], None]) -> Any:
    from solver.progress import Limits, Progress
    from solver.rivals import peers
    from solver.search.search import draft

    if name == "ours":

        def tell(progress: Progress) -> None:
            if progress.plan is not None and progress.cost is not None:
                note(progress.seconds, progress.cost)

        return draft(case, Limits(seconds), tell)
    if name == "greedy":
        return peers.greedy(case, note)
    if name == "flow":
        return peers.flow_floor(case)
    return {"mip": peers.all_columns, "cp_sat": peers.textbook}[name](case, seconds, note)


def main() -> None:
    name, seconds = sys.argv[1], float(sys.argv[2])
    case = pickle.loads(sys.stdin.buffer.read())
    best: list[int] = []

    def note(when: float, cost: int) -> None:
        if not best or cost < best[-1]:
            best.append(cost)
            _tell({"plan": cost, "seconds": when})

    found = _run(name, case, seconds, note)
    _tell(
        {
            "seconds": found.seconds,
            "cost": found.cost,
            "bound": found.bound,
            "proven": found.outcome.value == "best",
            "peak": peak_memory(),
        }
    )
    os._exit(0)


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
