"""One commune as offices with their seats and holders: what a board or a printed chart draws."""

from dataclasses import dataclass

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import Block, Grade
from planner.rules import rules_of
from planner.rules.competence import Competence
from planner.rules.cover import Cover
from planner.text.vietnamese import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One filled or empty seat. `cadre` empty: vacant. `beside`: other titles of the holder."""

    post: str
    title: str
    leads: bool
    key: bool
    cadre: str = ""
    name: str = ""
    concurrent: bool = False
    """Held beside a main post that counts elsewhere."""
    beside: tuple[str, ...] = ()
    able: tuple[Competence, ...] = ()
    """What the holder can do of that which each unit keeps somebody for."""
    arrived: bool = False
    """The holder comes from outside the units merged here."""
    pinned: bool = False
    counted: Block | None = None
    """Block of the main post, when this one is concurrent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCard:
    code: str
    name: str
    block: Block
    seats: tuple[Seat, ...]
    placed: int
    """People whose main post is in this office."""
    vacant: int
    minimum: int
    """Seats that must be filled."""


def office_cards(case: Case, plan: Plan, commune: int) -> tuple[OfficeCard, ...]:
    """The offices of one commune in order, leaders first, vacancies where their title stands."""
    unit = case.communes[commune]
    offices: dict[str, list[Seat]] = {}
    placed: dict[str, int] = {}
    least: dict[str, int] = {}
    blocks: dict[str, tuple[str, Block]] = {}
    for place, title in enumerate(case.titles):
        post = case.organisation.post_in.get((commune, place))
        if post is None:
            continue
        office = title.office
        blocks.setdefault(office.code, (office.named(unit.type), office.block))
        seats = [_seat(case, plan, post.code, code) for code in plan.by_post.get(post.code, ())]
        seats.sort(key=lambda seat: name_key(seat.name))
        placed[office.code] = placed.get(office.code, 0) + sum(not s.concurrent for s in seats)
        least[office.code] = least.get(office.code, 0) + post.minimum
        leads = title.grade > Grade.SPECIALIST
        empty = Seat(post=post.code, title=title.name, leads=leads, key=title.key)
        offices.setdefault(office.code, []).extend(
            [*seats, *[empty] * max(0, post.minimum - len(seats))]
        )
    return tuple(
        OfficeCard(
            code=code,
            name=blocks[code][0],
            block=blocks[code][1],
            seats=tuple(seats),
            placed=placed[code],
            vacant=sum(not seat.cadre for seat in seats),
            minimum=least[code],
        )
        for code, seats in offices.items()
    )


def _seat(case: Case, plan: Plan, post: str, code: str) -> Seat:
    title, place = case.title_of(post), case.cadre_at.get(code)
    row = next(row for row in plan.by_cadre[code] if post in row.posts)
    beside = tuple(case.title_of(p).name for p in row.posts if p != post and p in case.posts)
    leads = title.grade > Grade.SPECIALIST
    if place is None:
        return Seat(post=post, title=title.name, leads=leads, key=title.key, cadre=code, name=code)
    cadre, commune = case.cadres[place], case.commune_of(post)
    return Seat(
        post=post,
        title=title.name,
        leads=leads,
        key=title.key,
        cadre=code,
        name=cadre.name,
        concurrent=post != row.main,
        beside=beside,
        able=tuple(cover.competence for cover in rules_of(Cover) if cover.does(case, cadre)),
        arrived=case.whereabouts.away(place, commune),
        pinned=code in case.requests.pinned,
        counted=case.title_of(row.main).block if post != row.main else None,
    )


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody of the units merged here who sits elsewhere (`post`), or nowhere."""

    cadre: str
    name: str
    post: str


def leavers(case: Case, plan: Plan, commune: int) -> tuple[Leaver, ...]:
    """Those whose home (`Whereabouts.home`) is here and whose main post is elsewhere or nowhere, by
    name; those without a post last."""
    found = []
    for place, cadre in enumerate(case.cadres):
        if not case.whereabouts.own[place] or case.whereabouts.home(place) != commune:
            continue
        rows = plan.by_cadre.get(cadre.code, ())
        main = rows[0].main if rows and rows[0].main in case.posts else ""
        if not main or case.whereabouts.away(place, case.commune_of(main)):
            found.append(Leaver(cadre.code, cadre.name, main))
    return tuple(sorted(found, key=lambda who: (not who.post, name_key(who.name), who.cadre)))
