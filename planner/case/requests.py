"""What the department asks and decides of single people: pins, bans, waivers, own points."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.case.scenario import Scenario
from planner.roster import Demand, Roster


@dataclass(frozen=True, eq=False)
class Requests:
    """`placeable`: codes of the people who can be placed."""

    roster: Roster
    scenario: Scenario
    placeable: frozenset[str]

    @cached_property
    def all_demands(self) -> tuple[Demand, ...]:
        """Pins and bans of workbook and scenario, each once; those on people who leave too."""
        return tuple(dict.fromkeys((*self.roster.demands, *self.scenario.demands)))

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """The same, on people who can be placed."""
        return tuple(demand for demand in self.all_demands if demand.cadre in self.placeable)

    @cached_property
    def pinned(self) -> frozenset[str]:
        """Codes of the cadres whom a pin holds somewhere."""
        return frozenset(demand.cadre for demand in self.demands if demand.pin)

    @cached_property
    def waived(self) -> Mapping[str, frozenset[str]]:
        """Cadre → ids of the norms that a decision waives for them."""
        found: dict[str, set[str]] = {}
        for waiver in self.scenario.waivers:
            found.setdefault(waiver.cadre, set()).add(waiver.norm)
        return {cadre: frozenset(norms) for cadre, norms in found.items()}

    @cached_property
    def score_of(self) -> Mapping[str, Mapping[str, int]]:
        """Cadre → post → the department's own points."""
        found: dict[str, dict[str, int]] = {}
        for score in self.roster.scores:
            found.setdefault(score.cadre, {})[score.post] = score.points
        return found

    @cached_property
    def best_scores(self) -> Mapping[str, int]:
        """The most points each scored cadre could get."""
        return {cadre: max(scores.values()) for cadre, scores in self.score_of.items()}
