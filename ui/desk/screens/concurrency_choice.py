"""Which titles are held together: the permissions in force, and those switched on or off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.case import Case
from planner.law.norm import Force, Norm
from ui.desk.work.inputs import Inputs

MAY = "may_ride"
RIDES = ("must_ride", MAY, "never_ride")
"""Uses of norms, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Ride:
    """One norm about titles held together, in words."""

    norm: Norm
    titles: str
    hosts: str

    @property
    def used(self) -> bool:
        return self.norm.force is not Force.OFF


def rides(case: Case) -> list[Ride]:
    """What must, what may and what may not be held together, each by its code."""
    names = case.organisation.role_names

    def told(norm: Norm, key: str) -> str:
        return "; ".join(names.get(role, role) for role in norm.names(key))

    found = (
        Ride(norm, told(norm, "titles"), told(norm, "hosts"))
        for norm in case.norms.entries
        if norm.used_by in RIDES
    )
    return sorted(found, key=lambda ride: (RIDES.index(ride.norm.used_by), ride.norm.id))


def ways_to_ride(case: Case) -> tuple[int, int]:
    """In how many ways posts are held together, and in how many of them freely."""
    pairs = [bundle for bundle in case.organisation.bundles if len(bundle.titles) > 1]
    return len({b.codes for b in pairs}), len({b.codes for b in pairs if b.load})


def switched(found: Sequence[Ride], used: Sequence[bool]) -> Mapping[str, bool]:
    """Norm → whether it is used now, of those that were switched."""
    both = zip(found, used, strict=True)
    return {ride.norm.id: now for ride, now in both if now != ride.used}


def switch(inputs: Inputs, found: Sequence[Ride], changed: Mapping[str, bool]) -> str:
    """Uses these permissions or no longer; what speaks against it, and then nothing has changed."""
    by_law = [r.norm.id for r in found if r.norm.id in changed and r.norm.used_by != MAY]
    if by_law:
        return f"{', '.join(by_law)} là quy định bắt buộc: sửa ở phần Căn cứ số, kèm căn cứ."
    scenario = inputs.scenario
    used = {norm: (Force.WISH if on else Force.OFF).value for norm, on in changed.items()}
    new = replace(scenario, forces={**scenario.forces, **used})
    about = ", ".join(f"{norm}: {'dùng' if on else 'không dùng'}" for norm, on in changed.items())
    return "" if inputs.assume(new, "concurrency", about) else inputs.said.problem
