"""The plan: who holds which posts, what it leaves vacant, how it compares with the present."""

from planner.plan.finding import Finding
from planner.plan.plan import Placement, Plan

__all__ = ["Finding", "Placement", "Plan"]
