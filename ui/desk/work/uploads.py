"""Workbooks that are handed over: read at once, kept until they are whole or confirmed."""

import base64
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.excel.faults import BadWorkbook, Fault
from data.roster_book.mending import Mend
from data.roster_book.reader import read_workbook
from data.store.kinds import RevisionKind, Upload
from planner.roster import Roster
from ui.desk.desk import Desk


def read_upload(upload: Upload) -> Roster | BadWorkbook:
    """The roster in an upload with its mends, or what is still wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(upload.name).name or "tep.xlsx")
        path.write_bytes(base64.b64decode(upload.body))
        return read_workbook(path, upload.mends)


def take(desk: Desk, name: str, content: bytes) -> None:
    """Another workbook for an open project: kept until its difference is confirmed."""
    upload = Upload(name, base64.b64encode(content).decode())
    desk.project.commit(RevisionKind.UPLOAD, upload, "upload", name)


def waiting(desk: Desk) -> Upload | None:
    """The upload that is not yet the roster."""
    head = desk.project.head(RevisionKind.UPLOAD)
    upload = desk.project.upload(head.id) if head else None
    return upload if upload is not None and upload.name else None


def mends_of(faults: Sequence[Fault], texts: Sequence[str]) -> tuple[Mend, ...]:
    """What is to be read instead at each fault that stands in a cell and was given a text."""
    return tuple(
        (fault.sheet, fault.row, fault.column, text.strip())
        for fault, text in zip(faults, texts, strict=True)
        if text.strip() and fault.row and fault.column
    )


def mend(desk: Desk, mends: tuple[Mend, ...]) -> Roster | BadWorkbook:
    """Lays more mends over the upload; a first roster that is whole then becomes the project's."""
    upload = waiting(desk)
    assert upload is not None
    before = {mend[:3]: mend for mend in upload.mends}
    new = replace(upload, mends=tuple({**before, **{m[:3]: m for m in mends}}.values()))
    found = read_upload(new)
    left = len(found.faults) if isinstance(found, BadWorkbook) else 0
    told = f"{len(mends)} ô, còn {left} lỗi"
    desk.project.commit(RevisionKind.UPLOAD, new, "mend", told)
    if isinstance(found, Roster) and desk.inputs.roster is None:
        accept(desk, found)
    return found


def accept(desk: Desk, roster: Roster) -> bool:
    """The upload becomes the roster; False, with the desk's `problem`, when it cannot."""
    upload = waiting(desk)
    if not desk.inputs.take_roster(roster, "open", upload.name if upload else ""):
        return False
    drop(desk)
    return True


def drop(desk: Desk) -> None:
    """The upload is put away; its revision stays in the history."""
    desk.project.commit(RevisionKind.UPLOAD, Upload(), "upload_done")
