"""Files of a project: plan, roster or all of it going out, a plan made elsewhere coming in."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from data.excel.faults import BadWorkbook
from data.papers.plan_reader import read_plan
from data.roster_book.writer import write_template, write_workbook
from data.store.kinds import RevisionKind
from data.store.project import SUFFIX, Project
from planner.roster import Roster
from ui.desk.drafted import Drafted
from ui.desk.story import write
from ui.desk.work.plans import Plans
from ui.desk.work.records import record_of_file

WORKBOOK = ".xlsx"


def plan_workbook(drafted: Drafted) -> bytes:
    return written(WORKBOOK, lambda path: write(drafted, path))


def roster_workbook(roster: Roster, masked: bool) -> bytes:
    """`masked` without what is sensitive."""
    return written(WORKBOOK, lambda path: write_workbook(roster, path, roster.own_posts, masked))


def template_workbook() -> bytes:
    """The empty roster workbook."""
    return written(WORKBOOK, write_template)


def project_file(project: Project) -> bytes:
    """The whole project as one file."""
    return written(SUFFIX, project.copy_to)


def written(suffix: str, write: Callable[[Path], None]) -> bytes:
    """What `write` puts into a file with this ending."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"tep{suffix}"
        write(path)
        return path.read_bytes()


def take_plan_file(plans: Plans, content: bytes, name: str) -> str:
    """The plan workbook as a plan of the project; why it cannot be read, and then nothing has
    changed. Breaches are counted, not refused: a hand-made plan may have them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"phuong_an{WORKBOOK}"
        path.write_bytes(content)
        file = read_plan(path)
    if isinstance(file, BadWorkbook):
        return f"{name}: {file.faults[0]}"
    inputs, head = plans.inputs, plans.project.head(RevisionKind.ROSTER)
    roster = inputs.roster
    assert head is not None and roster is not None
    try:
        record = record_of_file(file, roster, head.id, inputs.scenario, plans.free_name(name))
    except (ValueError, KeyError) as error:
        return f"{name}: {error}"
    plans.add(record, "file")
    return ""
