"""Every task of a unit has a position that can answer for it, and another that can stand in."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import Unit, number
from planner.plan import Finding
from planner.plan.duties import tasks_in
from planner.rules.shape import Frame, Subject


class TaskOwner(Frame):
    """Judges the positions before anybody is placed; who answers in a plan is for
    `planner.plan.duties`. `load` is the most one person should answer for."""

    code = "task_owner"
    title = "Mỗi việc có vị trí chịu trách nhiệm và vị trí thay"
    subject = Subject.TASKS
    figures = {
        "owner": number(Unit.PEOPLE),
        "deputy": number(Unit.PEOPLE),
        "load": number(Unit.LOAD),
    }

    def faults(self, case: Case) -> Iterator[Finding]:
        for norm in self.norms(case):
            for unit in case.communes:
                seats: dict[str, int] = {}
                for post in case.organisation.posts_by_unit[unit.code]:
                    role = case.title_of(post.code).role
                    seats[role] = seats.get(role, 0) + post.maximum
                for task in tasks_in(case, unit):
                    owners = sum(seats.get(role, 0) for role in task.owners)
                    either = sum(seats.get(r, 0) for r in {*task.owners, *task.deputies})
                    asked = norm.number("owner")
                    if owners < asked:
                        yield Finding(self.code, (unit.code, task.code), asked - owners, norm)
                    elif either < asked + norm.number("deputy"):
                        yield Finding(self.code, (unit.code, task.code, "deputy"), 1, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        names = {task.code: task.name for task in case.tasks}
        what = "người thay" if "deputy" in finding.about else "vị trí chịu trách nhiệm"
        return f"{names.get(finding.about[1], finding.about[1])}: không có {what}"


RULE = TaskOwner()
