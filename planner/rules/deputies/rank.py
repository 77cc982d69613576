"""Heads of offices are placed at the rank that the law gives their post."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import Rank
from planner.rules.shape import Gate, Subject, Verdict


class RankGate(Gate):
    code = "rank"
    title = "Ngạch của người đứng đầu phòng"
    subject = Subject.DEPUTIES
    scoped_by = TITLE_KEYS
    figures = {"level": word(*Rank.__members__)}
    reads = ("rank",)

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in self.norms(case):
            level = Rank[norm.word("level")]
            if cadre.rank < level and any(norm.covers(title) for title in bundle.titles):
                yield Verdict(norm, None, f"được xếp ngạch {level.label.lower()} khi bổ nhiệm")

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for norm in self.norms(case):
            if cadre.rank >= Rank[norm.word("level")] and norm.covers(bundle.main):
                yield f"ngạch {cadre.rank.label.lower()}", norm

    def explain(self, case: Case, finding: Finding) -> str:
        return f"cần xếp ngạch {Rank[finding.norm.word('level')].label.lower()}"


RULE = RankGate()
