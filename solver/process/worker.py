"""The engine in its own process: pickled jobs on stdin, JSON lines of progress on stdout.

`python -m solver.process.worker`. The parent keeps the last plan it was told of, so stopping, the
ceiling, a crash or a kill lose nothing: it just ends this process. When the parent goes (stdin
closes), this process ends too. A worker that was asked to stay answers changes: first at once, then
at its best; a newer change ends the search for an older one.
"""

import json
import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from solver.process.wire import HEADER, last_line, plan_as_lists, progress_line
from solver.progress import Limits, Progress

if TYPE_CHECKING:
    from solver.search.warm_start import Kept


def _read(number: int) -> bytes:
    """Exactly `number` bytes of stdin, unbuffered: a thread will wait on it to the very end."""
    parts = bytearray()
    while len(parts) < number:
        part = os.read(0, min(1 << 20, number - len(parts)))
        if not part:
            raise EOFError("the job was cut short")
        parts += part
    return bytes(parts)


class JobQueue:
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
    jobs = JobQueue()
    case, limits, stay = jobs.next()

    from solver.search.search import Search

    def report(progress: Progress) -> None:
        _tell(progress_line(progress))

    search = Search(case, limits, report)
    finished = search.run()
    _tell({"draft": last_line(finished)})
    kept = search.kept() if stay else None
    del search
    if kept is None:
        os._exit(0)
    _tell({"warm": True})
    _answer_changes(jobs, kept, limits, report)


def _answer_changes(
    jobs: JobQueue, kept: "Kept", limits: Limits, report: Callable[[Progress], None]
) -> None:
    """Changes are told against the first case, whatever was drafted in between."""
    origin = kept.case
    from solver.search.first_answer import first_answer
    from solver.search.search import Search

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
        _tell({"draft": last_line(finished), "change": number})
        kept = search.kept() or kept
        del search
        _tell({"warm": True})


if __name__ == "__main__":
    main()
