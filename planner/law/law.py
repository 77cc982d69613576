"""The law: all that was read of norms, profile, units and tasks for one province and day."""

from dataclasses import dataclass
from datetime import date

from planner.law.norm import Norm, Norms
from planner.law.profile import Profile
from planner.roster import Commune, Task


@dataclass(frozen=True, kw_only=True)
class Law:
    province: str
    """Official code."""
    day: date
    written: tuple[Norm, ...]
    """Every norm that was read, in force on the day or not; the department's own among them."""
    merged: int
    """From how many provinces this one was merged; 1 when it was not."""
    profile: Profile
    units: tuple[Commune, ...]
    """The official communes of the province; empty where the profile is of earlier units."""
    tasks: tuple[Task, ...]
    overlay: tuple[tuple[str, str], ...] = ()
    """The department's own norm files, (name, text), that were laid over ours."""

    def norms(self, brought: tuple[Norm, ...] = ()) -> Norms:
        """The norms in force, those that a roster brought itself among them."""
        return Norms.in_force((*self.written, *brought), self.day, self.province, self.merged)
