"""Why not: what speaks against one person on one post instead of what a plan says."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.case import Case
from planner.check import Report, breaches_beside_gates
from planner.check.finding_words import about, finding_text
from planner.check.gates import verdicts
from planner.plan import Finding, Placement, Plan
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Gate, Spot, Verdict
from planner.why.reasons import Reason


@dataclass(frozen=True, kw_only=True)
class Instead:
    """`refused`: gates that bar the pair, each with its article. `broken`: other musts that the
    plan would break with this person there. `displaced`: who would have to leave the seat.
    `conditions`: what the person would have to fulfil."""

    cadre: str
    post: str
    posts: tuple[str, ...]
    """All posts the person would hold, main first; what the law ties to the post goes with it."""
    refused: tuple[Reason, ...]
    broken: tuple[Reason, ...]
    displaced: tuple[str, ...]
    conditions: tuple[Reason, ...]

    @property
    def lawful(self) -> bool:
        return not self.refused and not self.broken


@dataclass(frozen=True)
class Judged:
    """What conditions and standards alone say of one person on one post; `posts` as in Instead."""

    posts: tuple[str, ...]
    refused: tuple[Reason, ...]
    conditions: tuple[Reason, ...] = ()
    possible: bool = True
    """Whether any bundle holds the post at all."""


def judged(case: Case, cadre: str, post: str) -> Judged:
    """The gates' word on `cadre` at `post`, whoever else sits where. KeyError for unknown codes.

    Of the bundles that hold the post the one with fewest refusals is judged.
    """
    place, commune = case.cadre_at[cadre], case.commune_of(post)
    who = case.cadres[place]
    choices = [
        Spot(bundle, commune)
        for bundle in case.organisation.bundles
        if case.posts[post].title in bundle.codes
        and all(
            (commune, case.organisation.title_at[code]) in case.organisation.post_in
            for code in bundle.codes
        )
    ]
    if not choices:
        title = case.posts[post].title
        norms = (
            *case.organisation.concurrency.unmet((title,)),
            *case.organisation.concurrency.barred((title,)),
        )
        alone = tuple(Reason("chức danh này không có ai được giữ riêng", norm) for norm in norms)
        nobody = alone or (Reason("không tổ hợp chức danh nào gồm chức danh này"),)
        return Judged((post,), nobody, possible=False)
    told = [(_verdicts(case, who, spot), spot) for spot in choices]
    said, spot = min(told, key=lambda pair: (_refusals(pair[0]), len(pair[1].bundle.titles)))
    refused, conditions = [], []
    for gate, verdict in said:
        if not verdict.refused:
            until = f" trước {verdict.until:%d/%m/%Y}" if verdict.until else ""
            conditions.append(Reason(verdict.condition + until, verdict.norm))
        elif verdict.norm.must:
            finding = Finding(gate.code, (cadre,), 1, verdict.norm)
            refused.append(Reason(gate.explain(case, finding), verdict.norm))
    return Judged(_codes(case, spot), tuple(refused), tuple(conditions))


def instead(case: Case, plan: Plan, cadre: str, post: str, known: Report | None = None) -> Instead:
    """What the law says of `cadre` on `post`, everybody else staying; `known` is the check of the
    plan, when it is at hand. KeyError as `judged`."""
    said = judged(case, cadre, post)
    if not said.possible:
        return Instead(
            cadre=cadre,
            post=post,
            posts=said.posts,
            refused=said.refused,
            broken=(),
            displaced=(),
            conditions=(),
        )
    changed, displaced = _changed(case, plan, cadre, said.posts)
    before = known.breaches if known else breaches_beside_gates(case, plan)
    broken = _newly_broken(case, before, changed)
    return Instead(
        cadre=cadre,
        post=post,
        posts=said.posts,
        refused=said.refused,
        broken=broken,
        displaced=displaced,
        conditions=said.conditions,
    )


def _refusals(said: list[tuple[Gate, Verdict]]) -> int:
    return sum(verdict.refused and verdict.norm.must for _, verdict in said)


def _verdicts(case: Case, who: Cadre, spot: Spot) -> list[tuple[Gate, Verdict]]:
    gates = (rule for rule in all_rules() if isinstance(rule, Gate))
    codes = _codes(case, spot)
    return [(gate, said) for gate in gates for said in verdicts(case, gate, who, spot, codes)]


def _codes(case: Case, spot: Spot) -> tuple[str, ...]:
    titles = (case.organisation.title_at[code] for code in spot.bundle.codes)
    return tuple(case.organisation.post_in[spot.commune, title].code for title in titles)


def _changed(
    case: Case, plan: Plan, cadre: str, posts: tuple[str, ...]
) -> tuple[Plan, tuple[str, ...]]:
    """The plan with the cadre on the posts; holders of seats that are then too many leave."""
    displaced: dict[str, None] = {}
    for code in posts:
        holders = [holder for holder in plan.by_post.get(code, ()) if holder != cadre]
        leaves = holders[: max(0, len(holders) + 1 - case.posts[code].maximum)]
        displaced |= dict.fromkeys(leaves)
    gone = {cadre, *displaced}
    rows = [row for row in plan.placements if row.cadre not in gone]
    rows.append(Placement(cadre, posts[0], tuple(sorted(posts[1:]))))
    left = [code for code in plan.surplus if code != cadre]
    return Plan.of(rows, [*left, *displaced]), tuple(displaced)


def _newly_broken(case: Case, known: Iterable[Finding], changed: Plan) -> tuple[Reason, ...]:
    """Breaches of the changed plan that the plan did not have, those of gates left out."""
    before = {(f.rule, f.about, f.norm.id) for f in known}
    found = []
    for finding in breaches_beside_gates(case, changed):
        if (finding.rule, finding.about, finding.norm.id) not in before:
            text = f"{about(case, finding)}: {finding_text(case, finding)}"
            found.append(Reason(text, finding.norm))
    return tuple(found)
