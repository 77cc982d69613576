"""Quota crosses from one block to another only by a decision that the scenario holds."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.figure import FLAG
from planner.plan import Finding
from planner.rules.shape import Frame, Subject


class BlockTransfer(Frame):
    """A transfer names who decided it, goes from one block to another, and leaves none below 0."""

    code = "block_transfer"
    title = "Chuyển biên chế giữa các khối phải có quyết định"
    subject = Subject.QUOTA
    figures = {"decision": FLAG}

    def faults(self, case: Case) -> Iterator[Finding]:
        for norm in self.norms(case):
            for row in case.scenario.transfers:
                given = (
                    case.allotment.before_transfers(case.commune_at[row.commune], row.source) or 0
                )
                left = given + case.allotment.transferred[row.commune, row.source]
                unnamed = bool(norm.values.get("decision")) and not row.body.strip()
                if unnamed or row.source is row.target or row.number <= 0:
                    yield Finding(self.code, (row.commune, row.source.name), 1, norm)
                elif left < 0:
                    yield Finding(self.code, (row.commune, row.source.name), -left, norm)

    def explain(self, case: Case, finding: Finding) -> str:
        return "chuyển biên chế thiếu cấp quyết định, hoặc quá số biên chế có"


RULE = BlockTransfer()
