"""The roster: units, posts and people as the department hands them over."""

from planner.roster.asked import Concurrent, Demand, Score, Task, TaskOrder
from planner.roster.cadre import Cadre
from planner.roster.posts import Office, Post, Title
from planner.roster.roster import Remark, Roster
from planner.roster.units import Commune, OldUnit

__all__ = [
    "Cadre",
    "Commune",
    "Concurrent",
    "Demand",
    "Office",
    "OldUnit",
    "Post",
    "Remark",
    "Roster",
    "Score",
    "Task",
    "TaskOrder",
    "Title",
]
