"""What posts ask of their holders, and how each holder stands against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from planner.case import Case
from planner.law.norm import Norm
from planner.plan import Plan
from planner.plan.holdings import people_seated
from planner.roster import Cadre, Commune, Post, Title
from planner.rules import rules_of
from planner.rules.competence import Competence, FieldsAsked, LevelAsked
from planner.rules.cover import Cover
from planner.rules.roles import Asking, FillsSeats
from planner.text.vietnamese import name_key, text_key

OTHER = Competence("other", "Chuyên ngành khác")
"""Fields that are asked only beside others."""


class Standing(Enum):
    """How one requirement stands. UNKNOWN: nothing is recorded, which is neither met nor short;
    VACANT: nobody sits there."""

    MET = "đủ"
    SHORT = "thiếu"
    UNKNOWN = "chưa rõ"
    VACANT = "khuyết"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One competence that one seat asks for. `held` and `needed` in words; `cadre` is empty when
    the seat is vacant, `post` when the unit as a whole is asked (somebody who can do it)."""

    commune: str
    competence: str
    post: str
    cadre: str
    standing: Standing
    held: str
    needed: str
    norm: Norm | None
    weight: int
    """Points that the norms put on the seat being empty: how much hangs on it."""

    @property
    def open(self) -> bool:
        """Whether it counts as missing."""
        return self.standing in (Standing.SHORT, Standing.VACANT)


def competences() -> dict[str, Competence]:
    """By code: what rules ask of titles and units besides the professional fields."""
    asked = (found for rule in rules_of(Asking) for found in rule.competences)
    covered = (rule.competence for rule in rules_of(Cover))
    return {found.code: found for found in (OTHER, *asked, *covered)}


def competence_name(code: str) -> str:
    known = competences().get(code)
    return known.name if known else code[:1].upper() + code[1:]


def competence_of(case: Case, fields: frozenset[str]) -> str:
    """Under which competence a demand for any of `fields` is counted: a field that is asked alone,
    or the one of two that some other title asks alone; else among the other fields."""
    if len(fields) == 1:
        return next(iter(fields))
    alone = {next(iter(t.fields)) for t in case.titles if len(t.fields) == 1}
    asked = fields & alone
    return next(iter(asked)) if len(fields) == 2 and len(asked) == 1 else OTHER.code


def requirements(case: Case, plan: Plan, only: str = "") -> tuple[Requirement, ...]:
    """Every competence that every seat at its minimum, every further holder and every unit asks
    for, in order of communes and titles; of the commune `only` when it is given."""
    found: list[Requirement] = []
    seated = people_seated(case, plan)
    for commune, unit in enumerate(case.communes):
        if only and unit.code != only:
            continue
        for place in range(len(case.titles)):
            post = case.organisation.post_in.get((commune, place))
            if post is not None:
                found += _of_post(case, plan, post)
        found += _of_unit(case, unit, [case.cadres[n] for n in seated[commune]])
    return tuple(found)


def _of_post(case: Case, plan: Plan, post: Post) -> Iterator[Requirement]:
    title = case.title_of(post.code)
    holders = [code for code in plan.by_post.get(post.code, ()) if code in case.cadre_at]
    empty = max(0, post.minimum - len(holders))
    asked, weight = list(_asked(case, title)), _weight(case, title)
    for code in (*holders, *[""] * empty):
        for ask in asked:
            standing, held = _stands(ask, case.cadre(code)) if code else (Standing.VACANT, "")
            yield Requirement(
                commune=post.commune,
                competence=_competence(case, ask),
                post=post.code,
                cadre=code,
                standing=standing,
                held=held,
                needed=ask.needed,
                norm=ask.norm,
                weight=weight,
            )


def _weight(case: Case, title: Title) -> int:
    priced = (rule.priced(case, title) for rule in rules_of(FillsSeats))
    return sum(norm.price for norm in priced if norm)


def _of_unit(case: Case, unit: Commune, people: Sequence[Cadre]) -> Iterator[Requirement]:
    """Whether the unit, where `people` sit, has as many as it needs of those each cover is for."""
    for cover in rules_of(Cover):
        unknown = not all(cover.recorded(cadre) for cadre in people)
        for norm in cover.norms_at(case, unit):
            able = sum(cover.capable(cadre, norm) for cadre in people)
            for number in range(norm.number("minimum")):
                missing = Standing.UNKNOWN if unknown else Standing.SHORT
                yield Requirement(
                    commune=unit.code,
                    competence=cover.competence.code,
                    post="",
                    cadre="",
                    standing=Standing.MET if number < able else missing,
                    held=f"có {able} người",
                    needed=cover.needed(norm),
                    norm=norm,
                    weight=norm.price,
                )


def _stands(ask: FieldsAsked | LevelAsked, cadre: Cadre) -> tuple[Standing, str]:
    met = ask.met(cadre)
    if met is None:
        return Standing.UNKNOWN, ask.held(cadre)
    return Standing.MET if met else Standing.SHORT, ask.held(cadre)


def _competence(case: Case, ask: FieldsAsked | LevelAsked) -> str:
    if isinstance(ask, FieldsAsked):
        return competence_of(case, ask.fields)
    return ask.competence.code


def _asked(case: Case, title: Title) -> Iterator[FieldsAsked | LevelAsked]:
    """Fields first; of each competence the highest level that any rule asks."""
    levels: dict[Competence, LevelAsked] = {}
    for rule in rules_of(Asking):
        for ask in rule.asks(case, title):
            if isinstance(ask, FieldsAsked):
                yield ask
            elif ask.competence not in levels or levels[ask.competence].level < ask.level:
                levels[ask.competence] = ask
    yield from sorted(levels.values(), key=lambda ask: ask.competence.order)


def people_rows(case: Case, asked: tuple[Requirement, ...]) -> list[Requirement]:
    """What single people lack or have not recorded, what hangs most on it first."""
    rows = [r for r in asked if r.cadre and r.standing in (Standing.SHORT, Standing.UNKNOWN)]

    return sorted(
        rows,
        key=lambda row: (
            row.standing is Standing.UNKNOWN,
            -row.weight,
            text_key(case.unit(row.commune).name),
            name_key(case.cadre(row.cadre).name),
            row.cadre,
        ),
    )
