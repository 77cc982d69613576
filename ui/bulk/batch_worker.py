"""One family of a batch in a process of its own: `python -m ui.bulk.batch_worker`.

Jobs and options as one JSON object on stdin; a JSON line on stdout for each job done. The input is
read once, and each draft goes on from what the one before left.
"""

import json
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.excel.faults import BadWorkbook
from data.legal_basis import make_case
from data.roster_book.reader import read_workbook
from data.scenario_file import read_scenario
from planner.case import Case, Scenario
from planner.figures.summary import figures
from planner.roster import Roster
from planner.why.clash import clashes
from solver.progress import Limits
from solver.search.search import Search
from solver.search.warm_start import Kept
from ui.bulk.batch_jobs import BatchJob, Done, Options
from ui.desk.drafted import Drafted
from ui.desk.story import check_files, checked, scenario_for, write


def _tell(done: Done) -> None:
    sys.stdout.write(json.dumps(done.as_json(), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _scenario(job: BatchJob, options: Options) -> Scenario:
    day = date.fromisoformat(options.as_of) if options.as_of else None
    if not job.scenario:
        return scenario_for(day)
    return read_scenario(Path(job.scenario), day or date.today())


def _one(
    roster: Roster, job: BatchJob, options: Options, before: Kept | None
) -> tuple[Done, Kept | None]:
    norms = Path(options.norms) if options.norms else None
    case = make_case(roster, _scenario(job, options), norms)
    against = clashes(case)
    if against:
        note = against[0].text
        return Done(job=job, outcome="impossible", people=len(case.cadres), note=note), before
    same = before is not None and before.case.organisation.profile == case.organisation.profile
    search = Search(case, Limits(options.seconds), lambda _: None, before if same else None)
    drafted = checked(case, search.run())
    done = _drafted(job, case, drafted)
    if drafted.report is None:
        return done, before
    write(drafted, Path(job.plan))
    again = check_files(roster, Path(job.plan), None, norms)
    sure = not isinstance(again, BadWorkbook) and again.report.lawful
    return replace(done, checked=sure), search.kept()


def _drafted(job: BatchJob, case: Case, drafted: Drafted) -> Done:
    draft = drafted.draft
    done = Done(
        job=job,
        outcome=draft.outcome.value,
        bound=draft.bound,
        seconds=draft.seconds,
        people=len(case.cadres),
    )
    if drafted.report is None:
        return done
    counts = figures(case, drafted.plan)
    return replace(
        done,
        cost=drafted.report.cost,
        gap=draft.gap,
        placed=counts.placed,
        vacant=counts.vacant,
        surplus=counts.surplus,
    )


def main() -> None:
    order = json.loads(sys.stdin.read())
    jobs = [BatchJob(**job) for job in order["jobs"]]
    options = Options(**order["options"])
    roster = read_workbook(Path(jobs[0].source))
    if isinstance(roster, BadWorkbook):
        note = f"{len(roster.faults)}: {roster.faults[0]}"
        for job in jobs:
            _tell(Done(job=job, outcome="faulty", note=note))
        os._exit(0)
    kept: Kept | None = None
    for job in jobs:
        try:
            done, kept = _one(roster, job, options, kept)
        except (ValueError, KeyError, OSError) as error:
            done = Done(job=job, outcome="faulty", note=str(error))
        _tell(done)
    os._exit(0)


if __name__ == "__main__":
    main()
