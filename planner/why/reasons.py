"""Reasons in words: for a placement, for an empty seat, for a person without a post."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.check.gates import eligibility, verdicts
from planner.check.whence import spot_of
from planner.law.norm import Norm
from planner.plan import Finding, Placement, Plan
from planner.rules import all_rules, rule_of, rules_of
from planner.rules.roles import FillsSeats, PlacesPeople
from planner.rules.shape import Gate, Preference, Verdict

SHOWN = 4
"""Gates named as what keeps people from a post."""
REMEDIES = {
    "transfer": "điều động",
    "contract": "hợp đồng chuyên môn",
    "recruit": "tuyển dụng, tiếp nhận",
    "train": "đào tạo, biệt phái",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One clause and the norm behind it, when there is one."""

    text: str
    norm: Norm | None = None

    def __str__(self) -> str:
        return f"{self.text} ({self.norm.source})" if self.norm else self.text


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why one placement: gates passed, wishes met, wishes missed, conditions to fulfil."""

    passed: tuple[Reason, ...]
    met: tuple[Reason, ...]
    missed: tuple[Reason, ...]
    conditions: tuple[Reason, ...]


def grounds(case: Case, row: Placement) -> Grounds:
    """Why this placement. Empty grounds for one that the norms do not allow."""
    spot, place = spot_of(case, row), case.cadre_at.get(row.cadre)
    if spot is None or place is None:
        return Grounds((), (), (), ())
    cadre = case.cadres[place]
    passed: list[Reason] = []
    met, missed, conditions = [], [], []
    for rule in all_rules():
        if isinstance(rule, Gate):
            passed += [Reason(*clause) for clause in rule.passed(case, cadre, spot.bundle)]
            for verdict in verdicts(case, rule, cadre, spot, row.posts):
                if verdict.refused:
                    found = Finding(rule.code, (cadre.code,), 1, verdict.norm)
                    missed.append(Reason(rule.explain(case, found), verdict.norm))
                else:
                    until = f" trước {verdict.until:%d/%m/%Y}" if verdict.until else ""
                    conditions.append(Reason(verdict.condition + until, verdict.norm))
        elif isinstance(rule, Preference) and rule.norms(case):
            text = rule.met(case, place, spot)
            if text:
                met.append(Reason(text, rule.norms(case)[-1]))
            for finding in rule.charge(case, place, spot):
                if finding.cost:
                    missed.append(Reason(rule.explain(case, finding), finding.norm))
    return Grounds(tuple(passed), tuple(met), tuple(missed), tuple(conditions))


def why_vacant(case: Case, plan: Plan, post: str) -> tuple[Reason, ...]:
    """How many could hold the post and where they are instead; who is refused by which article;
    what can be done, in the order the law gives."""
    people = np.flatnonzero(eligibility(case).fits(case, post)).tolist()
    priced = (rule.priced(case, case.title_of(post)) for rule in rules_of(FillsSeats))
    norm = next(filter(None, priced), None)
    if not people:
        refused = _refused_most(case, post)
        nobody = Reason("Không ai trong danh sách đủ điều kiện, tiêu chuẩn", norm)
        return (nobody, *refused, *_remedies(case, 0))
    title = case.posts[post].title
    same = sum(
        case.posts[code].title == title
        for place in people
        for row in plan.by_cadre.get(case.cadres[place].code, ())
        for code in row.posts
        if code in case.posts
    )
    free = sum(case.cadres[place].code in plan.surplus_set for place in people)
    words = [f"Có {len(people)} người đủ điều kiện"]
    if same:
        words.append(f"{same} người đã giữ chức danh này ở đơn vị khác")
    others = len(people) - same - free
    if others:
        words.append(f"{others} người đang ở vị trí khác, rời đi thì giá cao hơn")
    if free:
        words.append(f"{free} người chưa có chỗ nhưng vướng giá hoặc quy định khác")
    return (
        Reason(": ".join((words[0], ", ".join(words[1:]))), norm),
        *_remedies(case, len(people)),
    )


def _refused_most(case: Case, post: str) -> tuple[Reason, ...]:
    """The gates that refuse most people for the post, most first, with their articles."""
    title = case.posts[post].title
    bundles = [n for n, bundle in enumerate(case.organisation.bundles) if title in bundle.codes]
    counts = {
        gate: refused[bundles].all(axis=0)
        for gate, refused in eligibility(case).refused.items()
        if bundles
    }
    found = []
    for gate, people in sorted(counts.items(), key=lambda item: (-item[1].sum(), item[0])):
        if people.any():
            rule = rule_of(gate)
            assert isinstance(rule, Gate)
            first = case.cadres[int(people.argmax())]
            verdicts = rule.judge(case, first, case.organisation.bundles[bundles[0]])
            norm = next((v.norm for v in verdicts if v.refused and v.norm.must), None)
            words = rule.title[0].lower() + rule.title[1:]
            found.append(Reason(f"{int(people.sum())} người vướng: {words}", norm))
    return tuple(found[:SHOWN])


def _remedies(case: Case, elsewhere: int) -> tuple[Reason, ...]:
    """The remedies for a shortage in their order, the first with how many it could draw on."""
    for norm in case.norms.of("advice"):
        if norm.names("order"):
            steps = [REMEDIES.get(step, step) for step in norm.names("order")]
            if elsewhere:
                steps[0] += f" ({elsewhere} người đủ điều kiện)"
            return (Reason("Cách khắc phục theo thứ tự: " + " → ".join(steps), norm),)
    return ()


def why_surplus(case: Case, cadre: str) -> tuple[Reason, ...]:
    """No post fits and by which articles, or those that fit have better-placed holders; then what
    the law says of leaving this person without a post."""
    place = case.cadre_at[cadre]
    who, table = case.cadres[place], eligibility(case)
    gates = [rule for rule in all_rules() if isinstance(rule, Gate)]

    def reason(gate: Gate, verdict: Verdict) -> Reason:
        return Reason(
            gate.explain(case, Finding(gate.code, (cadre,), 1, verdict.norm)), verdict.norm
        )

    waits = [reason(gate, verdict) for gate in gates for verdict in gate.spare(case, who)]
    fitting = int(table.allowed[:, place].sum())
    if fitting:
        wish = next((n for rule in rules_of(PlacesPeople) for n in rule.norms(case)), None)
        text = (
            f"Đủ điều kiện với {fitting} loại chức danh, nhưng số chỗ có hạn và người khác "
            "giữ các chỗ đó với giá thấp hơn"
        )
        return (Reason(text, wish), *waits)
    against: dict[str, Reason] = {}
    for gate in gates:
        for number in np.flatnonzero(table.refused[gate.code][:, place]).tolist()[:1]:
            for verdict in gate.judge(case, who, case.organisation.bundles[number]):
                if verdict.refused and verdict.norm.must:
                    against.setdefault(gate.code, reason(gate, verdict))
    return (Reason("Không có chức danh nào phù hợp"), *against.values(), *waits)


def sentence(reasons: tuple[Reason, ...]) -> str:
    """Reasons as one text for a cell."""
    return "; ".join(str(reason) for reason in reasons) + "." if reasons else ""
