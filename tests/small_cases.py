"""Small odd cases and plans of them: at most twelve people, every rule within reach of breaking."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from data.legal_basis import make_case
from data.reference import communes, old_units, pilot_old_units, pilot_wards
from planner.case import Case, Scenario, Transfer
from planner.plan import Placement, Plan
from planner.roster import Cadre, Commune, Concurrent, Demand, OldUnit, Roster, Score
from planner.roster.levels import (
    QUOTA_BLOCKS,
    Block,
    Discipline,
    Education,
    Feature,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
    UnitRank,
)
from planner.rules import all_rules
from planner.rules.shape import Count, Gate
from planner.why.clash import clashes
from tests.builders import person

TODAY = date(2026, 11, 22)
SETTINGS = (
    ("01", TODAY),
    ("33", date(2025, 7, 1)),
    ("33", date(2025, 10, 15)),
    ("33", date(2025, 12, 31)),
    ("12", TODAY),
    ("79", TODAY),
    ("01", date(2025, 7, 1)),
    ("01", date(2021, 7, 1)),
    ("25", date(2026, 1, 15)),
    ("01", TODAY),
)
"""Provinces and days whose laws differ; Hà Nội of 2021 is the pilot."""

TIGHT = """
[[change]]
id = "Q-GOV-AVG32"
values = { average = "1 người/xã" }
price = 7
source = "kiểm thử"
[[change]]
id = "S-BCH-SIZE"
values = { maximum = "1 người", maximum_merged = "2 người" }
source = "kiểm thử"
[[change]]
id = "S-BTV-SIZE"
values = { minimum = "1 người", maximum = "2 người" }
source = "kiểm thử"
[[change]]
id = "Q-NOOFFICE-40"
values = { maximum = "2 người" }
source = "kiểm thử"
[[change]]
id = "S-DEP-AVG2"
values = { average = "1/3 người/phòng" }
source = "kiểm thử"
[[change]]
id = "Q-PATH-2030"
values = { start = "0 %" }
source = "kiểm thử"
[[change]]
id = "P-MINORITY"
force = "wish"
source = "kiểm thử"
[[change]]
id = "P-PRESENCE"
force = "wish"
source = "kiểm thử"
[[change]]
id = "Q-CUT-2631"
force = "wish"
source = "kiểm thử"
[[change]]
id = "Q-SPLIT-OFFICE"
force = "wish"
values = { maximum = "1 người" }
source = "kiểm thử"
"""
"""An overlay that brings figures made for whole communes down to a handful of people."""

FIELDS = (
    "luật",
    "hành chính",
    "kế toán – tài chính",
    "công nghệ thông tin",
    "đất đai – địa chính",
    "xây dựng – kiến trúc",
    "y tế",
)


OWN_CONCURRENCY = (
    Concurrent("HDND-PCT", "may", ("UBKT-CN",)),
    Concurrent("KT-KTV", "never", ("KT-TC",)),
)


def small_case(seed: int, sound: bool = False) -> Case:
    """One or two units with up to twelve people, half of them ordinary and half of them odd. A
    `sound` case has a lawful plan: an organisation that breaks no must, and no demand that clashes.
    """
    rng = random.Random(seed)
    province, day = SETTINGS[seed % len(SETTINGS)]
    units, olds = _units(rng, province, day)
    base = Roster(
        province=province,
        communes=units,
        old_units=olds,
        titles=(),
        posts=(),
        cadres=(),
        own_posts=False,
    )
    plain = make_case(base, Scenario("PA1", day), {"t.toml": TIGHT})
    running = seed // len(SETTINGS) % 2 == 1
    people = [_cadre(rng, f"P{n:02}", plain, running) for n in range(12)]
    kin = tuple((people[n].code, people[n + 1].code) for n in range(0, 8, 2))
    posts = [post.code for post in plain.roster.posts]
    demands = _demands(rng, people, [*posts, units[0].code])
    roster = replace(
        base,
        cadres=tuple(people),
        kin=kin,
        demands=demands,
        scores=tuple(
            Score(who.code, code, rng.randint(1, 60))
            for who in people[:4]
            for code in rng.sample(posts, 3)
        ),
        concurrency=OWN_CONCURRENCY if rng.random() < 0.7 and day >= date(2025, 7, 1) else (),
    )
    forces = _forces(rng, plain, sound)
    scenario = Scenario(
        "PA1",
        day,
        forces=forces,
        prices={norm: rng.choice([5, 90]) for norm, force in forces.items() if force == "wish"},
        transfers=_transfers(rng, units) if rng.random() < 0.6 and not sound else (),
        base_headcount=rng.choice([None, 2, 4]),
        kept={who.code: rng.choice(posts) for who in people[3:6]},
    )
    case = make_case(roster, scenario, {"t.toml": TIGHT})
    if sound:
        against = {demand for clash in clashes(case) for demand in clash.demands}
        kept = tuple(demand for demand in demands if demand not in against)
        return make_case(replace(roster, demands=kept), scenario, {"t.toml": TIGHT})
    return _damaged(rng, case) if seed % 3 == 0 else case


def _demands(rng: random.Random, people: list[Cadre], targets: list[str]) -> tuple[Demand, ...]:
    return tuple(
        Demand(rng.choice(people).code, rng.choice(targets), rng.random() < 0.4) for _ in range(2)
    )


def _units(
    rng: random.Random, province: str, day: date
) -> tuple[tuple[Commune, ...], tuple[OldUnit, ...]]:
    if day < date(2025, 6, 1):
        wards = tuple(
            replace(ward, rank=rng.choice([UnitRank.I, UnitRank.II, UnitRank.III]))
            for ward in pilot_wards(day)[16:18]
        )
        return wards, pilot_old_units(wards)
    units = []
    first, last = communes(province)[0], communes(province)[-1]
    for unit in rng.choice([(first,), (last,), (first, last)]):
        features = set(unit.features)
        features |= set(rng.sample([Feature.NO_OFFICE, Feature.NOT_MERGED, Feature.ISLAND], 1))
        quota = {block: rng.randint(0, 1) for block in QUOTA_BLOCKS}
        units.append(
            replace(
                unit,
                features=frozenset(features),
                rank=rng.choice([None, UnitRank.SPECIAL, UnitRank.SPECIAL, UnitRank.II]),
                quota=quota if rng.random() < 0.8 else {},
                population=rng.choice([0, 4_000, 60_000]),
                area_km2=rng.choice([0.0, 3.0, 200.0]),
            )
        )
    codes = {unit.code for unit in units}
    olds = tuple(
        replace(old, successors=tuple(c for c in old.successors if c in codes))
        for old in old_units(province)
        if codes & set(old.successors)
    )
    return tuple(units), olds


STRUCTURAL = frozenset(
    {"must_ride", "may_ride", "never_ride", "incompatible", "load", "one_bundle", "pins"}
)
"""Rules that make the bundles, or hold a lawful plan together, whatever their force."""


def _forces(rng: random.Random, case: Case, sound: bool) -> dict[str, str]:
    """Some gates and counts at another force; in a sound case no wish becomes a must."""
    rules = {rule.code: rule for rule in all_rules() if isinstance(rule, Gate | Count)}
    norms = [n for n in case.norms.entries if n.used_by in rules and n.used_by not in STRUCTURAL]
    chosen = rng.sample(norms, 8)
    forces = ["wish", "wish", "wish", "off"] if sound else ["wish", "wish", "must", "off"]
    return {norm.id: rng.choice(forces) for norm in chosen if norm.used_by != "theory"}


def _transfers(rng: random.Random, units: tuple[Commune, ...]) -> tuple[Transfer, ...]:
    body = rng.choice(["", "Ban Thường vụ Thành ủy"])
    number = rng.choice([0, 1, 40])
    return (
        Transfer(
            commune=units[0].code,
            source=Block.PARTY,
            target=Block.GOVERNMENT,
            number=number,
            body=body,
        ),
    )


def _cadre(rng: random.Random, code: str, case: Case, running: bool) -> Cadre:
    units = [unit.code for unit in case.communes]
    title = rng.choice(case.titles)
    known: dict[str, Any] = {
        "grade": rng.choice(list(Grade)),
        "rank": rng.choice([Rank.SPECIALIST, Rank.PRINCIPAL]),
        "theory": Theory.ADVANCED,
        "fields": frozenset(title.fields or {rng.choice(FIELDS)}),
        "work": rng.choice(FIELDS),
        "months_left": rng.randint(40, 300),
        "committee": True,
        "planned": Grade.CHIEF,
        "tenure": 40,
        "state_management": StateManagement.PRINCIPAL,
        "it": rng.choice(list(ItLevel)),
        "sex": rng.choice(list(Sex)),
        "home": rng.choice([*units, ""]),
        "origin": rng.choice([*units, "Nơi khác", ""]),
        "deputy_of": rng.choice(units),
        "born": date(rng.randint(1965, 1998), 5, 1),
        "preferences": tuple(rng.sample(units, 1)) if rng.random() < 0.4 else (),
        **_workplace(rng, case, running),
    }
    return person(code, **{**known, **(_oddities(rng, units) if rng.random() < 0.6 else {})})


def _workplace(rng: random.Random, case: Case, running: bool) -> dict[str, Any]:
    units = [unit.code for unit in case.communes]
    if running:
        post = rng.choice(case.roster.posts)
        since = case.norms.day - timedelta(days=rng.choice([200, 2600]))
        return {
            "place_kind": PlaceKind.COMMUNE,
            "place": post.commune,
            "post": post.code,
            "head_years": rng.choice([None, 2, 9]),
            "in_post_since": since,
            "grade": case.title_of(post.code).grade,
        }
    old = rng.choice(case.roster.old_units[:4])
    if rng.random() < 0.3:
        return {"place_kind": PlaceKind.OLD_DISTRICT, "place": old.district}
    return rng.choice(
        [
            {"place_kind": PlaceKind.OLD_UNIT, "place": old.code},
            {"place_kind": PlaceKind.COMMUNE, "place": rng.choice(units)},
        ]
    )


def _oddities(rng: random.Random, units: list[str]) -> dict[str, Any]:
    """A few things out of the ordinary."""
    odd: dict[str, Any] = {
        "education": rng.choice([Education.INTERMEDIATE, Education.COLLEGE]),
        "theory": rng.choice([Theory.NONE, Theory.PRIMARY, Theory.INTERMEDIATE]),
        "party": False,
        "months_left": rng.choice([10, 30, 50]),
        "committee": False,
        "planned": None,
        "tenure": rng.choice([None, 3]),
        "state_management": rng.choice([None, StateManagement.NONE]),
        "it": None,
        "kind": rng.choice(list(PersonKind)),
        "status": rng.choice([s for s in Status if s not in (Status.RETIRING, Status.RESIGNING)]),
        "discipline": rng.choice(list(Discipline)),
        "deputy_of": "",
        "waiver": True,
        "minority": True,
        "policy": True,
        "council_experience": True,
        "matching_years": rng.choice([None, 2, 8]),
        "ratings": (rng.choice(list(Rating)),),
    }
    chosen = {name: odd[name] for name in rng.sample(sorted(odd), 4)}
    if "discipline" in chosen:
        chosen["discipline_day"] = rng.choice([None, date(2021, 1, 1), date(2026, 6, 1)])
    if "policy" in chosen:
        chosen["home"] = units[-1]
    return chosen


def _damaged(rng: random.Random, case: Case) -> Case:
    """The same organisation with offices missing, titles too many, seats moved."""
    gone = {rng.choice([title.office.code for title in case.titles])}
    titles, posts = list(case.roster.titles), list(case.roster.posts)
    posts = [post for post in posts if case.title_of(post.code).office.code not in gone]
    unit = case.communes[0].code
    for number in range(rng.choice([1, 40])):
        model = rng.choice([t for t in case.titles if t.office.code in ("VP", "KT", "HDND", "CCP")])
        extra = replace(model, code=f"X-{number}", name=f"Vị trí {number}", order=9000 + number)
        titles.append(extra)
        posts.append(replace(posts[0], code=f"{unit}/X-{number}", commune=unit, title=extra.code))
    for place, post in enumerate(posts):
        if rng.random() < 0.2:
            low = rng.randint(0, 2)
            posts[place] = replace(post, minimum=low, maximum=low + rng.randint(0, 2))
    offices = {office.code: office for office in case.organisation.profile.offices}
    if "TTPVHCC" in offices and rng.random() < 0.9:
        centre = replace(titles[0], code="TTPVHCC-GD", office=offices["TTPVHCC"])
        if all(title.code != centre.code for title in titles):
            titles.append(centre)
            posts.append(replace(posts[0], code=f"{unit}/TTPVHCC-GD", title=centre.code))
    known = {post.code for post in posts}
    roster = replace(
        case.roster,
        titles=tuple(titles),
        posts=tuple(posts),
        own_posts=True,
        demands=tuple(d for d in case.roster.demands if d.target in known),
        scores=tuple(s for s in case.roster.scores if s.post in known),
        cadres=tuple(
            replace(c, post=c.post if c.post in known else "") for c in case.roster.cadres
        ),
    )
    return make_case(roster, case.scenario, {"t.toml": TIGHT})


def mutants(case: Case, plan: Plan, seed: int) -> Iterator[Plan]:
    """Plans a few steps away from `plan`, for ever; each step breaks something on purpose."""
    rng = random.Random(seed)
    steps = (
        _move,
        _crowd,
        _pair_up,
        _pair_up,
        _kin_together,
        _go_home,
        _deputies,
        _leave,
        _twice,
        _lead,
    )
    while True:
        held = {code: list(rows) for code, rows in plan.by_cadre.items()}
        for _ in range(rng.randint(1, 4)):
            rng.choice(steps)(rng, case, held)
        rows = [row for rows in held.values() for row in rows]
        yield Plan.of(rows, [c.code for c in case.cadres if not held.get(c.code)])


Held = dict[str, list[Placement]]


def _spot(rng: random.Random, case: Case) -> str:
    return rng.choice(case.communes).code


def _put(case: Case, held: Held, cadre: str, unit: str, *titles: str) -> None:
    known = [code for title in titles if (code := f"{unit}/{title}") in case.posts]
    if known:
        held[cadre] = [Placement(cadre, known[0], tuple(known[1:]))]


def _anybody(rng: random.Random, case: Case) -> str:
    return rng.choice(case.cadres).code


def _move(rng: random.Random, case: Case, held: Held) -> None:
    bundle = rng.choice(case.organisation.bundles)
    _put(case, held, _anybody(rng, case), _spot(rng, case), *bundle.codes)


def _lead(rng: random.Random, case: Case, held: Held) -> None:
    """Somebody, and up to two others from the same place, lead the unit that it went into."""
    first = rng.choice(case.cadres)
    old = case.organisation.old_units.get(first.place)
    unit = old.successors[0] if old and old.successors else _spot(rng, case)
    leading = [b for b in case.organisation.bundles if b.main.grade >= Grade.HEAD] or list(
        case.organisation.bundles
    )
    same = [cadre for cadre in case.cadres if cadre.place == first.place]
    for cadre in (first, *same[:2]):
        _put(case, held, cadre.code, unit, *rng.choice(leading).codes)


def _crowd(rng: random.Random, case: Case, held: Held) -> None:
    unit, title = _spot(rng, case), rng.choice(case.titles)
    for cadre in rng.sample(case.cadres, min(4, len(case.cadres))):
        _put(case, held, cadre.code, unit, title.code)


def _pair_up(rng: random.Random, case: Case, held: Held) -> None:
    """Two titles that the law joins, keeps apart, or says nothing of."""
    pairs = [
        ("UBND-PCT", "HDND-PCT"),
        ("HDND-PBKT", "KT-TP"),
        ("UBND-PCT", "TTPVHCC-GD"),
        ("KT-TC", "KT-KTV"),
        ("KT-TC", "KT-KTV", "KT-KH"),
        ("HDND-PCT", "UBKT-CN"),
        ("UBND-CT", "VP-TP"),
        ("HDND-CT", "VP-CVP"),
        ("DU-PBT", "MTTQ-CT"),
        tuple(title.code for title in rng.sample(case.titles, 2)),
    ]
    _put(case, held, _anybody(rng, case), _spot(rng, case), *rng.choice(pairs))


def _kin_together(rng: random.Random, case: Case, held: Held) -> None:
    if not case.roster.kin:
        return
    pair = list(rng.choice(case.roster.kin))
    rng.shuffle(pair)
    seats = [
        ("KT-TP", "KT-PTP"),
        ("KT-TP", "KT-KTV"),
        ("UBND-CT", "UBND-PCT"),
        ("DU-BT", "UBKT-CN"),
        ("UBND-PCT", "UBND-PCT"),
        ("DU-BT", "DU-PBTTT"),
    ]
    unit, titles = _spot(rng, case), rng.choice(seats)
    for cadre, title in zip(pair, titles, strict=True):
        if cadre in case.cadre_at:
            _put(case, held, cadre, unit, title)


def _go_home(rng: random.Random, case: Case, held: Held) -> None:
    for cadre in case.cadres:
        if cadre.post in case.posts:
            held[cadre.code] = [Placement(cadre.code, cadre.post)]


def _deputies(rng: random.Random, case: Case, held: Held) -> None:
    unit = _spot(rng, case)
    title = rng.choice(["KT-PTP", "VP-PCVP", "HDND-PBKT", "UBND-PCT", "P-VPTK"])
    for cadre in rng.sample(case.cadres, min(3, len(case.cadres))):
        _put(case, held, cadre.code, unit, title)


def _leave(rng: random.Random, case: Case, held: Held) -> None:
    for cadre in rng.sample(case.cadres, len(case.cadres) // 2):
        held.pop(cadre.code, None)


def _twice(rng: random.Random, case: Case, held: Held) -> None:
    cadre = _anybody(rng, case)
    more = Placement(cadre, rng.choice(case.roster.posts).code)
    held.setdefault(cadre, []).append(more)
