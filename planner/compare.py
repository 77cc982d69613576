"""Two plans side by side: who sits elsewhere and because of what, who is better or worse off."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.eligibility import verdicts
from planner.explain import spot_of
from planner.plan import Plan
from planner.rules import all_rules
from planner.rules.shape import Gate, Preference
from planner.words import named

DEMANDED, LEFT, GIVES_WAY, FOLLOWS, BETTER = "demanded", "left", "gives_way", "follows", "better"


@dataclass(frozen=True, slots=True)
class Move:
    """One person whose posts differ. `cause` is DEMANDED (a pin or ban), LEFT (works no more),
    GIVES_WAY (somebody takes the old seat) or FOLLOWS (takes a seat that somebody left), with
    `because` of whom; else BETTER: the whole gets better. `points`: what the person's own places
    cost more (or, below 0, less) than before; None where a person is unknown to one case."""

    cadre: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    cause: str
    because: str
    points: int | None


def moves_between(old_case: Case, old: Plan, new_case: Case, new: Plan) -> tuple[Move, ...]:
    """Everybody whose posts differ between two plans, by code, each with one cause; causes are
    followed from the demands on, first those nearest to a demand."""
    before, after = _posts(old), _posts(new)
    people = sorted({*before, *after})
    changed = [code for code in people if before.get(code, ()) != after.get(code, ())]
    causes = _causes(old_case, new_case, changed, before, after)
    return tuple(
        Move(
            code,
            before.get(code, ()),
            after.get(code, ()),
            *causes[code],
            _difference(own_cost(old_case, old, code), own_cost(new_case, new, code)),
        )
        for code in changed
    )


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def _posts(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {
        code: tuple(sorted(post for row in rows for post in row.posts))
        for code, rows in plan.by_cadre.items()
    }


def _causes(
    old_case: Case,
    new_case: Case,
    changed: list[str],
    before: Mapping[str, tuple[str, ...]],
    after: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, str]]:
    fresh = {d.cadre for d in set(new_case.all_demands) - set(old_case.all_demands)}
    came: dict[str, list[str]] = {}
    went: dict[str, list[str]] = {}
    for code in changed:
        for post in set(after.get(code, ())) - set(before.get(code, ())):
            came.setdefault(post, []).append(code)
        for post in set(before.get(code, ())) - set(after.get(code, ())):
            went.setdefault(post, []).append(code)
    found: dict[str, tuple[str, str]] = {}
    queue: deque[str] = deque()
    for code in changed:
        if code in fresh:
            found[code] = DEMANDED, ""
        elif code in old_case.cadre_at and code not in new_case.cadre_at:
            found[code] = LEFT, ""
        if code in found:
            queue.append(code)
    while queue:
        code = queue.popleft()
        for post in sorted(set(after.get(code, ())) - set(before.get(code, ()))):
            for other in went.get(post, ()):
                if other not in found:
                    found[other] = GIVES_WAY, code
                    queue.append(other)
        for post in sorted(set(before.get(code, ())) - set(after.get(code, ()))):
            for other in came.get(post, ()):
                if other not in found:
                    found[other] = FOLLOWS, code
                    queue.append(other)
    return {code: found.get(code, (BETTER, "")) for code in changed}


def own_cost(case: Case, plan: Plan, cadre: str) -> int | None:
    """Points that hang on one person's own place, all wishes of preferences and gates; None for
    who is unknown, or on an unlawful mix of posts."""
    place = case.cadre_at.get(cadre)
    if place is None:
        return None
    rows = plan.by_cadre.get(cadre, ())
    spot = spot_of(case, rows[0]) if rows else None
    if rows and spot is None:
        return None
    points = 0
    for rule in all_rules():
        if isinstance(rule, Preference):
            points += sum(finding.cost for finding in rule.charge(case, place, spot))
        elif isinstance(rule, Gate) and spot is not None:
            said = verdicts(case, rule, case.cadres[place], spot, rows[0].posts)
            points += sum(v.norm.price for v in said if v.refused and not v.norm.must)
    return points


def cause_words(case: Case, move: Move) -> str:
    """Why somebody sits elsewhere, in words."""
    who = named(case, move.because) if move.because else ""
    return {
        DEMANDED: "theo yêu cầu giữ cố định hoặc không bố trí",
        LEFT: "không còn trong diện bố trí",
        GIVES_WAY: f"nhường chỗ cho {who}",
        FOLLOWS: f"thay chỗ {who} để lại",
        BETTER: "để toàn phương án tốt hơn",
    }[move.cause]
