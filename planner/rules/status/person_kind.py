"""What people of each kind may hold, and by which procedure they come into a civil seat."""

from collections.abc import Iterator

from planner.case import Case
from planner.law.bundles import Bundle
from planner.law.figure import FLAG, Names, Unit, names, number, word
from planner.law.norm import TITLE_KEYS, Norm
from planner.plan import Finding
from planner.roster import Cadre
from planner.roster.levels import Grade
from planner.rules.shape import Gate, Subject, Verdict


class PersonKind(Gate):
    """`deed` lead: leading posts are closed to the kinds named; seat: every post they cover is.
    With `procedure` a seat is open on that condition; `years` of matching work are asked first."""

    code = "person_kind"
    title = "Đối tượng: tiếp nhận vào công chức, không giữ chức vụ lãnh đạo"
    subject = Subject.STATUS
    scoped_by = TITLE_KEYS
    figures = {
        "kinds": names(Names.KINDS),
        "deed": word("lead", "seat"),
        "procedure": FLAG,
        "years": number(Unit.YEARS, optional=True),
    }
    reads = ("kind", "matching_years")

    def judge(self, case: Case, cadre: Cadre, bundle: Bundle) -> Iterator[Verdict]:
        for norm in self.norms(case):
            if cadre.kind.name not in norm.names("kinds"):
                continue
            concerned = any(norm.covers(title) for title in bundle.titles)
            leads = any(title.grade > Grade.SPECIALIST for title in bundle.titles)
            if concerned and (leads or norm.word("deed") == "seat"):
                yield self.verdict(cadre, norm)

    def verdict(self, cadre: Cadre, norm: Norm) -> Verdict:
        if not norm.values.get("procedure"):
            return Verdict(norm)
        wanted = "tiếp nhận vào công chức qua hội đồng kiểm tra, sát hạch"
        if "years" not in norm.values:
            return Verdict(norm, None, wanted)
        years = norm.number("years")
        if cadre.matching_years is None:
            return Verdict(norm, None, f"{wanted}; xác nhận đủ {years} năm công tác phù hợp")
        return Verdict(norm, None, wanted) if cadre.matching_years >= years else Verdict(norm)

    def explain(self, case: Case, finding: Finding) -> str:
        cadre = case.cadre(finding.about[0])
        kind = cadre.kind.label.lower()
        if finding.norm.word("deed") == "lead":
            return f"{kind} không giữ chức vụ lãnh đạo, quản lý"
        if finding.norm.values.get("procedure"):
            return f"{kind} chưa đủ số năm công tác phù hợp để tiếp nhận"
        return f"{kind} phải qua thủ tục tiếp nhận hoặc không thuộc diện bố trí ở đây"


RULE = PersonKind()
