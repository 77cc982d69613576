"""Tasks: who answers for each task of each unit, who stands in, and where that fails."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from planner.case import Case
from planner.law.norm import Norm
from planner.plan.plan import Plan
from planner.roster import Commune, Task

LEGAL_FIELD = "luật"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One task in one unit; `owner` and `deputy` are cadre codes, empty when there is nobody."""

    commune: str
    task: str
    owner: str
    deputy: str
    post: str
    """Code of the post for which the owner answers; empty when the department named a person."""


class Trouble(Enum):
    NO_OWNER = "việc chưa có người chịu trách nhiệm"
    NO_DEPUTY = "lĩnh vực một cửa chưa có người thay"
    OVERLOAD = "quá nhiều việc"
    NOT_LEGAL = "ký theo ủy quyền nhưng không học luật"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFinding:
    """What is wrong with a duty; `amount` is the load above the norm, else 1."""

    trouble: Trouble
    commune: str
    task: str
    cadre: str
    amount: int
    norm: Norm


def tasks_in(case: Case, unit: Commune) -> tuple[Task, ...]:
    """The tasks of a unit: those some office of it is there for, and those it was given."""
    there = case.organisation
    roles = {case.title_of(post.code).role for post in there.posts_by_unit[unit.code]}
    named = {row.task for row in case.roster.tasks if row.commune == unit.code}
    offices = {title.role: title.office.code for title in there.profile.titles}
    here = there.offices_in[unit.code]
    return tuple(
        task
        for task in case.tasks
        if task.code in named
        or roles & set(task.owners)
        or any(offices.get(role) in here for role in task.owners)
    )


def duties(case: Case, plan: Plan) -> tuple[Duty, ...]:
    """For every unit and task in order: the person the department named, else of the holders of the
    first position that has any the one with least load so far; then somebody else as deputy."""
    found: list[Duty] = []
    ordered = {(row.commune, row.task): row for row in case.roster.tasks}
    for unit in case.communes:
        load: dict[str, int] = {}
        for task in tasks_in(case, unit):
            order = ordered.get((unit.code, task.code))
            owner, post = (order.owner, "") if order and order.owner else ("", "")
            if not owner:
                owner, post = _least(case, plan, unit, task.owners, load, "")
            load[owner] = load.get(owner, 0) + task.load
            deputy = order.deputy if order else ""
            if not deputy:
                deputy, _ = _least(case, plan, unit, (*task.deputies, *task.owners), load, owner)
            found.append(
                Duty(commune=unit.code, task=task.code, owner=owner, deputy=deputy, post=post)
            )
    return tuple(found)


def _least(
    case: Case, plan: Plan, unit: Commune, roles: tuple[str, ...], load: dict[str, int], but: str
) -> tuple[str, str]:
    """(cadre, post): the least loaded holder of the first of `roles` that has one besides `but`."""
    for role in roles:
        posts = [
            post.code
            for post in case.organisation.posts_by_unit[unit.code]
            if case.title_of(post.code).role == role
        ]
        holders = [
            (load.get(cadre, 0), cadre, post)
            for post in posts
            for cadre in plan.by_post.get(post, ())
            if cadre != but and cadre in case.cadre_at
        ]
        if holders:
            _, cadre, post = min(holders)
            return cadre, post
    return "", ""


def task_findings(case: Case, found: tuple[Duty, ...]) -> Iterator[TaskFinding]:
    """What is wrong with these duties, unit by unit; nothing when the norm is not in force."""
    norm = next(iter(case.norms.of("task_owner")), None)
    if norm is None:
        return
    tasks = {task.code: task for task in case.tasks}
    loads: dict[tuple[str, str], int] = {}
    for duty in found:
        task = tasks[duty.task]
        for trouble in _troubles(case, duty, task):
            yield TaskFinding(
                trouble=trouble,
                commune=duty.commune,
                task=duty.task,
                cadre=duty.owner,
                amount=1,
                norm=norm,
            )
        if duty.owner:
            spot = duty.commune, duty.owner
            loads[spot] = loads.get(spot, 0) + task.load
    most = norm.number("load")
    for (commune, owner), load in sorted(loads.items()):
        if load > most:
            yield TaskFinding(
                trouble=Trouble.OVERLOAD,
                commune=commune,
                task="",
                cadre=owner,
                amount=load - most,
                norm=norm,
            )


def _troubles(case: Case, duty: Duty, task: Task) -> Iterator[Trouble]:
    if not duty.owner:
        yield Trouble.NO_OWNER
        return
    if task.one_stop and not duty.deputy:
        yield Trouble.NO_DEPUTY
    who = case.cadre(duty.owner) if duty.owner in case.cadre_at else None
    if task.legal and (who is None or LEGAL_FIELD not in who.fields):
        yield Trouble.NOT_LEGAL
