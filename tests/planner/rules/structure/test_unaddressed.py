from dataclasses import replace

import pytest

from planner.check.finding_words import about
from planner.roster.levels import Feature
from planner.rules.structure.unaddressed import RULE
from tests.builders import A, B, case_of, changed, person, posts_without, roster_of, unit

FRONT = ("MTTQ-CT", "MTTQ-PN", "MTTQ-TN", "MTTQ-ND", "MTTQ-CCB")


def absent(*gone: str, norms: str = "") -> list[str]:
    case = case_of(person("X"), posts=posts_without(*gone), norms=norms)
    return [code for finding in RULE.faults(case) for code in finding.about]


def test_the_organisation_of_the_profile_lacks_nothing() -> None:
    assert absent() == []
    assert list(RULE.faults(case_of(person("X")))) == []


def test_a_block_an_office_and_a_norm_that_are_nobodys_are_named_the_largest_first() -> None:
    assert absent("PARTY", "FRONT") == ["PARTY", "FRONT"]
    assert absent("HDND", "FRONT") == ["FRONT", "HDND"]
    assert absent("UBND-CT", "HDND") == ["HDND", "C-CHAIR-PBT", "S-PBT-2"]


def test_a_norm_of_whose_titles_one_is_left_speaks_of_it() -> None:
    assert absent(*FRONT) == ["E-AGE-FRONT"]
    assert absent(*FRONT[1:]) == []


def test_what_one_unit_has_is_there() -> None:
    posts = tuple(p for p in posts_without() if p.commune == A or p.title not in FRONT)
    assert list(RULE.faults(case_of(person("X"), posts=posts))) == []


def test_a_post_without_a_seat_is_not_there() -> None:
    posts = tuple(
        replace(p, minimum=0, maximum=0) if p.title in FRONT else p for p in posts_without()
    )
    (finding,) = RULE.faults(case_of(person("X"), posts=posts))
    assert (finding.about, finding.amount, finding.cost) == (("E-AGE-FRONT",), 1, 0)


def test_titles_that_no_unit_must_have_are_not_missed() -> None:
    optional = [p.title for p in roster_of().posts if not p.minimum]
    assert optional and absent(*optional) == []


def test_an_office_that_only_some_units_have_is_not_missed() -> None:
    centre = frozenset({Feature.POLITICAL_CENTRE})
    for features, told in ((frozenset(), []), (centre, ["TTCT"])):
        places = unit(A, features=centre), unit(B, features=features)
        case = case_of(person("X"), communes=places, posts=posts_without())
        assert [f.about[0] for f in RULE.faults(case)] == told


def test_a_norm_that_is_off_or_of_other_units_is_not_told() -> None:
    assert absent(*FRONT, norms=changed("E-AGE-FRONT", force='"off"')) == []
    island = """
[[norm]]
id = "T-ISLAND"
used_by = "unit_limit"
title = "Đảo"
force = "must"
values = { titles = ["MTTQ-PN"], maximum = "1 người", each = "unit" }
scope = { feature = "ISLAND" }
source = "Quyết định"
confidence = "C"
"""
    assert absent("MTTQ-PN", norms=island) == []
    assert absent("MTTQ-PN", norms=island.replace("ISLAND", "MOUNTAIN")) == []
    everywhere = island.replace('scope = { feature = "ISLAND" }\n', "")
    assert absent("MTTQ-PN", norms=everywhere) == ["T-ISLAND"]


def test_titles_and_bodies_of_one_norm_are_one_list_and_a_scope_is_another() -> None:
    own = """
[[norm]]
id = "T-AGE"
used_by = "age_left"
title = "Tuổi"
force = "must"
values = { titles = ["VP-CVP"], bodies = ["TTMTTQ"], first = "60 tháng" }
source = "Quyết định"
confidence = "C"

[[norm]]
id = "T-RATING"
used_by = "rating"
title = "Xếp loại"
force = "must"
values = { worst = "FAILED" }
scope = { title = "VP-CVP" }
source = "Quyết định"
confidence = "C"
"""
    assert absent(*FRONT, norms=own) == ["E-AGE-FRONT"]
    head = ["C-VC-OFFICE", "T-RATING"]
    assert absent("VP-CVP", norms=own) == head
    assert sorted(absent("VP-CVP", *FRONT, norms=own)) == sorted([*head, "E-AGE-FRONT", "T-AGE"])


@pytest.mark.parametrize(
    ("gone", "who", "words"),
    [
        (("PARTY",), "Khối Đảng", "tổ chức được lập không có phần này"),
        (("HDND",), "Hội đồng nhân dân", "tổ chức được lập không có phần này"),
        (FRONT, "Ban Thường trực MTTQ", "quy định không có chức danh nào để áp dụng"),
    ],
)
def test_it_says_what_is_not_there(gone: tuple[str, ...], who: str, words: str) -> None:
    case = case_of(person("X"), posts=posts_without(*gone, units=[A, B]))
    (finding,) = RULE.faults(case)
    assert about(case, finding).startswith(who) and RULE.explain(case, finding).startswith(words)
