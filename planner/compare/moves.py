"""Two plans side by side: who sits elsewhere and because of what, who is better or worse off."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.check.finding_words import named
from planner.check.gates import verdicts
from planner.check.whence import spot_of
from planner.plan import Plan
from planner.rules import all_rules
from planner.rules.shape import Gate, Preference, Spot

DEMANDED, LEFT, GIVES_WAY, FOLLOWS, BETTER = "demanded", "left", "gives_way", "follows", "better"

Seats = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
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
    before, after = seats_of(old), seats_of(new)
    changed = elsewhere(before, after)
    causes = _causes(old_case, new_case, changed, before, after)
    was, now = own_costs(old_case, old, changed), own_costs(new_case, new, changed)
    return tuple(
        Move(
            cadre=code,
            before=before.get(code, ()),
            after=after.get(code, ()),
            cause=causes[code][0],
            because=causes[code][1],
            points=_difference(was.get(code), now.get(code)),
        )
        for code in changed
    )


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


def seats_of(plan: Plan) -> Seats:
    """Cadre → posts, in order of their codes."""
    return {
        code: tuple(sorted(post for row in rows for post in row.posts))
        for code, rows in plan.by_cadre.items()
    }


def elsewhere(before: Seats, after: Seats) -> list[str]:
    """Everybody whose posts differ, by code."""
    people = sorted({*before, *after})
    return [code for code in people if before.get(code, ()) != after.get(code, ())]


def _causes(
    old_case: Case,
    new_case: Case,
    changed: list[str],
    before: Seats,
    after: Seats,
) -> dict[str, tuple[str, str]]:
    fresh = {
        d.cadre for d in set(new_case.requests.all_demands) - set(old_case.requests.all_demands)
    }
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


def own_costs(case: Case, plan: Plan, people: Iterable[str]) -> dict[str, int]:
    """Points that hang on each person's own place, all wishes of preferences and gates; without
    who is unknown, or sits on an unlawful mix of posts."""
    spots: dict[str, Spot | None] = {}
    for code in people:
        rows = plan.by_cadre.get(code, ())
        spot = spot_of(case, rows[0]) if rows else None
        if code in case.cadre_at and (spot is not None or not rows):
            spots[code] = spot
    points = dict.fromkeys(spots, 0)
    for rule in all_rules():
        for code, spot in spots.items():
            place = case.cadre_at[code]
            if isinstance(rule, Preference):
                points[code] += sum(finding.cost for finding in rule.charge(case, place, spot))
            elif isinstance(rule, Gate) and spot is not None:
                posts = plan.by_cadre[code][0].posts
                said = verdicts(case, rule, case.cadres[place], spot, posts)
                points[code] += sum(v.norm.price for v in said if v.refused and not v.norm.must)
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
