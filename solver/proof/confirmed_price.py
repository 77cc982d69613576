"""The price of another place, confirmed by placing everybody around it again."""

from dataclasses import dataclass, replace

from planner.case import Case
from planner.check import check
from planner.check.certificate import Certificate
from planner.plan import Plan
from planner.roster import Demand
from solver.progress import Limits
from solver.search.first_answer import first_answer
from solver.search.search import Search
from solver.search.size import EXACT_UNITS
from solver.search.warm_start import Kept, kept_of


@dataclass(frozen=True)
class Confirmed:
    """`at_most`: a lawful plan with the place costs so much more; `exact`: and none costs less.
    None where no plan with it was found."""

    at_most: int | None
    exact: bool
    plan: Plan | None = None


class Confirmer:
    """Asks what pins cost against one plan and its certificate. ValueError for an unlawful plan."""

    def __init__(self, case: Case, plan: Plan, cost: int, certificate: Certificate) -> None:
        self.case, self.cost = case, cost
        self._kept: Kept = kept_of(case, plan, certificate)

    def pinned(self, cadre: str, post: str, seconds: float = 30.0) -> Confirmed:
        """What it costs to put `cadre` on `post`: to the point where there are few communes, else
        what placing the people around again comes to."""
        demand = Demand(cadre, post, True)
        scenario = replace(self.case.scenario, demands=(*self.case.scenario.demands, demand))
        changed = replace(self.case, scenario=scenario)
        if len(self.case.communes) <= EXACT_UNITS:
            search = Search(changed, Limits(seconds), lambda progress: None, self._kept)
            found = search.run()
            if found.plan is None or found.cost is None:
                return Confirmed(None, False)
            return Confirmed(found.cost - self.cost, found.cost == found.bound, found.plan)
        answer = first_answer(self._kept, changed, seconds)
        if answer.plan is None:
            return Confirmed(None, False)
        report = check(changed, answer.plan)
        if not report.lawful:
            return Confirmed(None, False)
        return Confirmed(report.cost - self.cost, False, answer.plan)
