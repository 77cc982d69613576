"""What was decided and announced: a line in the log of the project, taken back by another."""

from collections.abc import Mapping

from data.store.journal import Line
from data.store.project import Project

ANNOUNCE, WITHDRAW = "announce", "withdraw"


class Announcing:
    """A plan is announced while its last line of these says so; it then only is read."""

    def __init__(self, project: Project) -> None:
        self.project = project

    @property
    def lines(self) -> Mapping[str, Line]:
        """Plan → the line by which it was announced."""
        found = self.project.last_lines((ANNOUNCE, WITHDRAW))
        return {plan: line for plan, line in found.items() if line.action == ANNOUNCE}

    def of(self, plan: str) -> Line | None:
        return self.lines.get(plan)

    def announce(self, plan: str, why: str) -> str:
        """Writes down that a plan was decided and announced; what speaks against it, and then
        nothing was written."""
        record = self.project.plan(plan)
        if record.breaches:
            return f"{record.name} còn {record.breaches} vi phạm quy định."
        if not why.strip():
            return "Cần ghi căn cứ: văn bản, ngày."
        self.project.note(ANNOUNCE, record.name, why.strip(), plan)
        return ""

    def take_back(self, plan: str, why: str) -> str:
        """Takes an announcement back, with its reason."""
        if not why.strip():
            return "Cần ghi lý do."
        self.project.note(WITHDRAW, self.project.plan(plan).name, why.strip(), plan)
        return ""
