"""Putting a case together: a roster under the norms in force, a profile and a scenario."""

from pathlib import Path

from data.norms import read_norms
from data.profiles import profile_of
from data.reference import communes
from planner.case import Case
from planner.norms import Norms
from planner.quota import quotas
from planner.roster import Roster
from planner.scenario import Scenario


def make_case(roster: Roster, scenario: Scenario, overlay: Path | None = None) -> Case:
    """The case of `roster` under `scenario`, norms of folder `overlay` laid over ours.

    Raises NoProfile, BadNorms; KeyError for an unknown quota scheme, ValueError for a norm.
    """
    profile = profile_of(roster.province)
    norms = Norms.in_force(read_norms(overlay), scenario.as_of, roster.province)
    province = communes(roster.province) or roster.communes
    return Case(
        roster,
        norms.with_forces(scenario.forces, scenario.prices),
        scenario,
        profile,
        quotas(profile.scheme(scenario.quota), province),
    )
