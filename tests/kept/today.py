"""Where the program of today keeps what reads kept files: when modules move, only this changes."""

from data.papers.plan_reader import PlanFile, read_plan
from data.roster_book.reader import read_workbook
from data.store.codec import encoded
from data.store.kinds import RevisionKind
from data.store.project import Project
from planner.roster import Roster
from ui.cli import app
from ui.desk.desk import Desk
from ui.desk.work import uploads
from ui.desk.work.files import plan_workbook, roster_workbook

__all__ = [
    "Desk",
    "PlanFile",
    "Project",
    "RevisionKind",
    "Roster",
    "app",
    "encoded",
    "plan_workbook",
    "read_plan",
    "read_workbook",
    "roster_workbook",
    "uploads",
]
