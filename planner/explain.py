"""Reasons in words: for a placement, for an empty seat, for a person without a post."""

from dataclasses import dataclass

import numpy as np

from planner.case import Case
from planner.eligibility import eligibility
from planner.finding import Finding
from planner.levels import Block, PlaceKind
from planner.norms import Norm
from planner.plan import Placement, Plan
from planner.roster import Cadre
from planner.rules import all_rules
from planner.rules.shape import Gate, Preference, Spot


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


def spot_of(case: Case, row: Placement) -> Spot | None:
    """The spot of a placement; None when its posts make no lawful bundle."""
    if any(post not in case.posts for post in row.posts):
        return None
    bundle = case.concurrency.bundle(case.posts[post].title for post in row.posts)
    return Spot(bundle, case.commune_at[case.posts[row.main].commune]) if bundle else None


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
            for verdict in rule.judge(case, cadre, spot.bundle):
                if verdict.refused:
                    found = Finding(rule.code, (cadre.code,), 1, verdict.norm)
                    missed.append(Reason(rule.explain(case, found), verdict.norm))
                else:
                    until = f" trước {verdict.until:%d/%m/%Y}" if verdict.until else ""
                    conditions.append(Reason(verdict.condition + until, verdict.norm))
        elif isinstance(rule, Preference) and rule.norms(case):
            text = rule.met(case, place, spot)
            if text:
                met.append(Reason(text))
            for finding in rule.charge(case, place, spot):
                if finding.cost:
                    missed.append(Reason(rule.explain(case, finding), finding.norm))
    return Grounds(tuple(passed), tuple(met), tuple(missed), tuple(conditions))


def form(case: Case, row: Placement) -> str:
    """Form of placement (hình thức bố trí), as practice names it for the main post."""
    cadre = case.cadres[case.cadre_at[row.cadre]]
    title = case.title_of(row.main)
    if cadre.post == row.main:
        return "Giữ nguyên"
    if title.office.code == "TTDU" or (title.key and title.block is Block.PARTY):
        return "Chỉ định"
    if title.key:
        return "Bầu – phê chuẩn"
    if title.grade > 0:
        return "Bổ nhiệm"
    commune = case.commune_at[case.posts[row.main].commune]
    stays = commune in case.own[case.cadre_at[cadre.code]]
    return "Giữ nguyên đơn vị" if stays else "Điều động"


def whence(case: Case, cadre: Cadre) -> str:
    """Where a cadre works today, in words."""
    if cadre.place_kind is PlaceKind.COMMUNE and cadre.place in case.commune_at:
        name = case.communes[case.commune_at[cadre.place]].full_name
    elif cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in case.old_units:
        name = case.old_units[cadre.place].name
    else:
        name = cadre.place
    return f"{cadre.title}, {name}" if cadre.title else name


def why_vacant(case: Case, plan: Plan, post: str) -> str:
    """One sentence: how many could hold the post, and where they are instead."""
    people = np.flatnonzero(eligibility(case).fits(case, post)).tolist()
    if not people:
        return "Không ai trong danh sách đủ điều kiện, tiêu chuẩn."
    title = case.posts[post].title
    same = sum(
        case.posts[code].title == title
        for place in people
        for row in plan.by_cadre.get(case.cadres[place].code, ())
        for code in row.posts
        if code in case.posts
    )
    free = sum(case.cadres[place].code in plan.surplus for place in people)
    words = [f"Có {len(people)} người đủ điều kiện"]
    if same:
        words.append(f"{same} người đã giữ chức danh này ở đơn vị khác")
    others = len(people) - same - free
    if others:
        words.append(f"{others} người đang ở vị trí khác, rời đi thì giá cao hơn")
    if free:
        words.append(f"{free} người chưa có chỗ nhưng vướng giá hoặc quy định khác")
    return "; ".join(words) + "."


def why_surplus(case: Case, cadre: str) -> str:
    """One sentence: no post fits, or those that fit have better-placed holders."""
    place = case.cadre_at[cadre]
    who = case.cadres[place]
    gates = [rule for rule in all_rules() if isinstance(rule, Gate)]
    waits = [
        gate.explain(case, Finding(gate.code, (cadre,), 1, verdict.norm))
        for gate in gates
        for verdict in gate.spare(case, who)
    ]
    tail = f" {waits[0].capitalize()}." if waits else ""
    fitting = int(eligibility(case).allowed[:, place].sum())
    if fitting == 0:
        refusals = {
            gate.code: gate.explain(case, Finding(gate.code, (cadre,), 1, verdict.norm))
            for gate in gates
            for bundle in case.bundles
            for verdict in gate.judge(case, who, bundle)
            if verdict.refused and verdict.norm.must
        }
        named = "; ".join(refusals.values())
        return f"Không có chức danh nào phù hợp: {named}.{tail}"
    return (
        f"Đủ điều kiện với {fitting} loại chức danh, nhưng số chỗ có hạn và người khác "
        f"giữ các chỗ đó với giá thấp hơn.{tail}"
    )
