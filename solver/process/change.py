"""A changed case as the difference to the one the worker holds: small on the wire."""

from dataclasses import dataclass, replace

from planner.case import Case, Scenario
from planner.law.norm import Norms
from planner.law.quota_scheme import Quota
from planner.roster import Cadre, Roster


@dataclass(frozen=True, eq=False, kw_only=True)
class Change:
    """`roster` is None when nothing of it changed; its cadres are left out and told by `cadres`
    (changed or new) and `dropped` (codes no longer there)."""

    norms: Norms
    scenario: Scenario
    scheme_quota: Quota
    overlay: tuple[tuple[str, str], ...]
    roster: Roster | None = None
    cadres: tuple[Cadre, ...] = ()
    dropped: frozenset[str] = frozenset()

    def applied(self, case: Case) -> Case:
        """The changed case. People keep their places in the roster, new ones come last."""
        roster = case.roster
        if self.roster is not None:
            now = {cadre.code: cadre for cadre in self.cadres}
            kept = [
                now.pop(cadre.code, cadre)
                for cadre in roster.cadres
                if cadre.code not in self.dropped
            ]
            roster = replace(self.roster, cadres=(*kept, *now.values()))
        return replace(
            case,
            roster=roster,
            norms=self.norms,
            scenario=self.scenario,
            scheme_quota=self.scheme_quota,
            overlay=self.overlay,
        )


def change_between(old: Case, new: Case) -> Change:
    """What turns `old` into `new`; province profile and tasks must be the same (ValueError)."""
    if (
        new.roster.province != old.roster.province
        or new.organisation.profile != old.organisation.profile
    ):
        raise ValueError("another province or profile is another draft, not a change")
    law = Change(
        norms=new.norms,
        scenario=new.scenario,
        scheme_quota=new.scheme_quota,
        overlay=new.overlay,
    )
    if new.roster is old.roster:
        return law
    before = {cadre.code: cadre for cadre in old.roster.cadres}
    now = {cadre.code: cadre for cadre in new.roster.cadres}
    changed = tuple(cadre for cadre in new.roster.cadres if before.get(cadre.code) != cadre)
    bare = replace(new.roster, cadres=())
    dropped = frozenset(before) - frozenset(now)
    return replace(law, roster=bare, cadres=changed, dropped=dropped)
