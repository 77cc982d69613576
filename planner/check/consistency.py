"""Whether a plan is a plan at all: known people and posts, each person once, lawful bundles."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.norm import Force, Norm
from planner.plan import Finding, Placement, Plan

PLAN_ITSELF = "plan"
"""Rule code of the findings about the plan's own consistency."""


def of_plan(what: str, title: str) -> Norm:
    return Norm(
        id=what,
        used_by=PLAN_ITSELF,
        title=title,
        force=Force.MUST,
        source="Tính nhất quán của phương án",
        confidence="C",
    )


UNKNOWN_PERSON = of_plan("plan.unknown_person", "Người trong phương án phải có trong danh sách")
UNKNOWN_POST = of_plan("plan.unknown_post", "Chức danh trong phương án phải có thật")
MISSING_PERSON = of_plan("plan.missing_person", "Không ai bị bỏ sót khỏi phương án")
TWICE = of_plan("plan.twice", "Mỗi người chỉ có một dòng trong phương án")
TWO_UNITS = of_plan("plan.two_units", "Các chức danh của một người ở cùng một đơn vị")
NOT_A_BUNDLE = of_plan("plan.not_a_bundle", "Chỉ kiêm nhiệm theo quy định cho phép")
WRONG_MAIN = of_plan("plan.wrong_main", "Chức danh chính phải là chức danh tính biên chế")
LEAVING = of_plan("plan.leaving", "Không bố trí người chờ nghỉ hưu, đã có đơn nghỉ")


def consistency(case: Case, plan: Plan) -> Iterator[Finding]:
    leaving = {cadre.code for cadre in case.roster.cadres if cadre.leaving}
    for code, rows in plan.by_cadre.items():
        if code in leaving:
            yield Finding(PLAN_ITSELF, (code,), 1, LEAVING)
        elif code not in case.cadre_at:
            yield Finding(PLAN_ITSELF, (code,), 1, UNKNOWN_PERSON)
        for row in rows:
            for post in row.posts:
                if post not in case.posts:
                    yield Finding(PLAN_ITSELF, (code, post), 1, UNKNOWN_POST)
        known = [post for row in rows for post in row.posts if post in case.posts]
        units = {case.posts[post].commune for post in known}
        if len(units) > 1:
            yield Finding(PLAN_ITSELF, (code, *sorted(units)), len(units) - 1, TWO_UNITS)
        yield from _bundles(case, code, rows, known)
    seen: set[str] = set()
    for code in plan.surplus:
        if code not in case.cadre_at and code not in leaving:
            yield Finding(PLAN_ITSELF, (code,), 1, UNKNOWN_PERSON)
        if code in plan.by_cadre or code in seen:
            yield Finding(PLAN_ITSELF, (code,), 1, TWICE)
        seen.add(code)
    for cadre in case.cadres:
        if cadre.code not in plan.by_cadre and cadre.code not in seen:
            yield Finding(PLAN_ITSELF, (cadre.code,), 1, MISSING_PERSON)


def _bundles(
    case: Case, code: str, rows: tuple[Placement, ...], known: list[str]
) -> Iterator[Finding]:
    """Whether what one person holds is a bundle the norms allow, with the right main post."""
    if len(known) != len(set(known)):
        yield Finding(PLAN_ITSELF, (code, *sorted(set(known))), 1, TWICE)
    titles = tuple(dict.fromkeys(case.posts[post].title for post in known))
    if not titles:
        return
    bundle = case.organisation.concurrency.bundle(titles)
    rules = case.organisation.concurrency
    named = any((*rules.unmet(titles), *rules.conflicts(titles), *rules.barred(titles)))
    if bundle is None and not named:
        yield Finding(PLAN_ITSELF, (code, *titles), 1, NOT_A_BUNDLE)
    main = case.posts.get(rows[0].main)
    if bundle and len(rows) == 1 and main and main.title != bundle.main.code:
        yield Finding(PLAN_ITSELF, (code, main.code), 1, WRONG_MAIN)
