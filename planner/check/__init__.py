"""The check: re-verifies a plan against its case, without any solver."""

from planner.check.checking import breaches_beside_gates, check
from planner.check.claim import Claim
from planner.check.report import Report

__all__ = ["Claim", "Report", "breaches_beside_gates", "check"]
