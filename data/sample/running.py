"""The running situation: everyone sits in a new unit and post, units unevenly over and short."""

import random
from collections.abc import Sequence
from dataclasses import replace

from data.sample.invented_people import Calling, PersonMaker
from planner.law.profile import Profile
from planner.roster import Cadre, Commune, Post, Title
from planner.roster.levels import Grade, PersonKind, PlaceKind

RIDERS = {
    "DU-BT": ("HDND-CT", "CHQS-CTV"),
    "UBND-CT": ("DU-PBT",),
    "UBKT-CN": ("HDND-TBKT",),
    "BXD-TB": ("HDND-TBVX",),
    "MTTQ-TN": ("CHQS-CTVP",),
}
"""Main title → the titles its holder also has, as communes usually arrange it."""
RIDING = frozenset(rider for riders in RIDERS.values() for rider in riders)
DEPUTIES = (0.06, 0.3, 0.7, 0.92)
"""Share of deputies of the commune's own People's Council, by grade."""


def running_cadres(
    rng: random.Random,
    maker: PersonMaker,
    units: Sequence[Commune],
    profile: Profile,
    posts: Sequence[Post],
    staffing: float,
) -> list[Cadre]:
    """Holders of posts: some seats empty, some units full to the last optional seat."""
    titles = {title.code: title for title in profile.titles}
    council = any(title.office.code == "HDND" for title in profile.titles)
    cadres: list[Cadre] = []
    for unit in units:
        own = {post.title: post for post in posts if post.commune == unit.code}
        fullness = min(1.0, max(0.0, rng.gauss(0.38, 0.35)) * staffing)
        for code, post in own.items():
            title = titles[code]
            if code in RIDING:
                continue
            for _ in range(_filled(rng, title, post, fullness, staffing)):
                riders = tuple(own[r].code for r in RIDERS.get(code, ()) if r in own)
                cadre = maker.make(_calling(rng, title), PlaceKind.COMMUNE, unit.code, "")
                home = unit.code if rng.random() < 0.6 else rng.choice(units).code
                sits = council and (
                    title.office.code == "HDND" or rng.random() < DEPUTIES[title.grade]
                )
                cadres.append(
                    replace(
                        cadre,
                        post=post.code,
                        concurrent=riders,
                        home=home,
                        deputy_of=unit.code if sits else "",
                    )
                )
    return [_with_preferences(rng, cadre, units) for cadre in cadres]


def _filled(rng: random.Random, title: Title, post: Post, fullness: float, staffing: float) -> int:
    """Seats of a post that have a holder: mostly the minimum, then as the unit is full."""
    empty = 0.02 if title.key else 0.3 if title.scarce else 0.06
    empty = min(0.9, empty / staffing**2)
    low = sum(rng.random() > empty for _ in range(post.minimum))
    room = post.maximum - post.minimum
    if title.grade > Grade.SPECIALIST:
        room = min(room, 1)
    return low + sum(rng.random() < fullness * 0.8 for _ in range(room))


def _calling(rng: random.Random, title: Title) -> Calling:
    kind = PersonKind.CADRE if title.key else PersonKind.CIVIL_SERVANT
    fits = rng.random() > 0.04
    return Calling(
        grade=title.grade,
        kind=kind,
        title=title.name,
        work=sorted(title.fields)[0] if title.fields else "",
        party=title.party or title.grade >= Grade.HEAD,
        fields=title.fields if fits else frozenset(),
        it=title.it,
    )


def _with_preferences(rng: random.Random, cadre: Cadre, units: Sequence[Commune]) -> Cadre:
    """One in eight asks to go somewhere, mostly home."""
    if rng.random() > 0.125:
        return cadre
    wanted = [rng.choices((cadre.home, rng.choice(units).code), (4, 1))[0] for _ in range(2)]
    return replace(cadre, preferences=tuple(dict.fromkeys(wanted)))
