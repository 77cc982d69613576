"""Norms have somebody to speak of: the blocks, offices and titles that they name are there."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from planner.case import Case
from planner.law.figure import Names
from planner.law.norm import TITLE_KEYS, Force, Norm
from planner.plan import Finding
from planner.roster import Title
from planner.rules import all_rules
from planner.rules.shape import Frame, Rule, Subject

Claim = Callable[[Title], bool]


class Unaddressed(Frame):
    """What each of the communes has by its profile and this organisation has nowhere: a whole
    block, else an office, else all titles of a norm that people and places are judged by. The norm
    then bars nobody."""

    code = "unaddressed"
    title = "Quy định có khối, phòng ban, chức danh để áp dụng"
    subject = Subject.STRUCTURE

    def faults(self, case: Case) -> Iterator[Finding]:
        if not case.roster.own_posts:
            return
        there = case.organisation
        usual = [title for title in there.profile.titles if _expected(case, title)]
        within = [title for title in usual if title.block in there.blocks]
        absent = [
            *(block.name for block in sorted({t.block for t in usual} - there.blocks)),
            *sorted({title.office.code for title in within} - there.offices),
            *_silent(case, [title for title in within if title.office.code in there.offices]),
        ]
        for norm in self.norms(case):
            for code in absent:
                yield Finding(self.code, (code,), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        if case.norms.named(finding.about[0]):
            return "quy định không có chức danh nào để áp dụng"
        return "tổ chức được lập không có phần này, quy định về phần này không áp dụng"


RULE = Unaddressed()


def _expected(case: Case, title: Title) -> bool:
    """Whether each commune must have a seat of the title by its profile."""
    profile = case.organisation.profile
    return all(
        profile.has_office(unit, title.office.code)
        and (seats := profile.part_of(unit).seats_in(unit, title.code)) is not None
        and seats.minimum
        for unit in case.communes
    )


def _silent(case: Case, usual: list[Title]) -> Iterable[str]:
    """Ids of the norms that speak of some of the usual titles, none of which is there."""
    seated = case.organisation.concurrency.seated
    there = [title for title in case.titles if title.code in seated]
    rules = {rule.code: rule for rule in all_rules() if not isinstance(rule, Frame)}
    found = (
        norm.id
        for norm in case.norms.entries
        if norm.used_by in rules and norm.force is not Force.OFF
        if any(norm.fits(unit) for unit in case.communes)
        for claim in _claims(case, norm, rules[norm.used_by])
        if any(map(claim, usual)) and not any(map(claim, there))
    )
    return dict.fromkeys(found)


def _claims(case: Case, norm: Norm, rule: Rule) -> Iterator[Claim]:
    """For each list of titles of a norm: whether a title is in it."""
    listed = {
        name: _named(case, asked.names, norm.names(name))
        for name, asked in rule.figures.items()
        if asked.names and name in norm.values
    }
    if {"titles", "bodies"} <= listed.keys():
        listed["titles"] |= listed.pop("bodies")
    for codes in listed.values():
        if codes:
            yield partial(_in_list, codes)
    if TITLE_KEYS & norm.scope.keys():
        yield norm.covers


def _in_list(codes: frozenset[str], title: Title) -> bool:
    return bool({title.role, title.office.code} & codes)


def _named(case: Case, kind: Names, codes: tuple[str, ...]) -> frozenset[str]:
    """The roles and offices that a list names; none when it is of other things."""
    if kind is Names.BODIES:
        bodies = case.organisation.profile.bodies
        return frozenset(role for body in codes for role in bodies.get(body, ()))
    return frozenset(codes) if kind in (Names.ROLES, Names.OFFICES) else frozenset()
