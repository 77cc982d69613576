"""The organisation: what follows from units, posts, titles and the law, whoever is placed there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.case.selection import Posts
from planner.law.bundles import Bundle, Concurrency
from planner.law.norm import Norms
from planner.law.profile import Profile, unbound
from planner.roster import Cadre, Commune, Office, OldUnit, Post, Roster, Title
from planner.roster.levels import QUOTA_BLOCKS, Block


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """Two are equal when what they follow from is; positions of communes and titles are stable."""

    profile: Profile
    communes: tuple[Commune, ...]
    """By code."""
    titles: tuple[Title, ...]
    """By order and code."""
    seats: tuple[Post, ...]
    """All posts, as the roster has them."""
    merged: tuple[OldUnit, ...]
    """All old units, by code."""
    concurrency: Concurrency

    @classmethod
    def of(cls, roster: Roster, norms: Norms, profile: Profile) -> "Organisation":
        titles = tuple(sorted(roster.titles, key=lambda title: (title.order, title.code)))
        seated = frozenset(post.title for post in roster.posts if post.maximum)
        return cls(
            profile=profile,
            communes=tuple(sorted(roster.communes, key=lambda unit: unit.code)),
            titles=titles,
            seats=roster.posts,
            merged=tuple(sorted(roster.old_units, key=lambda unit: unit.code)),
            concurrency=Concurrency.under(norms, profile.bodies, titles, seated),
        )

    def under(self, roster: Roster, norms: Norms) -> "Organisation":
        """The organisation of `roster` and `norms`: this one, with all that was worked out of it,
        where it is the same; else at least its bundles where they are."""
        other = Organisation.of(roster, norms, self.profile)
        if other == self:
            return self
        if other.concurrency == self.concurrency:
            return replace(other, concurrency=self.concurrency)
        return other

    @cached_property
    def commune_at(self) -> Mapping[str, int]:
        return {unit.code: place for place, unit in enumerate(self.communes)}

    @cached_property
    def title_at(self) -> Mapping[str, int]:
        return {title.code: place for place, title in enumerate(self.titles)}

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        return {post.code: post for post in self.seats}

    def cell_of(self, post: Post) -> tuple[int, int]:
        """(commune position, title position) of a post."""
        return self.commune_at[post.commune], self.title_at[post.title]

    @cached_property
    def post_in(self) -> Mapping[tuple[int, int], Post]:
        """(commune position, title position) → the post there."""
        return {self.cell_of(post): post for post in self.seats}

    def title_of(self, post: str) -> Title:
        return self.titles[self.title_at[self.posts[post].title]]

    @cached_property
    def posts_by_unit(self) -> Mapping[str, tuple[Post, ...]]:
        found: dict[str, list[Post]] = {unit.code: [] for unit in self.communes}
        for post in self.seats:
            found[post.commune].append(post)
        return {code: tuple(posts) for code, posts in found.items()}

    @cached_property
    def offices_in(self) -> Mapping[str, frozenset[str]]:
        """Commune code → codes of the offices it has posts of."""
        return {
            code: frozenset(self.title_of(post.code).office.code for post in posts)
            for code, posts in self.posts_by_unit.items()
        }

    def has_seat(self, commune: int, titles: frozenset[int]) -> bool:
        """Whether a commune has a seat of one of these titles (by position)."""
        return any(
            post.maximum
            for title in titles
            if (post := self.post_in.get((commune, title))) is not None
        )

    @cached_property
    def offices(self) -> frozenset[str]:
        """Codes of the offices that have a seat in some commune; another is not planned here, and
        what the law asks of it is asked of nobody."""
        seated = self.concurrency.seated
        return frozenset(title.office.code for title in self.titles if title.code in seated)

    @cached_property
    def blocks(self) -> frozenset[Block]:
        """The blocks that have a seat in some commune, likewise."""
        seated = self.concurrency.seated
        return frozenset(title.block for title in self.titles if title.code in seated)

    @cached_property
    def quota_blocks(self) -> tuple[Block, ...]:
        """Those of them that have a quota, in order."""
        return tuple(block for block in QUOTA_BLOCKS if block in self.blocks)

    @cached_property
    def office_of(self) -> Mapping[str, Office]:
        """Role, as norms name it → its office, by the profile before the titles there are."""
        return {title.role: title.office for title in (*self.titles, *self.profile.titles)}

    def plans_block_of(self, office: str) -> bool:
        """Whether the block of an office is planned here; True for an office nobody knows."""
        blocks = {o.code: o.block for o in self.office_of.values()}
        return blocks.get(office) in {None, *self.blocks}

    def plans_office_of(self, role: str) -> bool:
        """Whether the office of a role is planned here; True for a role nobody knows."""
        office = self.office_of.get(role)
        return office is None or office.code in self.offices

    def plans_body(self, body: str) -> bool:
        """Whether every block with a quota that a body's members come from is planned here."""
        roles = self.profile.bodies.get(body, ())
        blocks = {self.office_of[role].block for role in roles if role in self.office_of}
        return not (blocks & set(QUOTA_BLOCKS)) - self.blocks

    @cached_property
    def old_units(self) -> Mapping[str, OldUnit]:
        return {unit.code: unit for unit in self.merged}

    @cached_property
    def districts(self) -> Mapping[str, tuple[OldUnit, ...]]:
        """Old district → its old units."""
        found: dict[str, list[OldUnit]] = {}
        for unit in self.merged:
            found.setdefault(unit.district, []).append(unit)
        return {district: tuple(units) for district, units in found.items()}

    @cached_property
    def merged_into(self) -> Mapping[str, tuple[str, ...]]:
        """Commune code → codes of the old units that went into it, whole or in part."""
        found: dict[str, list[str]] = {}
        for old in self.merged:
            for code in old.successors:
                found.setdefault(code, []).append(old.code)
        return {code: tuple(olds) for code, olds in found.items()}

    @cached_property
    def unbound(self) -> tuple[str, ...]:
        """Titles, in words, that no norm can name."""
        return unbound(self.titles, self.profile.roles)

    @cached_property
    def role_names(self) -> Mapping[str, str]:
        """Role, as norms name it → the title in words."""
        return {title.role: title.name for title in self.titles}

    def titles_of(self, roles: tuple[str, ...]) -> frozenset[int]:
        """Positions of the titles in these roles."""
        named = frozenset(roles)
        return frozenset(n for n, title in enumerate(self.titles) if title.role in named)

    def members_of(self, body: str) -> frozenset[int]:
        """Positions of the titles whose holders belong to a body."""
        return frozenset(self.title_at[code] for code in self.concurrency.members(body))

    def posts_where(
        self, claim: Callable[[Title], bool], communes: tuple[int, ...] | None = None
    ) -> Posts:
        """Posts whose title answers `claim`, in `communes` (all when None)."""
        titles = frozenset(t for t, title in enumerate(self.titles) if claim(title))
        return Posts(tuple(range(len(self.communes))) if communes is None else communes, titles)

    def posts_of_block(self, block: Block, communes: tuple[int, ...] | None = None) -> Posts:
        """Posts of one block, in `communes` (all when None)."""
        return self.posts_where(lambda title: title.block is block, communes)

    def posts_of_office(self, office: str, communes: tuple[int, ...]) -> Posts:
        return self.posts_where(lambda title: title.office.code == office, communes)

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        return self.concurrency.bundles

    def keeps_post(self, cadre: Cadre, bundle: Bundle) -> bool:
        """Whether the cadre holds the bundle's main title already, wherever."""
        post = self.posts.get(cadre.post)
        return post is not None and post.title == bundle.main.code

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
