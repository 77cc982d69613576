"""Bundles: the sets of one to three titles that one person may hold together in a commune."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

import networkx as nx

from planner.law.norm import Force, Norm, Norms
from planner.roster import Roster, Title
from planner.roster.levels import Grade

LARGEST = 3
MODELLING_LIMIT = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Ride:
    """A title that must, or may, be held by the holder of one of `hosts`.

    `leads`: the person is counted in the block of the riding title, not of its host.
    """

    title: str
    hosts: frozenset[str]
    must: bool
    leads: bool
    norm: Norm

    @classmethod
    def of(cls, norm: Norm, must: bool, titles: Sequence[Title]) -> Iterator["Ride"]:
        """One ride for every title in the roles that the norm names."""
        named = frozenset(norm.names("hosts"))
        hosts = frozenset(title.code for title in titles if title.role in named)
        for title in titles:
            if title.role in norm.names("titles"):
                leads = bool(norm.values.get("leads", False))
                yield cls(
                    title=title.code, hosts=hosts - {title.code}, must=must, leads=leads, norm=norm
                )


@dataclass(frozen=True, slots=True)
class Bundle:
    """Titles one person holds; the first is the main post, which counts in its block."""

    titles: tuple[Title, ...]
    demanded: frozenset[str] = frozenset()
    """Codes of the titles that are there because a must demands them."""

    @property
    def main(self) -> Title:
        return self.titles[0]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(title.code for title in self.titles)

    @property
    def load(self) -> int:
        """Titles beyond the main one that no must demands."""
        return sum(title.code not in self.demanded for title in self.titles[1:])


RULES = ("must_ride", "may_ride", "never_ride", "load", "incompatible")
"""Codes of the rules whose norms say what one person may hold together."""


@dataclass(frozen=True, kw_only=True)
class Concurrency:
    """The rides and the incompatible bodies in force, and what they allow together."""

    norms: Mapping[str, tuple[Norm, ...]]
    """By rule."""
    bodies: Mapping[str, tuple[str, ...]]
    titles: tuple[Title, ...]
    seated: frozenset[str]
    """Codes of the titles that have a seat somewhere."""
    _found: dict[tuple[str, ...], Bundle | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @classmethod
    def under(
        cls,
        norms: Norms,
        bodies: Mapping[str, tuple[str, ...]],
        titles: Sequence[Title],
        seated: frozenset[str],
    ) -> "Concurrency":
        return cls(
            norms={rule: norms.of(rule) for rule in RULES},
            bodies=bodies,
            titles=tuple(titles),
            seated=seated,
        )

    @cached_property
    def musts(self) -> tuple[Ride, ...]:
        """A ride none of whose hosts has a seat demands nothing: it has nobody to speak of."""
        return tuple(r for r in self._rides_of("must_ride", True) if r.hosts & self.seated)

    @cached_property
    def mays(self) -> tuple[Ride, ...]:
        return self._rides_of("may_ride", False)

    @cached_property
    def nevers(self) -> tuple[Ride, ...]:
        return self._rides_of("never_ride", True)

    def _rides_of(self, rule: str, must: bool) -> tuple[Ride, ...]:
        return tuple(r for norm in self.norms[rule] for r in Ride.of(norm, must, self.titles))

    @cached_property
    def exclusive(self) -> tuple[Norm, ...]:
        return tuple(norm for norm in self.norms["incompatible"] if norm.names("bodies"))

    @cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        members = {body: frozenset(roles) for body, roles in self.bodies.items()}
        for norm in self.norms["incompatible"]:
            for body in norm.names("body"):
                members[body] = members.get(body, frozenset()) | frozenset(norm.names("titles"))
        return {
            body: frozenset(title.code for title in self.titles if title.role in roles)
            for body, roles in members.items()
        }

    @cached_property
    def _titles(self) -> Mapping[str, Title]:
        return {title.code: title for title in self.titles}

    def conflicts(self, codes: Iterable[str]) -> Iterator[Norm]:
        """Norms whose two bodies one holder of `codes` would both belong to."""
        held = frozenset(codes)
        for norm in self.exclusive:
            first, second = norm.names("bodies")
            if held & self._members.get(first, frozenset()) and held & self._members.get(
                second, frozenset()
            ):
                yield norm

    def unmet(self, codes: Iterable[str]) -> Iterator[Norm]:
        """Norms of titles in `codes` that ride on none of their hosts."""
        held = frozenset(codes)
        for ride in self.musts:
            if ride.title in held and not held & ride.hosts:
                yield ride.norm

    def barred(self, codes: Iterable[str]) -> Iterator[Norm]:
        """Norms that forbid two of `codes` to one holder."""
        held = frozenset(codes)
        for ride in self.nevers:
            if ride.title in held and held & ride.hosts:
                yield ride.norm

    def rides(self, codes: Sequence[str]) -> Iterator[Ride]:
        """The rides that join the titles of `codes`."""
        held = frozenset(codes)
        for ride in (*self.musts, *self.mays):
            if ride.title in held and held & ride.hosts:
                yield ride

    def joined(self, codes: Sequence[str]) -> bool:
        """Whether rides connect all of `codes`."""
        graph = nx.Graph()
        graph.add_nodes_from(codes)
        for ride in self.rides(codes):
            graph.add_edges_from((ride.title, host) for host in ride.hosts & set(codes))
        return bool(nx.is_connected(graph))

    def bundle(self, codes: Iterable[str]) -> Bundle | None:
        """The lawful bundle of these titles in its order, or None; kept once found."""
        titles = tuple(codes)
        if titles not in self._found:
            self._found[titles] = self._bundle(titles)
        return self._found[titles]

    def _bundle(self, codes: Iterable[str]) -> Bundle | None:
        """The lawful bundle of exactly these titles, main first, or None."""
        members = sorted(set(codes), key=lambda code: self._titles[code].order)
        if not members or len(members) > LARGEST:
            return None
        against = (*self.unmet(members), *self.conflicts(members), *self.barred(members))
        if against or not self.joined(members):
            return None
        links = list(self.rides(members))
        leading = {ride.title for ride in links if ride.leads}
        riding = {ride.title for ride in links} - leading
        mains = leading or set(members) - riding
        if len(mains) != 1:
            return None
        main = mains.pop()
        ordered = [main, *(code for code in members if code != main)]
        demanded = {ride.title for ride in links if ride.must}
        demanded |= {h for ride in links if ride.must and ride.leads for h in ride.hosts}
        found = Bundle(
            tuple(self._titles[code] for code in ordered),
            frozenset(demanded & set(ordered[1:])),
        )
        return None if any(self.overloaded(found)) else found

    def load_norms(self, bundle: Bundle) -> Iterator[Norm]:
        """The norms of load for who holds `bundle`: those for leaders, or those for others."""
        leads = any(title.grade > Grade.SPECIALIST for title in bundle.titles)
        for norm in self.norms["load"]:
            if leads is bool(norm.values.get("leads", False)):
                yield norm

    def overloaded(self, bundle: Bundle) -> Iterator[Norm]:
        """Norms whose most titles for one person `bundle` passes; demanded titles do not count."""
        for norm in self.load_norms(bundle):
            if 1 + bundle.load > norm.number("most"):
                yield norm

    def members(self, body: str) -> frozenset[str]:
        """Codes of the titles whose holders belong to a body, by profile and by norm."""
        return self._members.get(body, frozenset())

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        """Every lawful bundle, single titles first; ValueError when there are far too many."""
        riders = sorted(
            {
                code
                for ride in (*self.musts, *self.mays)
                for code in (ride.title, *ride.hosts)
                if code in self._titles
            }
        )
        found = [self.bundle((code,)) for code in self._titles]
        for size in range(2, LARGEST + 1):
            found += [self.bundle(codes) for codes in combinations(riders, size)]
        bundles = tuple(bundle for bundle in found if bundle)
        if len(bundles) > MODELLING_LIMIT:
            raise ValueError(f"{len(bundles)} tổ hợp kiêm nhiệm, nhiều hơn {MODELLING_LIMIT}")
        return bundles


def own_concurrency(roster: Roster) -> tuple[Norm, ...]:
    """The sheet of concurrency as norms beside those of the law."""
    rules = {"must": "must_ride", "may": "may_ride", "never": "never_ride"}
    forces = {"must": Force.MUST, "may": Force.WISH, "never": Force.MUST}
    return tuple(
        Norm(
            id=f"W-{number}",
            used_by=rules[row.force],
            title="Kiêm nhiệm theo bảng của đơn vị",
            force=forces[row.force],
            source="Trang Kiêm nhiệm của bảng tính",
            confidence="C",
            values={"titles": (row.title,), "hosts": row.hosts},
        )
        for number, row in enumerate(roster.concurrency, 1)
    )
