from dataclasses import replace

from planner.roster import Office, Post
from planner.roster.levels import Block, Grade
from planner.rules.structure.committees import RULE as COMMITTEES
from planner.rules.structure.offices import RULE as OFFICES
from tests.builders import A, case_of, person, posts_without, roster_of

BASE = roster_of(person("X"))
LAW_BOARD = replace(
    next(t for t in BASE.titles if t.code == "HDND-TBKT"),
    code="HDND-TBPC",
    name="Trưởng Ban Pháp chế",
)
CENTRE = replace(
    next(t for t in BASE.titles if t.code == "VX-TP"),
    code="TTPVHCC-GD",
    name="Giám đốc",
    office=Office("TTPVHCC", "Trung tâm Phục vụ hành chính công", Block.GOVERNMENT),
)


def with_title(title):  # type: ignore[no-untyped-def]
    extra = Post(code=f"{A}/{title.code}", commune=A, title=title.code, minimum=1, maximum=1)
    return case_of(person("X"), titles=(*BASE.titles, title), posts=(*BASE.posts, extra))


def test_the_profile_keeps_both_frames() -> None:
    case = case_of(person("X"))
    assert not [*OFFICES.faults(case), *COMMITTEES.faults(case)]


def test_a_third_committee_breaks_article_29() -> None:
    assert LAW_BOARD.grade is Grade.HEAD
    assert [(f.about, f.amount) for f in COMMITTEES.faults(with_title(LAW_BOARD))] == [((A,), 1)]


def test_a_service_centre_is_barred_in_hanoi_though_four_offices_are_allowed() -> None:
    assert [(f.about, f.norm.id) for f in OFFICES.faults(with_title(CENTRE))] == [
        ((A,), "S-HN-NO-TTPVHCC")
    ]


def test_a_council_that_no_unit_plans_lacks_no_committee() -> None:
    for gone in ("HDND", "GOVERNMENT"):
        assert not list(COMMITTEES.faults(case_of(person("X"), posts=posts_without(gone))))
    only_there = tuple(p for p in BASE.posts if (p.commune, p.title[:4]) != (A, "HDND"))
    found = [(f.about, f.amount) for f in COMMITTEES.faults(case_of(posts=only_there))]
    assert found == [((A,), 2)]
