"""Skill gaps: what posts ask of their holders against what these hold, person by person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from planner.bundles import Bundle
from planner.case import Case
from planner.holdings import people_seated
from planner.levels import Grade, StateManagement
from planner.norms import Norm
from planner.plan import Plan
from planner.roster import Cadre, Commune, Post, Title
from planner.rules.field_fit import RULE as FIELD_FIT
from planner.rules.it_cover import RULE as IT_COVER
from planner.rules.it_cover import capable
from planner.rules.it_literate import RULE as IT_LITERATE
from planner.rules.state_management import RULE as STATE_MANAGEMENT
from planner.rules.theory import RULE as THEORY
from planner.rules.vacancy import RULE as VACANCY
from planner.vietnamese import name_key, text_key

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


@dataclass(frozen=True, slots=True)
class Risk:
    """A competence that a unit needs and one person alone holds; `months` until they retire."""

    commune: str
    competence: str
    cadre: str
    months: int
    weight: int


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
            post = case.post_in.get((commune, place))
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
        cadre = case.cadres[case.cadre_at[code]]
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


def risks(case: Case, plan: Plan, asked: tuple[Requirement, ...]) -> tuple[Risk, ...]:
    """Competences that a unit needs and one person alone holds, what hangs most on it first. Who
    holds a field has studied it; who holds IT reaches the level of the unit's norm."""
    needed: dict[tuple[str, str], int] = {}
    for row in asked:
        spot = row.commune, row.competence
        if row.competence not in (POLITICAL, STATE, OTHER):
            needed[spot] = max(needed.get(spot, 0), row.weight)
    seated = people_seated(case, plan)
    found = []
    for (commune, competence), weight in needed.items():
        people = (case.cadres[n] for n in seated[case.commune_at[commune]])
        holders = [c for c in people if holds(case, c, competence, commune)]
        if len(holders) == 1:
            who = holders[0]
            found.append(Risk(commune, competence, who.code, who.months_left, weight))
    return tuple(sorted(found, key=lambda r: (r.months > 36, -r.weight, r.months, r.commune)))


@dataclass(frozen=True, slots=True)
class Depth:
    """How well one unit could stand in for itself. `needed` competences (fields and IT) of which
    `covered` are held by somebody there; `people`: holders for each covered one, on average."""

    needed: int
    covered: int
    people: float


def depth_of(case: Case, plan: Plan, asked: tuple[Requirement, ...], commune: str) -> Depth:
    """Breadth and depth of one unit."""
    needed = {
        row.competence
        for row in asked
        if row.commune == commune and row.competence not in (POLITICAL, STATE, OTHER)
    }
    people = [case.cadres[n] for n in people_seated(case, plan)[case.commune_at[commune]]]
    counts = [sum(holds(case, c, code, commune) for c in people) for code in sorted(needed)]
    held = [count for count in counts if count]
    return Depth(len(needed), len(held), sum(held) / len(held) if held else 0.0)


def holds(case: Case, cadre: Cadre, competence: str, commune: str) -> bool:
    """Whether a person can stand in for a competence that a unit needs."""
    if competence == IT:
        unit = case.communes[case.commune_at[commune]]
        return any(capable(cadre, norm) for norm in IT_COVER.norms_at(case, unit))
    return competence in cadre.fields


@dataclass(frozen=True, slots=True)
class Cell:
    """One competence in one unit, office, district or the whole: counts of requirements."""

    met: int = 0
    short: int = 0
    unknown: int = 0
    vacant: int = 0
    weight: int = 0
    """Σ weight of those that are open."""

    @property
    def open(self) -> int:
        return self.short + self.vacant

    @property
    def required(self) -> int:
        return self.met + self.open + self.unknown

    def __add__(self, other: "Cell") -> "Cell":
        return Cell(
            self.met + other.met,
            self.short + other.short,
            self.unknown + other.unknown,
            self.vacant + other.vacant,
            self.weight + other.weight,
        )


def cell_of(row: Requirement) -> Cell:
    return Cell(
        int(row.standing is Standing.MET),
        int(row.standing is Standing.SHORT),
        int(row.standing is Standing.UNKNOWN),
        int(row.standing is Standing.VACANT),
        row.weight if row.open else 0,
    )


Table = Mapping[tuple[str, str], Cell]
"""(group, competence) → counts."""


def by_unit(asked: tuple[Requirement, ...]) -> Table:
    return _grouped((row.commune, row) for row in asked)


def by_office(case: Case, asked: tuple[Requirement, ...]) -> Table:
    """Groups are "commune/office"; what is asked of a unit as a whole has no office."""
    return _grouped(
        (f"{row.commune}/{case.title_of(row.post).office.code}", row) for row in asked if row.post
    )


def by_district(case: Case, asked: tuple[Requirement, ...]) -> Table:
    """Groups are the old districts that most of a unit's old units lay in."""
    return _grouped((district_of(case, row.commune), row) for row in asked)


def by_competence(asked: tuple[Requirement, ...]) -> Mapping[str, Cell]:
    whole = _grouped(("", row) for row in asked)
    return {competence: cell for (_, competence), cell in whole.items()}


def district_of(case: Case, commune: str) -> str:
    """The old district of a unit: that of most of its old units, the first by name among equals;
    empty when the roster has no merger."""
    olds = [case.old_units[code].district for code in case.merged_into.get(commune, ())]
    return min(olds, key=lambda name: (-olds.count(name), name)) if olds else ""


def _grouped(rows: Iterator[tuple[str, Requirement]]) -> Table:
    found: dict[tuple[str, str], Cell] = {}
    for group, row in rows:
        spot = group, row.competence
        found[spot] = found.get(spot, Cell()) + cell_of(row)
    return found


def people_rows(case: Case, asked: tuple[Requirement, ...]) -> list[Requirement]:
    """What single people lack or have not recorded, what hangs most on it first."""
    rows = [r for r in asked if r.cadre and r.standing in (Standing.SHORT, Standing.UNKNOWN)]

    return sorted(
        rows,
        key=lambda row: (
            row.standing is Standing.UNKNOWN,
            -row.weight,
            text_key(case.communes[case.commune_at[row.commune]].name),
            name_key(case.cadres[case.cadre_at[row.cadre]].name),
            row.cadre,
        ),
    )
