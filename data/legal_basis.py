"""The legal basis of a draft: the law of a province on a day, and the case of a roster under it."""

from datetime import date
from pathlib import Path

from data.norms import Files, folder_files, read_norms
from data.profiles import profile_of
from data.reference import communes, merged_from, tasks
from planner.case import Case, Scenario
from planner.check.fitting import case_under
from planner.law.law import Law
from planner.roster import Roster


def law_of(province: str, day: date, overlay: Path | Files | None = None) -> Law:
    """The law of `province` on `day`, norms of `overlay` (a folder, or files by name) laid over
    ours. Raises NoProfile, BadNorms."""
    profile = profile_of(province, day)
    files = folder_files(overlay) if isinstance(overlay, Path) else (overlay or {})
    return Law(
        province=province,
        day=day,
        written=read_norms(files),
        merged=merged_from(province),
        profile=profile,
        units=() if profile.earlier_units else communes(province),
        tasks=tasks(),
        overlay=tuple(sorted(files.items())),
    )


def make_case(roster: Roster, scenario: Scenario, overlay: Path | Files | None = None) -> Case:
    """The case of `roster` under `scenario` and the law of its province on the scenario's day.

    Raises what `law_of` and `case_under` raise.
    """
    return case_under(law_of(roster.province, scenario.as_of, overlay), roster, scenario)
