"""The case: one roster under one set of norms and one scenario, and what follows."""

from planner.case.case import Case
from planner.case.organisation import Organisation
from planner.case.scenario import Scenario, Transfer, Waiver
from planner.case.selection import EVERYBODY, People, Posts

__all__ = ["EVERYBODY", "Case", "Organisation", "People", "Posts", "Scenario", "Transfer", "Waiver"]
