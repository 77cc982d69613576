"""Pins hold a person at a post or unit; bans keep a person away from one."""

from collections.abc import Iterable, Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import word
from planner.law.norm import Norm
from planner.plan import Finding
from planner.roster import Cadre, Demand
from planner.rules.shape import Gate, Subject, Verdict


class Pins(Gate):
    code = "pins"
    title = "Giữ cố định và không bố trí theo quyết định của đơn vị"
    subject = Subject.OWN
    figures = {"kind": word("pin", "ban")}
    reads = ("code",)

    def _demands(self, case: Case, cadre: Cadre, pin: bool) -> Iterator[Demand]:
        for demand in case.requests.demands:
            if demand.cadre == cadre.code and demand.pin is pin:
                yield demand

    def _verdicts(self, case: Case, pin: bool) -> Iterator[Verdict]:
        for norm in self.norms(case):
            if (norm.word("kind") == "pin") is pin:
                yield Verdict(norm)

    def concerns(self, case: Case) -> Iterable[int]:
        return sorted({case.cadre_at[demand.cadre] for demand in case.requests.demands})

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for demand in self._demands(case, cadre, pin=True):
            post = case.posts.get(demand.target)
            if post and post.title not in bundle.codes:
                yield from self._verdicts(case, pin=True)

    def locate(self, case: Case, cadre: Cadre, commune: int) -> Iterator[Verdict]:
        code = case.communes[commune].code
        for demand in self._demands(case, cadre, pin=True):
            post = case.posts.get(demand.target)
            if code != (post.commune if post else demand.target):
                yield from self._verdicts(case, pin=True)
        for demand in self._demands(case, cadre, pin=False):
            if demand.target == code:
                yield from self._verdicts(case, pin=False)

    def spare(self, case: Case, cadre: Cadre) -> Iterator[Verdict]:
        if any(self._demands(case, cadre, pin=True)):
            yield from self._verdicts(case, pin=True)

    def closed(self, case: Case) -> Iterator[tuple[int, str, Verdict]]:
        for demand in case.requests.demands:
            if not demand.pin and demand.target in case.posts:
                for verdict in self._verdicts(case, pin=False):
                    yield case.cadre_at[demand.cadre], demand.target, verdict

    def passed(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[tuple[str, Norm]]:
        for demand in self._demands(case, cadre, pin=True):
            for verdict in self._verdicts(case, pin=True):
                note = f": {demand.note}" if demand.note else ""
                yield f"giữ cố định theo yêu cầu{note}", verdict.norm

    def explain(self, case: Case, finding: Finding) -> str:
        if finding.norm.word("kind") == "pin":
            return "không đúng chỗ đã giữ cố định"
        return "ở chỗ đã ghi không bố trí"


RULE = Pins()
