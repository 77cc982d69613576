"""What one gate says about one person and one bundle."""

from collections.abc import Iterable

from planner.case import Case
from planner.roster import Cadre
from planner.rules.shape import Gate
from tests.builders import case_of


def refusals(gate: Gate, cadre: Cadre, titles: Iterable[str]) -> list[str]:
    """Norm ids with which `gate` refuses `cadre` the bundle of `titles`."""
    case: Case = case_of(cadre)
    codes = tuple(titles)
    bundle = next(b for b in case.organisation.bundles if set(b.codes) == set(codes))
    return [verdict.norm.id for verdict in gate.judge(case, cadre, bundle) if verdict.refused]
