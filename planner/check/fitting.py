"""Does a scenario fit a roster and the law of its day: what cannot hold is refused or let go."""

from dataclasses import replace

from planner.case import Case, Organisation, Scenario
from planner.law.bundles import own_concurrency
from planner.law.law import Law
from planner.law.norm import Norms
from planner.law.profile import Profile
from planner.law.profile_posts import posts_of_profile
from planner.law.quota_scheme import quotas
from planner.roster import Roster
from planner.rules import all_rules
from planner.rules.shape import Frame, Gate, Preference


def case_under(law: Law, roster: Roster, scenario: Scenario) -> Case:
    """The case of `roster` under `scenario`. Titles and posts that the roster did not bring are
    those of the province profile.

    Raises KeyError for an unknown quota scheme; ValueError for an unknown norm, or a pin, ban or
    transfer that names nobody or nothing.
    """
    roster = with_posts(roster, law.profile)
    refuse_unknown(roster, scenario)
    norms = law.norms(own_concurrency(roster))
    norms = norms.with_concurrency(scenario.concurrency)
    norms = norms.with_forces(scenario.forces, scenario.prices)
    norms = norms.only_wishes(rules_named(scenario), FRAMES) if scenario.only else norms
    refuse_waivers(norms, scenario)
    refuse_musts_of_preferences(norms)
    known = {unit.code: unit for unit in roster.communes}
    province = tuple(known.get(unit.code, unit) for unit in law.units) or roster.communes
    own = tuple(unit for unit in roster.communes if unit.code not in {u.code for u in province})
    return Case(
        roster=roster,
        norms=norms,
        scenario=scenario,
        organisation=Organisation.of(roster, norms, law.profile),
        scheme_quota=quotas(law.profile.scheme(scenario.quota), norms, (*province, *own)),
        tasks=(*law.tasks, *roster.own_tasks),
        overlay=law.overlay,
    )


def fitted(law: Law, roster: Roster, scenario: Scenario) -> tuple[Scenario, tuple[str, ...]]:
    """`scenario` without what cannot hold for this roster and law, and what was left out, in words:
    demands, waivers and transfers that name nobody or nothing, what it says of norms not in force,
    a quota scheme that is not there."""
    filled = with_posts(roster, law.profile)
    people, targets = filled.people_known(), filled.targets_known()
    units = {unit.code for unit in roster.communes}
    ids = {norm.id for norm in law.norms(own_concurrency(roster)).entries}
    schemes = {scheme.name for scheme in law.profile.schemes}
    fitting = replace(
        scenario,
        quota=scenario.quota if scenario.quota in schemes else "",
        forces={norm: force for norm, force in scenario.forces.items() if norm in ids},
        prices={norm: price for norm, price in scenario.prices.items() if norm in ids},
        demands=tuple(d for d in scenario.demands if d.cadre in people and d.target in targets),
        waivers=tuple(w for w in scenario.waivers if w.cadre in people and w.norm in ids),
        transfers=tuple(row for row in scenario.transfers if row.commune in units),
    )
    left = [
        f"{'giữ' if d.pin else 'không bố trí'} {d.cadre} · {d.target}"
        for d in scenario.demands
        if d not in fitting.demands
    ]
    left += [f"miễn {w.norm} cho {w.cadre}" for w in scenario.waivers if w not in fitting.waivers]
    left += [
        f"chuyển biên chế ở đơn vị mã {row.commune}"
        for row in scenario.transfers
        if row not in fitting.transfers
    ]
    left += [f"mức độ của {norm}" for norm in sorted({*scenario.forces, *scenario.prices} - ids)]
    if fitting.quota != scenario.quota:
        left.append(f"bộ biên chế {scenario.quota}")
    return fitting, tuple(left)


def with_posts(roster: Roster, profile: Profile) -> Roster:
    """The roster with titles and posts: its own, else those of `profile`."""
    if roster.own_posts:
        return roster
    posts = posts_of_profile(profile, roster.communes)
    used = {post.title for post in posts}
    titles = tuple(title for title in profile.titles if title.code in used)
    return replace(roster, titles=titles, posts=posts)


def refuse_musts_of_preferences(norms: Norms) -> None:
    """A preference weighs one placement against another; as a must it would forbid them all. A
    frame judges no placement, so it has no price."""
    for rule in all_rules():
        if isinstance(rule, Frame):
            for norm in norms.of(rule.code):
                if norm.price:
                    raise ValueError(
                        f"{norm.id} ({norm.title.lower()}) là khung: không đặt giá được"
                    )
        if isinstance(rule, Preference):
            for norm in norms.of(rule.code):
                if norm.must:
                    raise ValueError(
                        f"{norm.id} ({norm.title.lower()}) là tiêu chí ưu tiên: đặt mức độ "
                        "(price), không đặt bắt buộc (must) được"
                    )


FRAMES = frozenset(rule.code for rule in all_rules() if isinstance(rule, Frame))


def rules_named(scenario: Scenario) -> tuple[str, ...]:
    """The rules whose wishes alone count; ValueError for one that does not exist."""
    codes = {rule.code for rule in all_rules()}
    for code in scenario.only:
        if code not in codes:
            raise ValueError(f'giả định "{scenario.name}": không có quy tắc {code}')
    return scenario.only


def refuse_waivers(norms: Norms, scenario: Scenario) -> None:
    """Only conditions and standards in force can be waived for a person."""
    for waiver in scenario.waivers:
        norm = norms.named(waiver.norm)
        if norm is None:
            raise ValueError(f'giả định "{scenario.name}": không có căn cứ số {waiver.norm}')
        codes = {rule.code for rule in all_rules() if isinstance(rule, Gate) and rule.waivable}
        if norm.used_by not in codes:
            raise ValueError(
                f'giả định "{scenario.name}": {norm.id} ({norm.title.lower()}) không miễn được'
            )


def refuse_unknown(roster: Roster, scenario: Scenario) -> None:
    """Pins, bans and transfers must name cadres, posts and units that are there on the day."""
    people, targets = roster.people_known(), roster.targets_known()
    units = {unit.code for unit in roster.communes}
    for demand in roster.demands:
        if demand.target not in targets:
            raise ValueError(
                f"{demand.cadre}: không có chức danh {demand.target} vào ngày "
                f"{scenario.as_of:%d/%m/%Y} để giữ cố định hoặc không bố trí"
            )
    for row in scenario.transfers:
        if row.commune not in units:
            raise ValueError(
                f'giả định "{scenario.name}": chuyển biên chế ở đơn vị mã {row.commune}, '
                "không có trong danh sách"
            )
    for waiver in scenario.waivers:
        if waiver.cadre not in people:
            raise ValueError(f'giả định "{scenario.name}": không có cán bộ mã {waiver.cadre}')
    for demand in scenario.demands:
        if demand.cadre not in people:
            raise ValueError(f'giả định "{scenario.name}": không có cán bộ mã {demand.cadre}')
        if demand.target not in targets:
            raise ValueError(
                f'giả định "{scenario.name}": không có đơn vị hay chức danh mã {demand.target}'
            )
