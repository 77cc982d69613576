"""People on leave, under review or suspended: who may be moved, promoted or named surplus."""

from collections.abc import Iterable, Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import Names, names, word
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.rules.shape import Gate, Subject, Verdict


class StatusGate(Gate):
    code = "status"
    title = "Tình trạng cá nhân: không điều động, không bổ nhiệm, không đưa vào diện dôi dư"
    subject = Subject.STATUS
    figures = {
        "statuses": names(Names.STATUSES),
        "bars": word("move", "rise", "spare"),
    }
    reads = ("status", "grade")

    def covered(self, case: Case, cadre: Cadre, deed: str) -> Iterator[Norm]:
        """Norms that bar `deed` (move, rise, spare) for a cadre of this status."""
        for norm in self.norms(case):
            named = cadre.status.name in norm.names("statuses")
            if named and norm.word("bars") == deed:
                yield norm

    def concerns(self, case: Case) -> Iterable[int]:
        named = {status for norm in self.norms(case) for status in norm.names("statuses")}
        return [p for p, cadre in enumerate(case.cadres) if cadre.status.name in named]

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        if bundle.main.grade > cadre.grade:
            for norm in self.covered(case, cadre, "rise"):
                yield Verdict(norm)

    def locate(self, case: Case, cadre: Cadre, commune: int) -> Iterator[Verdict]:
        if case.whereabouts.away(case.cadre_at[cadre.code], commune):
            for norm in self.covered(case, cadre, "move"):
                yield Verdict(norm)

    def spare(self, case: Case, cadre: Cadre) -> Iterator[Verdict]:
        for norm in self.covered(case, cadre, "spare"):
            yield Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        deeds = {
            "move": "không được điều động lúc này",
            "rise": "không được bổ nhiệm cao hơn lúc này",
            "spare": "không được đưa vào diện tinh giản; cần chờ bố trí",
        }
        return deeds[finding.norm.word("bars")]


RULE = StatusGate()
