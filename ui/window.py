"""A visit: which project one browser window has open, and which page of which door it shows."""

import base64
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

import streamlit as st

from data.excel.faults import BadWorkbook
from data.store.kinds import RevisionKind, Upload
from data.store.project import NotAProject, Project
from planner.roster import Roster
from ui.desk.desk import Desk
from ui.desk.work import projects_folder
from ui.desk.work.uploads import read_upload
from ui.widgets.language import language, speak

PROJECT, PAGE = "ho_so", "trang"
DOOR = "door"


@dataclass(frozen=True)
class _Open:
    """Desks of this server by project file, shared by all its windows."""

    desks: dict[Path, Desk]
    lock: RLock


@st.cache_resource
def _open() -> _Open:
    return _Open({}, RLock())


def current() -> Desk | None:
    """The desk that the address names, so that a reload, another window or a restarted server
    finds it again; None on the first screen."""
    mark = st.query_params.get(PROJECT, "")
    if not mark:
        return None
    path = projects_folder.path_of(mark)
    if path is None:
        leave()
        return None
    return desk_at(path)


def desk_at(path: Path) -> Desk:
    """The desk of a project file. Raises what `Project.open` raises."""
    held = _open()
    with held.lock:
        if path not in held.desks:
            held.desks[path] = Desk(Project.open(path))
        return held.desks[path]


def enter(path: Path, page: str = "") -> None:
    """Makes this window show a project."""
    st.query_params[PROJECT] = projects_folder.mark_of(path)
    go(page)


def go(page: str) -> None:
    """Makes this window show a page."""
    if page:
        st.query_params[PAGE] = page
    else:
        st.query_params.pop(PAGE, None)


def page() -> str:
    return str(st.query_params.get(PAGE, ""))


def door() -> str:
    """Code of the door this window came through; empty before any."""
    return str(st.session_state.get(DOOR, ""))


def leave() -> None:
    """Back to the first screen; the project goes on in other windows."""
    held = language()
    st.query_params.clear()
    speak(held)


def begin(name: str, roster: Roster | None = None, invented: bool = False) -> Desk:
    """A new project on the shelf, shown in this window."""
    path = projects_folder.free_path(Path(name).stem)
    project = Project.create(path, Path(name).stem, invented)
    held = _open()
    with held.lock:
        desk = held.desks[path] = Desk(project)
    if roster is not None:
        desk.inputs.take_roster(roster, "open", name)
    enter(path)
    return desk


def take_in(name: str, content: bytes) -> str:
    """Shows a project file that was handed over; why it is none, and then nothing has changed."""
    try:
        path = projects_folder.taken_in(name, content)
    except NotAProject as error:
        return str(error)
    enter(path)
    return ""


def begin_from(name: str, content: bytes) -> Desk:
    """A new project from a workbook, faulty or not."""
    upload = Upload(name, base64.b64encode(content).decode())
    found = read_upload(upload)
    desk = begin(name, found if isinstance(found, Roster) else None)
    if desk.inputs.roster is None:
        count = len(found.faults) if isinstance(found, BadWorkbook) else 1
        desk.project.commit(RevisionKind.UPLOAD, upload, "upload", f"{name}: {count} lỗi")
    return desk
