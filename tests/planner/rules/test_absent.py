"""Whatever is left out of the organisation, no rule bars anybody whom it did not bar before."""

import pytest

from planner.case import Case
from planner.roster import Cadre
from planner.roster.levels import Discipline, Grade, PersonKind, Rating, Status
from planner.rules import all_rules
from planner.rules.shape import Frame, Gate
from tests.builders import case_of, person, posts_without, roster_of
from tests.random_plans import random_plan
from tests.readings import counts_agree

PEOPLE = (
    person("A", months_left=2, grade=Grade.SPECIALIST),
    person("B", months_left=40, committee=True, grade=Grade.CHIEF, party=False),
    person("C", kind=PersonKind.PART_TIME, ratings=(Rating.FAILED,), status=Status.SUSPENDED),
    person("D", discipline=Discipline.WARNING, tenure=3, grade=Grade.DEPUTY, deputy_of="00004"),
)
PARTS = (
    *("PARTY", "GOVERNMENT", "FRONT"),
    *dict.fromkeys(title.office.code for title in roster_of().titles),
    *(title.code for title in roster_of().titles if title.grade > Grade.SPECIALIST),
)
WHOLE = case_of(*PEOPLE)


def without(part: str, keep_titles: bool) -> Case:
    """A case without the posts of a title, office or block; titles without posts may be known."""
    posts = posts_without(part)
    seated = {post.title for post in posts}
    titles = tuple(t for t in roster_of().titles if keep_titles or t.code in seated)
    return case_of(*PEOPLE, posts=posts, titles=titles)


def refused(case: Case, cadre: Cadre, code: str) -> set[str]:
    """Norms that refuse the cadre every bundle whose main title this is."""
    gates = [rule for rule in all_rules() if isinstance(rule, Gate)]
    verdicts = [
        {v.norm.id for gate in gates for v in gate.judge(case, cadre, bundle) if v.refused}
        for bundle in case.organisation.bundles
        if bundle.main.code == code
    ]
    return set.intersection(*verdicts) if verdicts else {"kiêm nhiệm"}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("keep_titles", [True, False])
def test_no_part_left_out_bars_anybody_from_another(part: str, keep_titles: bool) -> None:
    case = without(part, keep_titles)
    mains = {bundle.main.code for bundle in WHOLE.organisation.bundles}
    for code in sorted(mains & {p.title for p in case.roster.posts}):
        for cadre in PEOPLE:
            assert refused(case, cadre, code) <= refused(WHOLE, cadre, code), (code, cadre.code)


@pytest.mark.parametrize("block", ["PARTY", "GOVERNMENT", "FRONT"])
def test_each_block_alone_has_no_fault_and_nothing_is_missed_of_the_others(block: str) -> None:
    others = {"PARTY", "GOVERNMENT", "FRONT"} - {block}
    case = case_of(*PEOPLE, posts=posts_without(*others, "CHQS"))
    faults = [f for rule in all_rules() if isinstance(rule, Frame) for f in rule.faults(case)]
    assert [f for f in faults if f.norm.must] == []
    for number in range(8):
        counts_agree(case, random_plan(case, number, (number % 4 + 1) / 4))
