"""The case: one roster under one set of norms and one scenario, and all that follows from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.case.scenario import Scenario
from planner.case.selection import People, Posts
from planner.law.bundles import Bundle, Concurrency
from planner.law.norm import Norm, Norms
from planner.law.profile import Profile
from planner.law.quota_scheme import Quota
from planner.roster import Cadre, Commune, Demand, OldUnit, Post, Roster, Task, Title
from planner.roster.distance import kilometres
from planner.roster.levels import QUOTA_BLOCKS, Block, PlaceKind


@dataclass(frozen=True, eq=False)
class Case:
    """Positions are stable: communes, titles and cadres are each ordered by code."""

    roster: Roster
    norms: Norms
    scenario: Scenario
    profile: Profile
    scheme_quota: Quota
    """What the scenario's quota scheme gives each commune; typed quotas win."""
    all_tasks: tuple[Task, ...] = ()
    overlay: tuple[tuple[str, str], ...] = ()
    """The department's own norm files, (name, text), that lie over ours."""

    @cached_property
    def communes(self) -> tuple[Commune, ...]:
        return tuple(sorted(self.roster.communes, key=lambda unit: unit.code))

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        return tuple(sorted(self.roster.titles, key=lambda title: (title.order, title.code)))

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
    def commune_at(self) -> Mapping[str, int]:
        return {unit.code: place for place, unit in enumerate(self.communes)}

    @cached_property
    def title_at(self) -> Mapping[str, int]:
        return {title.code: place for place, title in enumerate(self.titles)}

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        return {post.code: post for post in self.roster.posts}

    @cached_property
    def post_in(self) -> Mapping[tuple[int, int], Post]:
        """(commune position, title position) → the post there."""
        return {
            (self.commune_at[post.commune], self.title_at[post.title]): post
            for post in self.roster.posts
        }

    @cached_property
    def concurrency(self) -> Concurrency:
        return Concurrency(self.norms, self.profile.bodies, self.titles)

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        return self.concurrency.closure()

    def taking_over(self, other: "Case") -> "Case":
        """This case, with what follows from organisation and norms alone taken over from `other`
        where it has been worked out there; both must agree in these."""
        for name in (
            "communes",
            "titles",
            "commune_at",
            "title_at",
            "posts",
            "post_in",
            "posts_by_unit",
            "offices_in",
            "merged_into",
            "old_units",
            "_districts",
        ):
            if name in other.__dict__:
                self.__dict__[name] = other.__dict__[name]
        if self.norms == other.norms:
            for name in ("concurrency", "bundles", "holds", "mains", "capacity"):
                if name in other.__dict__:
                    self.__dict__[name] = other.__dict__[name]
        return self

    def title_of(self, post: str) -> Title:
        return self.titles[self.title_at[self.posts[post].title]]

    def quota(self, commune: int, block: Block) -> int | None:
        """Headcount given to a commune's block after transfers, or None when nobody gave one."""
        given, code = self.assigned(commune, block), self.communes[commune].code
        return None if given is None else max(0, given + self.transferred.get((code, block), 0))

    def assigned(self, commune: int, block: Block) -> int | None:
        """The same before transfers."""
        unit = self.communes[commune]
        return unit.quota.get(block, self.scheme_quota.get(unit.code, {}).get(block))

    @cached_property
    def transferred(self) -> Mapping[tuple[str, Block], int]:
        """Quota that the scenario's decisions add to (or take from) a unit's block."""
        found: dict[tuple[str, Block], int] = {}
        for row in self.scenario.transfers:
            for block, number in ((row.source, -row.number), (row.target, row.number)):
                found[row.commune, block] = found.get((row.commune, block), 0) + number
        return found

    @cached_property
    def waived(self) -> Mapping[str, frozenset[str]]:
        """Cadre → ids of the norms that a decision waives for them."""
        found: dict[str, set[str]] = {}
        for waiver in self.scenario.waivers:
            found.setdefault(waiver.cadre, set()).add(waiver.norm)
        return {cadre: frozenset(norms) for cadre, norms in found.items()}

    @cached_property
    def own_norms(self) -> tuple[Norm, ...]:
        """Norms in force that the department brought or changed."""
        return tuple(norm for norm in self.norms.entries if norm.origin)

    @cached_property
    def total_quota(self) -> int:
        """Headcount given over all communes and blocks."""
        spots = ((c, block) for c in range(len(self.communes)) for block in QUOTA_BLOCKS)
        return sum(self.quota(commune, block) or 0 for commune, block in spots)

    @cached_property
    def role_names(self) -> Mapping[str, str]:
        """Role, as norms name it → the title in words."""
        return {title.role: title.name for title in self.titles}

    def people(self, claim: Callable[[Cadre], bool]) -> People:
        return People(frozenset(p for p, cadre in enumerate(self.cadres) if claim(cadre)))

    def posts_where(
        self, claim: Callable[[Title], bool], communes: tuple[int, ...] | None = None
    ) -> Posts:
        """Posts whose title answers `claim`, in `communes` (all when None)."""
        titles = frozenset(t for t, title in enumerate(self.titles) if claim(title))
        return Posts(tuple(range(len(self.communes))) if communes is None else communes, titles)

    @cached_property
    def merged_into(self) -> Mapping[str, tuple[str, ...]]:
        """Commune code → codes of the old units that went into it, whole or in part."""
        found: dict[str, list[str]] = {}
        for old in sorted(self.roster.old_units, key=lambda unit: unit.code):
            for code in old.successors:
                found.setdefault(code, []).append(old.code)
        return {code: tuple(olds) for code, olds in found.items()}

    @cached_property
    def posts_by_unit(self) -> Mapping[str, tuple[Post, ...]]:
        found: dict[str, list[Post]] = {unit.code: [] for unit in self.communes}
        for post in self.roster.posts:
            found[post.commune].append(post)
        return {code: tuple(posts) for code, posts in found.items()}

    def tasks_in(self, unit: Commune) -> tuple[Task, ...]:
        """The tasks of a unit: those some office of it is there for, and those it was given."""
        roles = {self.title_of(post.code).role for post in self.posts_by_unit[unit.code]}
        named = {row.task for row in self.roster.tasks if row.commune == unit.code}
        offices = {title.role: title.office.code for title in self.profile.titles}
        here = self.offices_in[unit.code]
        return tuple(
            task
            for task in self.all_tasks
            if task.code in named
            or roles & set(task.owners)
            or any(offices.get(role) in here for role in task.owners)
        )

    @cached_property
    def offices_in(self) -> Mapping[str, frozenset[str]]:
        """Commune code → codes of the offices it has posts of."""
        found: dict[str, set[str]] = {unit.code: set() for unit in self.communes}
        for post in self.roster.posts:
            found[post.commune].add(self.title_of(post.code).office.code)
        return {code: frozenset(offices) for code, offices in found.items()}

    def titles_of(self, roles: tuple[str, ...]) -> frozenset[int]:
        """Positions of the titles in these roles."""
        named = frozenset(roles)
        return frozenset(n for n, title in enumerate(self.titles) if title.role in named)

    def members_of(self, body: str) -> frozenset[int]:
        """Positions of the titles whose holders belong to a body."""
        return frozenset(self.title_at[code] for code in self.concurrency.members(body))

    @cached_property
    def records_deputies(self) -> bool:
        """Whether the roster says of anybody that they are a deputy of a People's Council."""
        return any(cadre.deputy_of for cadre in self.roster.cadres)

    def months_to(self, day: date) -> int:
        """Whole months from the case's day to `day`, below 0 when it is past."""
        today = self.norms.day
        return (day.year - today.year) * 12 + day.month - today.month

    def keeps_post(self, cadre: Cadre, bundle: Bundle) -> bool:
        """Whether the cadre holds the bundle's main title already, wherever."""
        post = self.posts.get(cadre.post)
        return post is not None and post.title == bundle.main.code

    def posts_of_block(self, block: Block, communes: tuple[int, ...] | None = None) -> Posts:
        """Posts of one block, in `communes` (all when None)."""
        return self.posts_where(lambda title: title.block is block, communes)

    def posts_of_office(self, office: str, communes: tuple[int, ...]) -> Posts:
        return self.posts_where(lambda title: title.office.code == office, communes)

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """Pins and bans of workbook and scenario on people who can be placed, each once."""
        return tuple(d for d in self.all_demands if d.cadre in self.cadre_at)

    @cached_property
    def pinned(self) -> frozenset[str]:
        """Codes of the cadres whom a pin holds somewhere."""
        return frozenset(demand.cadre for demand in self.demands if demand.pin)

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

    @cached_property
    def all_demands(self) -> tuple[Demand, ...]:
        """The same, with those on people who are leaving."""
        return tuple(dict.fromkeys((*self.roster.demands, *self.scenario.demands)))

    @cached_property
    def old_units(self) -> Mapping[str, OldUnit]:
        return {unit.code: unit for unit in self.roster.old_units}

    @cached_property
    def _districts(self) -> Mapping[str, tuple[OldUnit, ...]]:
        found: dict[str, list[OldUnit]] = {}
        for unit in sorted(self.roster.old_units, key=lambda unit: unit.code):
            found.setdefault(unit.district, []).append(unit)
        return {district: tuple(units) for district, units in found.items()}

    def own_communes(self, cadre: Cadre) -> frozenset[int]:
        """Communes that today hold the place where the cadre works; staying there is no move."""
        codes: tuple[str, ...] = ()
        if cadre.place_kind is PlaceKind.COMMUNE:
            codes = (cadre.place,)
        elif cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in self.old_units:
            codes = self.old_units[cadre.place].successors
        elif cadre.place_kind is PlaceKind.OLD_DISTRICT:
            units = self._districts.get(cadre.place, ())
            codes = tuple(code for unit in units for code in unit.successors)
        return frozenset(self.commune_at[code] for code in codes if code in self.commune_at)

    @cached_property
    def own(self) -> tuple[frozenset[int], ...]:
        """`own_communes` of every cadre, by position."""
        return tuple(self.own_communes(cadre) for cadre in self.cadres)

    def away(self, cadre: int, commune: int) -> bool:
        """Whether a commune is none of those that hold the cadre's present place today; False for
        who has no such commune."""
        own = self.own[cadre]
        return bool(own) and commune not in own

    @cached_property
    def distances(self) -> NDArray[np.int32]:
        """Kilometres from where each cadre lives (else works) to each commune; shape (communes,
        cadres); 0 within an own commune."""
        latitude = np.array([unit.lat for unit in self.communes])
        longitude = np.array([unit.lon for unit in self.communes])
        points = np.array([self._point(cadre) for cadre in self.cadres]).reshape(-1, 2)
        table = kilometres(points[:, 0], points[:, 1], latitude[:, None], longitude[:, None])
        for cadre, communes in enumerate(self.own):
            table[list(communes), cadre] = 0
        return table

    def _point(self, cadre: Cadre) -> tuple[float, float]:
        """Latitude and longitude of the home, else of the workplace, else of the middle."""
        if cadre.home in self.commune_at:
            unit = self.communes[self.commune_at[cadre.home]]
            return unit.lat, unit.lon
        if cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in self.old_units:
            old = self.old_units[cadre.place]
            return old.lat, old.lon
        where = [self.communes[c] for c in sorted(self.own_communes(cadre))] or self.communes
        return (
            sum(unit.lat for unit in where) / len(where),
            sum(unit.lon for unit in where) / len(where),
        )

    @cached_property
    def holds(self) -> NDArray[np.int64]:
        """1 where a bundle holds a title: bundle × title."""
        found = np.zeros((len(self.bundles), len(self.titles)), dtype=np.int64)
        for number, bundle in enumerate(self.bundles):
            found[number, [self.title_at[code] for code in bundle.codes]] = 1
        return found

    @cached_property
    def mains(self) -> NDArray[np.int64]:
        """Position of each bundle's main title."""
        return np.array([self.title_at[b.main.code] for b in self.bundles], dtype=np.int64)

    @cached_property
    def capacity(self) -> NDArray[np.int64]:
        """Seats of the scarcest post of each bundle: commune × bundle."""
        seats = np.zeros((len(self.communes), len(self.titles)), dtype=np.int64)
        for (commune, title), post in self.post_in.items():
            seats[commune, title] = post.maximum
        return np.stack(
            [
                seats[:, [self.title_at[code] for code in bundle.codes]].min(axis=1)
                for bundle in self.bundles
            ],
            axis=1,
        )
