"""What one preference charges one person for one spot."""

from planner.case import Case
from planner.rules.shape import Preference, Spot


def spot(case: Case, *titles: str, unit: int = 0) -> Spot:
    bundle = next(b for b in case.organisation.bundles if set(b.codes) == set(titles))
    return Spot(bundle, unit)


def charged(rule: Preference, case: Case, where: Spot | None) -> dict[str, int]:
    """Norm id → amount charged to the first person."""
    return {f.norm.id: f.amount for f in rule.charge(case, 0, where)}
