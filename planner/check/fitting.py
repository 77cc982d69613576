"""A scenario fitted to a roster and the law of its day: what cannot hold is refused or let go."""

from dataclasses import replace

from planner.case import Case, Organisation, Scenario
from planner.check.misfits import FRAMES, Part, misfits
from planner.law.bundles import own_concurrency
from planner.law.law import Law
from planner.law.norm import Norms
from planner.law.profile import Profile
from planner.law.profile_posts import posts_of_profile
from planner.law.quota_scheme import Quota, quotas
from planner.roster import Roster


def case_under(law: Law, roster: Roster, scenario: Scenario) -> Case:
    """The case of `roster` under `scenario`. Titles and posts that the roster did not bring are
    those of the province profile.

    Raises KeyError for an unknown quota scheme; ValueError for whatever else of the scenario or of
    the roster's own pins and bans cannot hold.
    """
    roster = with_posts(roster, law.profile)
    _refuse_lost_demands(roster, scenario)
    norms = law.norms(own_concurrency(roster))
    for misfit in misfits(law.profile, norms, roster, scenario):
        raise misfit.error
    norms = norms.with_concurrency(scenario.concurrency)
    norms = norms.with_forces(scenario.forces, scenario.prices)
    norms = norms.only_wishes(scenario.only, FRAMES) if scenario.only else norms
    return Case(
        roster=roster,
        norms=norms,
        scenario=scenario,
        organisation=Organisation.of(roster, norms, law.profile),
        scheme_quota=_scheme_quota(law, norms, roster, scenario),
        tasks=(*law.tasks, *roster.own_tasks),
        overlay=law.overlay,
    )


def fitted(law: Law, roster: Roster, scenario: Scenario) -> tuple[Scenario, tuple[str, ...]]:
    """`scenario` without what cannot hold for this roster and law, and what was left out, in
    words."""
    filled = with_posts(roster, law.profile)
    norms = law.norms(own_concurrency(filled))
    found = tuple(misfits(law.profile, norms, filled, scenario))
    gone = {part: {m.said for m in found if m.part is part} for part in Part}
    fitting = replace(
        scenario,
        quota="" if gone[Part.SCHEME] else scenario.quota,
        forces={n: force for n, force in scenario.forces.items() if n not in gone[Part.LEVEL]},
        prices={n: price for n, price in scenario.prices.items() if n not in gone[Part.LEVEL]},
        demands=tuple(row for row in scenario.demands if row not in gone[Part.DEMAND]),
        waivers=tuple(row for row in scenario.waivers if row not in gone[Part.WAIVER]),
        transfers=tuple(row for row in scenario.transfers if row not in gone[Part.TRANSFER]),
        only=tuple(rule for rule in scenario.only if rule not in gone[Part.ONLY]),
    )
    return fitting, tuple(misfit.left_out for misfit in found)


def with_posts(roster: Roster, profile: Profile) -> Roster:
    """The roster with titles and posts: its own, else those of `profile`."""
    if roster.own_posts:
        return roster
    posts = posts_of_profile(profile, roster.communes)
    used = {post.title for post in posts}
    titles = tuple(title for title in profile.titles if title.code in used)
    return replace(roster, titles=titles, posts=posts)


def _scheme_quota(law: Law, norms: Norms, roster: Roster, scenario: Scenario) -> Quota:
    """Over all units of the province, with the roster's word on those that it knows."""
    known = {unit.code: unit for unit in roster.communes}
    province = tuple(known.pop(unit.code, unit) for unit in law.units)
    return quotas(law.profile.scheme(scenario.quota), norms, (*province, *known.values()))


def _refuse_lost_demands(roster: Roster, scenario: Scenario) -> None:
    """The roster's own pins and bans must aim at posts and units that are there on the day."""
    targets = roster.targets_known()
    for demand in roster.demands:
        if demand.target not in targets:
            raise ValueError(
                f"{demand.cadre}: không có chức danh {demand.target} vào ngày "
                f"{scenario.as_of:%d/%m/%Y} để giữ cố định hoặc không bố trí"
            )
