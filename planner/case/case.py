"""The case: one roster under one set of norms and one scenario, and who is placed where in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.case.allotment import Allotment
from planner.case.organisation import Organisation
from planner.case.requests import Requests
from planner.case.scenario import Scenario
from planner.case.selection import People
from planner.case.whereabouts import Whereabouts
from planner.law.norm import Norms
from planner.law.quota_scheme import Quota
from planner.roster import Cadre, Commune, Post, Roster, Task, Title


@dataclass(frozen=True, eq=False, kw_only=True)
class Case:
    """Positions are stable: communes, titles and cadres are each ordered by code."""

    roster: Roster
    norms: Norms
    scenario: Scenario
    organisation: Organisation
    """What follows from units, posts, titles and law alone. `replace` passes the very object on, so
    that it is worked out once; where it does not hold of the changed case another takes its place.
    """
    scheme_quota: Quota
    """What the scenario's quota scheme gives each commune; typed quotas win."""
    tasks: tuple[Task, ...] = ()
    overlay: tuple[tuple[str, str], ...] = ()
    """The department's own norm files, (name, text), that lie over ours."""

    def __post_init__(self) -> None:
        holds = self.organisation.under(self.roster, self.norms)
        object.__setattr__(self, "organisation", holds)

    @cached_property
    def cadres(self) -> tuple[Cadre, ...]:
        """Those who can be placed: everybody but the people who are leaving."""
        return tuple(
            sorted(
                (c.on(self.norms.day) for c in self.roster.cadres if not c.leaving),
                key=lambda cadre: cadre.code,
            )
        )

    @cached_property
    def cadre_at(self) -> Mapping[str, int]:
        return {cadre.code: place for place, cadre in enumerate(self.cadres)}

    @cached_property
    def whereabouts(self) -> Whereabouts:
        return Whereabouts(self.organisation, self.cadres)

    @cached_property
    def allotment(self) -> Allotment:
        return Allotment(self.communes, self.scheme_quota, self.scenario.transfers)

    @cached_property
    def requests(self) -> Requests:
        return Requests(self.roster, self.scenario, frozenset(self.cadre_at))

    @property
    def communes(self) -> tuple[Commune, ...]:
        return self.organisation.communes

    @property
    def commune_at(self) -> Mapping[str, int]:
        return self.organisation.commune_at

    @property
    def titles(self) -> tuple[Title, ...]:
        return self.organisation.titles

    @property
    def posts(self) -> Mapping[str, Post]:
        return self.organisation.posts

    def title_of(self, post: str) -> Title:
        return self.organisation.title_of(post)

    def commune_of(self, post: str) -> int:
        """Position of the commune that a post is in."""
        return self.commune_at[self.posts[post].commune]

    def unit_of(self, post: str) -> Commune:
        """The commune that a post is in."""
        return self.communes[self.commune_of(post)]

    def unit(self, code: str) -> Commune:
        return self.communes[self.commune_at[code]]

    def cadre(self, code: str) -> Cadre:
        """One who can be placed; KeyError for who is not there or leaves."""
        return self.cadres[self.cadre_at[code]]

    def people(self, claim: Callable[[Cadre], bool]) -> People:
        return People(frozenset(p for p, cadre in enumerate(self.cadres) if claim(cadre)))
