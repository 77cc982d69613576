"""Putting a case together: a roster under the norms in force, a profile and a scenario."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from data.norms import Files, folder_files, read_norms
from data.profiles import profile_of
from data.reference import communes, merged_from, tasks
from planner.case import Case
from planner.norms import Force, Norm, Norms
from planner.posts import posts_of_profile
from planner.quota import quotas
from planner.roster import Roster
from planner.rules import all_rules
from planner.rules.shape import Frame, Gate, Preference
from planner.scenario import Scenario


def make_case(roster: Roster, scenario: Scenario, overlay: Path | Files | None = None) -> Case:
    """The case of `roster` under `scenario`, norms of `overlay` laid over ours. Titles and posts
    that the roster did not bring are those of the province profile on the scenario's day.

    Raises NoProfile, BadNorms; KeyError for an unknown quota scheme; ValueError for an unknown
    norm, or a pin, ban or transfer that names nobody or nothing.
    """
    day = scenario.as_of
    profile = profile_of(roster.province, day)
    roster = with_posts(roster, day)
    _refuse_unknown(roster, scenario)
    files = folder_files(overlay) if isinstance(overlay, Path) else (overlay or {})
    everything = (*read_norms(files), *_own_concurrency(roster))
    merged = merged_from(roster.province)
    norms = Norms.in_force(everything, day, roster.province, merged)
    norms = norms.with_concurrency(scenario.concurrency)
    norms = norms.with_forces(scenario.forces, scenario.prices)
    norms = norms.only_wishes(_rules_named(scenario), FRAMES) if scenario.only else norms
    _refuse_waivers(norms, scenario)
    _refuse_musts_of_preferences(norms)
    whole = () if profile.earlier_units else communes(roster.province)
    known = {unit.code: unit for unit in roster.communes}
    province = tuple(known.get(unit.code, unit) for unit in whole) or roster.communes
    own = tuple(unit for unit in roster.communes if unit.code not in {u.code for u in province})
    scheme = profile.scheme(scenario.quota)
    return Case(
        roster,
        norms,
        scenario,
        profile,
        quotas(scheme, norms, (*province, *own)),
        (*tasks(), *roster.own_tasks),
        tuple(sorted(files.items())),
    )


def fitted(
    roster: Roster, scenario: Scenario, overlay: Path | Files | None = None
) -> tuple[Scenario, tuple[str, ...]]:
    """`scenario` without what cannot hold for this roster and law on its day, and what was left
    out, in words: demands, waivers and transfers that name nobody or nothing, what it says of norms
    not in force, a quota scheme that is not there."""
    day, filled = scenario.as_of, with_posts(roster, scenario.as_of)
    people, targets = filled.people_known(), filled.targets_known()
    units = {unit.code for unit in roster.communes}
    files = folder_files(overlay) if isinstance(overlay, Path) else (overlay or {})
    everything = (*read_norms(files), *_own_concurrency(roster))
    held = Norms.in_force(everything, day, roster.province, merged_from(roster.province)).entries
    ids = {norm.id for norm in held}
    schemes = {scheme.name for scheme in profile_of(roster.province, day).schemes}
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


def with_posts(roster: Roster, day: date) -> Roster:
    """The roster with titles and posts: its own, else those of its profile on `day`."""
    if roster.own_posts:
        return roster
    profile = profile_of(roster.province, day)
    posts = posts_of_profile(profile, roster.communes)
    used = {post.title for post in posts}
    titles = tuple(title for title in profile.titles if title.code in used)
    return replace(roster, titles=titles, posts=posts)


def _own_concurrency(roster: Roster) -> tuple[Norm, ...]:
    """The sheet of concurrency as norms beside those of the law."""
    rules = {"must": "must_ride", "may": "may_ride", "never": "never_ride"}
    forces = {"must": Force.MUST, "may": Force.WISH, "never": Force.MUST}
    return tuple(
        Norm(
            f"W-{number}",
            rules[row.force],
            "Kiêm nhiệm theo bảng của đơn vị",
            forces[row.force],
            "Trang Kiêm nhiệm của bảng tính",
            "C",
            values={"titles": (row.title,), "hosts": row.hosts},
        )
        for number, row in enumerate(roster.concurrency, 1)
    )


def _refuse_musts_of_preferences(norms: Norms) -> None:
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


def _rules_named(scenario: Scenario) -> tuple[str, ...]:
    """The rules whose wishes alone count; ValueError for one that does not exist."""
    codes = {rule.code for rule in all_rules()}
    for code in scenario.only:
        if code not in codes:
            raise ValueError(f'giả định "{scenario.name}": không có quy tắc {code}')
    return scenario.only


def _refuse_waivers(norms: Norms, scenario: Scenario) -> None:
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


def _refuse_unknown(roster: Roster, scenario: Scenario) -> None:
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
