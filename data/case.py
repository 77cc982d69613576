"""Putting a case together: a roster under the norms in force, a profile and a scenario."""

from pathlib import Path

from data.norms import read_norms
from data.profiles import profile_of
from data.reference import communes
from planner.case import Case
from planner.norms import Force, Norm, Norms
from planner.quota import quotas
from planner.roster import Roster
from planner.rules import all_rules
from planner.rules.shape import Preference
from planner.scenario import Scenario


def make_case(roster: Roster, scenario: Scenario, overlay: Path | None = None) -> Case:
    """The case of `roster` under `scenario`, norms of folder `overlay` laid over ours.

    Raises NoProfile, BadNorms; KeyError for an unknown quota scheme; ValueError for an unknown
    norm, or a pin or ban that names nobody or nothing.
    """
    _refuse_unknown(roster, scenario)
    profile = profile_of(roster.province)
    ours = (*read_norms(overlay), *_own_concurrency(roster))
    norms = Norms.in_force(ours, scenario.as_of, roster.province)
    province = communes(roster.province) or roster.communes
    norms = norms.with_forces(scenario.forces, scenario.prices)
    _refuse_musts_of_preferences(norms)
    return Case(
        roster,
        norms,
        scenario,
        profile,
        quotas(profile.scheme(scenario.quota), province),
    )


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
            values={"title": row.title, "hosts": list(row.hosts)},
        )
        for number, row in enumerate(roster.concurrency, 1)
    )


def _refuse_musts_of_preferences(norms: Norms) -> None:
    """A preference weighs one placement against another; as a must it would forbid them all."""
    for rule in all_rules():
        if isinstance(rule, Preference):
            for norm in norms.of(rule.code):
                if norm.must:
                    raise ValueError(
                        f"{norm.id} ({norm.title.lower()}) là tiêu chí ưu tiên: đặt mức độ "
                        "(price), không đặt bắt buộc (must) được"
                    )


def _refuse_unknown(roster: Roster, scenario: Scenario) -> None:
    """A pin or ban of the scenario must name a cadre, and a post or unit, of the roster."""
    people, targets = roster.people_known(), roster.targets_known()
    for demand in scenario.demands:
        if demand.cadre not in people:
            raise ValueError(f'giả định "{scenario.name}": không có cán bộ mã {demand.cadre}')
        if demand.target not in targets:
            raise ValueError(
                f'giả định "{scenario.name}": không có đơn vị hay chức danh mã {demand.target}'
            )
