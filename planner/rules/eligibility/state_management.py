"""Leaders of offices hold the state-management certificate of the level asked for."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre, Title
from planner.roster.levels import StateManagement
from planner.rules.competence import STATE, LevelAsked
from planner.rules.roles import Asking
from planner.rules.shape import Gate, Subject, Verdict


class StateManagementGate(Gate, Asking):
    code = "state_management"
    title = "Bồi dưỡng quản lý nhà nước"
    subject = Subject.ELIGIBILITY
    scoped_by = TITLE_KEYS
    figures = {"level": word(*StateManagement.__members__)}
    reads = ("state_management",)
    competences = (STATE,)

    def asks(self, case: Case, title: Title) -> Iterator[LevelAsked]:
        for norm in self.norms(case):
            if norm.covers(title):
                level = StateManagement[norm.word("level")]
                words = f"ngạch {level.label.lower()}"
                yield LevelAsked(
                    competence=STATE,
                    level=level,
                    needed=words,
                    norm=norm,
                    reached=lambda cadre: cadre.state_management,
                )

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in self.norms(case):
            level = StateManagement[norm.word("level")]
            if not any(norm.covers(title) for title in bundle.titles):
                continue
            if cadre.state_management is None:
                wanted = f"nộp chứng chỉ quản lý nhà nước ngạch {level.label.lower()}"
                yield Verdict(norm, None, wanted)
            elif cadre.state_management < level:
                yield Verdict(norm)

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for norm in self.norms(case):
            has = cadre.state_management
            if norm.covers(bundle.main) and has and has >= StateManagement[norm.word("level")]:
                yield f"quản lý nhà nước ngạch {has.label.lower()}", norm

    def explain(self, case: Case, finding: Finding) -> str:
        level = StateManagement[finding.norm.word("level")]
        return f"chưa có chứng chỉ quản lý nhà nước ngạch {level.label.lower()}"


RULE = StateManagementGate()
