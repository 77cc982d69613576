"""Empty seats by importance, and the people who could be first in reserve for key posts."""

from dataclasses import dataclass

from planner.case import Case
from planner.check.finding_words import named
from planner.plan import Plan
from planner.plan.counts import vacant
from planner.rules import rules_of
from planner.rules.roles import FillsSeats
from planner.text.vietnamese import text_key
from planner.why.candidates import candidates, near_misses
from planner.why.prices import Prices
from planner.why.reasons import sentence, why_vacant


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post below its minimum, by how many seats, and why nobody sits there."""

    post: str
    title: str
    key: bool
    unit: str
    short: int
    why: str


def vacancies(case: Case, plan: Plan) -> tuple[Vacancy, ...]:
    """What the norms put most points on first, then by unit."""

    def order(vacancy: Vacancy) -> tuple[object, ...]:
        unit = case.unit_of(vacancy.post)
        return -_importance(case, vacancy.post), text_key(unit.name)

    found = (_vacancy(case, plan, post, short) for post, short in vacant(case, plan))
    return tuple(sorted(found, key=order))


def _vacancy(case: Case, plan: Plan, post: str, short: int) -> Vacancy:
    title = case.title_of(post)
    why = sentence(why_vacant(case, plan, post))
    return Vacancy(post, title.name, title.key, _unit_of(case, post), short, why)


def _importance(case: Case, post: str) -> int:
    """Points that the norms put on one empty seat."""
    norms = (rule.priced(case, case.title_of(post)) for rule in rules_of(FillsSeats))
    return sum(norm.price for norm in norms if norm)


def _unit_of(case: Case, post: str) -> str:
    return case.unit_of(post).full_name


@dataclass(frozen=True, slots=True)
class Second:
    """A key post that has holders, and who is next: somebody eligible with the least price of the
    change (None when it is not known), or somebody whom one `barrier` keeps out; empty when there
    is nobody."""

    title: str
    unit: str
    holders: tuple[str, ...]
    second: str
    barrier: str
    price: int | None


def seconds(case: Case, plan: Plan, prices: Prices | None) -> tuple[Second, ...]:
    """One for each key post that somebody holds, in post order."""
    held = (post.code for post in case.roster.posts if plan.by_post.get(post.code))
    return tuple(_second(case, plan, code, prices) for code in held if case.title_of(code).key)


def _second(case: Case, plan: Plan, post: str, prices: Prices | None) -> Second:
    found = candidates(case, plan, post, prices, 1)
    missed = () if found else near_misses(case, plan, post, 1)
    first = (*found, *missed)
    return Second(
        case.title_of(post).name,
        _unit_of(case, post),
        tuple(named(case, code) for code in plan.by_post[post]),
        named(case, first[0].cadre) if first else "",
        str(missed[0].barriers[0]) if missed else "",
        found[0].at_least if found else None,
    )
