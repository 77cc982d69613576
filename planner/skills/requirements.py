"""What posts ask of their holders, and how each holder stands against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.norm import Norm
from planner.plan import Plan
from planner.plan.holdings import people_seated
from planner.roster import Cadre, Commune, Post, Title
from planner.roster.levels import Grade, StateManagement
from planner.rules.eligibility.field_fit import RULE as FIELD_FIT
from planner.rules.eligibility.state_management import RULE as STATE_MANAGEMENT
from planner.rules.eligibility.theory import RULE as THEORY
from planner.rules.skills.it_cover import RULE as IT_COVER
from planner.rules.skills.it_cover import capable
from planner.rules.skills.it_literate import RULE as IT_LITERATE
from planner.rules.structure.vacancy import RULE as VACANCY
from planner.text.vietnamese import name_key, text_key

IT, POLITICAL, STATE, OTHER = "it", "theory", "state", "other"
NAMES = {
    IT: "Chuyển đổi số, CNTT",
    POLITICAL: "Lý luận chính trị",
    STATE: "Quản lý nhà nước",
    OTHER: "Chuyên ngành khác",
}
"""Competences besides the professional fields, which bear their own names."""


class Standing(Enum):
    """How one requirement stands. UNKNOWN: nothing is recorded, which is neither met nor short;
    VACANT: nobody sits there."""

    MET = "đủ"
    SHORT = "thiếu"
    UNKNOWN = "chưa rõ"
    VACANT = "khuyết"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One competence that one seat asks for. `held` and `needed` in words; `cadre` is empty when
    the seat is vacant, `post` when the unit as a whole is asked (somebody who can run IT)."""

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


def competence_name(code: str) -> str:
    return NAMES.get(code, code[:1].upper() + code[1:])


def competence_of(case: Case, fields: frozenset[str]) -> str:
    """Under which competence a demand for any of `fields` is counted: a field that is asked alone,
    or the one of two that some other title asks alone; else among the other fields."""
    if len(fields) == 1:
        return next(iter(fields))
    alone = {next(iter(t.fields)) for t in case.titles if len(t.fields) == 1}
    asked = fields & alone
    return next(iter(asked)) if len(fields) == 2 and len(asked) == 1 else OTHER


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
    asked = list(_asked(case, title))
    priced = VACANCY.priced(case, title)
    weight = priced.price if priced else 0
    for code in holders:
        cadre = case.cadre(code)
        for ask in asked:
            standing, held = ask.stands(cadre)
            yield Requirement(
                post.commune,
                ask.competence,
                post.code,
                code,
                standing,
                held,
                ask.needed,
                ask.norm,
                weight,
            )
    for _ in range(max(0, post.minimum - len(holders))):
        for ask in asked:
            yield Requirement(
                post.commune,
                ask.competence,
                post.code,
                "",
                Standing.VACANT,
                "",
                ask.needed,
                ask.norm,
                weight,
            )


def _of_unit(case: Case, unit: Commune, people: Sequence[Cadre]) -> Iterator[Requirement]:
    """Whether the unit, where `people` sit, has as many who can run IT as it needs."""
    for norm in IT_COVER.norms_at(case, unit):
        least = norm.number("minimum")
        able = sum(capable(cadre, norm) for cadre in people)
        unknown = any(cadre.it is None for cadre in people)
        for number in range(least):
            if number < able:
                standing = Standing.MET
            else:
                standing = Standing.UNKNOWN if unknown else Standing.SHORT
            needed = f"người làm được CNTT, mức {norm.number('level')} trở lên"
            held = f"có {able} người"
            yield Requirement(unit.code, IT, "", "", standing, held, needed, norm, norm.price)


@dataclass(frozen=True, slots=True)
class _Ask:
    """One thing that a title asks of whoever holds it."""

    competence: str
    needed: str
    norm: Norm | None
    fields: frozenset[str] = frozenset()
    level: int = 0

    def stands(self, cadre: Cadre) -> tuple[Standing, str]:
        if self.fields:
            held = ", ".join(sorted(cadre.fields))
            if not cadre.fields:
                return Standing.UNKNOWN, "chưa ghi"
            return _standing(bool(self.fields & cadre.fields)), held
        value = {IT: cadre.it, POLITICAL: cadre.theory, STATE: cadre.state_management}[
            self.competence
        ]
        if value is None:
            return Standing.UNKNOWN, "chưa ghi"
        return _standing(int(value) >= self.level), value.label.lower()


def _standing(met: bool) -> Standing:
    return Standing.MET if met else Standing.SHORT


def _asked(case: Case, title: Title) -> Iterator[_Ask]:
    bundle = Bundle((title,))
    norm = next(iter(FIELD_FIT.norms(case)), None)
    if title.fields:
        needed = " hoặc ".join(sorted(title.fields))
        yield _Ask(competence_of(case, title.fields), needed, norm, title.fields)
    digital = [(int(title.it), norm)] if title.it else []
    if title.grade is Grade.SPECIALIST:
        digital += [(n.number("level"), n) for n in IT_LITERATE.norms(case)]
    if digital:
        level, source = max(digital, key=lambda entry: entry[0])
        yield _Ask(IT, f"CNTT mức {level} trở lên", source, level=level)
    theory = [(int(level), n, level.label.lower()) for n, level in THEORY.asked(case, bundle)]
    if theory:
        level, source, words = max(theory, key=lambda entry: entry[0])
        if level:
            yield _Ask(POLITICAL, words, source, level=level)
    state = [
        (StateManagement[n.word("level")], n)
        for n in STATE_MANAGEMENT.norms(case)
        if n.covers(title)
    ]
    if state:
        wanted, source = max(state, key=lambda entry: entry[0])
        yield _Ask(STATE, f"ngạch {wanted.label.lower()}", source, level=int(wanted))


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
