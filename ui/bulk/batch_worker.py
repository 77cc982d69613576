"""One family of a batch in a process of its own: `python -m ui.bulk.batch_worker`.

Jobs and options as one JSON object on stdin; a JSON line on stdout for each job done. The input is
read once, and each draft goes on from what the one before left.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from data.excel.faults import BadWorkbook
from data.legal_basis import make_case
from data.roster_book.reader import read_workbook
from data.scenario_file import read_scenario
from planner.roster import Roster
from planner.why.clash import clashes
from solver.progress import Limits
from solver.search.search import Search
from solver.search.warm_start import Kept
from ui.bulk.batch_run import BatchJob, Options
from ui.desk.for_scripts import report_as_json
from ui.desk.story import check_files, checked, scenario_for, write


def _tell(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _one(
    roster: Roster, job: BatchJob, options: Options, before: Kept | None
) -> tuple[dict[str, Any], Kept | None]:
    day = date.fromisoformat(options.as_of) if options.as_of else None
    chosen = read_scenario(Path(job.scenario), day or date.today()) if job.scenario else None
    scenario = chosen or scenario_for(day)
    norms = Path(options.norms) if options.norms else None
    case = make_case(roster, scenario, norms)
    told: dict[str, Any] = {"plan": job.plan, "people": len(case.cadres)}
    against = clashes(case)
    if against:
        return {**told, "outcome": "impossible", "note": against[0].text}, before
    same = before is not None and before.case.organisation.profile == case.organisation.profile
    search = Search(case, Limits(options.seconds), lambda _: None, before if same else None)
    drafted = checked(case, search.run())
    draft = drafted.draft
    told |= {"outcome": draft.outcome.value, "seconds": draft.seconds, "bound": draft.bound}
    if drafted.report is None:
        return told, before
    write(drafted, Path(job.plan))
    again = check_files(roster, Path(job.plan), None, norms)
    sure = not isinstance(again, BadWorkbook) and again.report.lawful
    keys = report_as_json(case, drafted.plan, drafted.report)
    told |= {key: keys[key] for key in ("cost", "placed", "vacant", "surplus")}
    told |= {"gap": draft.gap, "checked": sure}
    return told, search.kept()


def main() -> None:
    order = json.loads(sys.stdin.read())
    jobs = [BatchJob(**job) for job in order["jobs"]]
    options = Options(**order["options"])
    roster = read_workbook(Path(jobs[0].source))
    if isinstance(roster, BadWorkbook):
        note = f"{len(roster.faults)}: {roster.faults[0]}"
        for job in jobs:
            _tell({"plan": job.plan, "outcome": "faulty", "note": note})
        os._exit(0)
    kept: Kept | None = None
    for job in jobs:
        try:
            told, kept = _one(roster, job, options, kept)
        except (ValueError, KeyError, OSError) as error:
            told = {"plan": job.plan, "outcome": "faulty", "note": str(error)}
        _tell(told)
    os._exit(0)


if __name__ == "__main__":
    main()
