from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.norms import BadNorms, read_norms, rows_left_out
from data.papers.catalogue import rows_by_use
from data.profiles import known_names, profile_of
from data.reference import communes
from data.titles import read_titles
from planner.law.figure import Names
from planner.law.norm import Force, Norm, Norms
from planner.roster.levels import Feature, UnitType
from planner.rules import all_rules
from tests.folders import ROOT

BASE = Norm(id="N", used_by="seats", title="Một", force=Force.MUST, source="Luật", confidence="C")


def test_only_norms_in_force_on_the_day_are_read() -> None:
    old = replace(BASE, until=date(2025, 12, 31))
    new = replace(BASE, title="Hai", since=date(2026, 1, 1))
    for day, title in ((date(2025, 12, 31), "Một"), (date(2026, 1, 1), "Hai")):
        assert [n.title for n in Norms.in_force([old, new], day, "01").entries] == [title]


def test_the_more_specific_scope_wins_and_others_do_not_apply() -> None:
    city = replace(BASE, title="Thành phố", scope={"province": "01"})
    assert Norms.in_force([BASE, city], date(2026, 1, 1), "01").entries == (city,)
    assert Norms.in_force([BASE, city], date(2026, 1, 1), "48").entries == (BASE,)


def test_a_scenario_may_switch_a_norm_off() -> None:
    norms = Norms.in_force([BASE], date(2026, 1, 1), "01")
    assert norms.with_forces({"N": "off"}, {}).of("seats") == ()
    with pytest.raises(ValueError, match="không có căn cứ số X"):
        norms.with_forces({"X": "off"}, {})


def test_figures_say_which_norm_is_wrong() -> None:
    norm = replace(BASE, values={"n": "hai"})
    with pytest.raises(ValueError, match="N: n = 'hai'"):
        norm.number("n")


def test_the_most_specific_norm_of_a_unit_is_the_one_that_names_most() -> None:
    ward = replace(BASE, scope={"unit_type": "WARD"})
    high = replace(BASE, scope={"unit_type": "WARD", "feature": "MOUNTAIN"})
    norms = Norms.in_force([BASE, ward, high], date(2026, 1, 1), "01")
    unit = communes("01")[0]
    assert norms.at("seats", unit) == (ward,)
    above = replace(unit, features=frozenset({Feature.MOUNTAIN, Feature.BORDER}))
    assert norms.at("seats", above) == (high,)
    assert norms.at("seats", replace(unit, type=UnitType.COMMUNE)) == (BASE,)


def test_a_norm_may_be_for_some_titles_only() -> None:
    heads = replace(BASE, scope={"grade": "HEAD", "office": "VP KT"})
    titles = {title.code: title for title in profile_of("01", date(2026, 11, 22)).titles}
    covered = [code for code, title in titles.items() if heads.covers(title)]
    assert covered == ["VP-CVP", "KT-TP"]


def overlay(text: str) -> dict[str, str]:
    return {"tinh.toml": text}


LOCAL = """
[[norm]]
id = "P-IT1"
used_by = "it_cover"
title = "Hai người làm được CNTT"
force = "must"
source = "Quyết định của tỉnh"
confidence = "C"
values = { minimum = "2 người", level = "3 mức" }
"""


def test_a_department_lays_its_own_norms_over_ours(tmp_path: Path) -> None:
    (tmp_path / "tinh.toml").write_text(LOCAL, encoding="utf-8")
    (norm,) = [n for n in read_norms(tmp_path) if n.id == "P-IT1"]
    assert (norm.force, norm.number("minimum"), norm.origin) == (Force.MUST, 2, "tinh.toml")
    assert norm.was == "ưu tiên 3000 điểm; tối thiểu 1 người; mức 3 mức"


def test_a_norm_dated_tomorrow_takes_over_tomorrow() -> None:
    text = LOCAL + "since = 2026-12-01\n"
    old, new = sorted(
        (n for n in read_norms(overlay(text)) if n.id == "P-IT1"), key=lambda n: str(n.since)
    )
    assert (old.until, old.origin) == (date(2026, 11, 30), "")
    assert (new.since, new.number("minimum")) == (date(2026, 12, 1), 2)


def test_a_change_names_only_what_it_changes() -> None:
    text = (
        '[[change]]\nid = "P-PRESENCE"\nforce = "wish"\nprice = 70\n'
        'values = { minimum = "3 người" }\nsource = "NQ của tỉnh"\n'
    )
    (norm,) = [n for n in read_norms(overlay(text)) if n.id == "P-PRESENCE"]
    assert (norm.force, norm.price, norm.number("minimum")) == (Force.WISH, 70, 3)
    assert (norm.source, norm.was) == ("NQ của tỉnh", "tắt; tối thiểu 2 người")


def test_a_change_from_a_day_leaves_the_days_before_as_they_were() -> None:
    text = '[[change]]\nid = "P-IT1"\nforce = "off"\nsince = 2027-01-01\nsource = "QĐ"\n'
    norms = read_norms(overlay(text))
    forces = [
        Norms.in_force(norms, day, "01").named("P-IT1")
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert [norm and norm.force for norm in forces] == [Force.WISH, Force.OFF]


ONE = "id='A'\nused_by='seats'\ntitle='t'\nforce='must'\nsource='s'\nconfidence='C'\n"
NORM = "[[norm]]\n" + ONE
OTHER = NORM.replace("'A'", "'B'")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[norm]]\nid = 'A'\n", ("tinh.toml, mục [[norm]] 1 (A), title", "không được để trống")),
        ("[[norm]\n", ("tinh.toml: không đọc được TOML",)),
        (NORM.replace("must", "perhaps"), ('force: đọc được "perhaps"', "must, wish hoặc off")),
        (NORM.replace("'s'", "''"), ("source", "không được để trống")),
        (NORM * 2, ("[[norm]] 2 và tinh.toml, mục [[norm]] 1 (A)", "không chồng nhau")),
        (NORM.replace("'seats'", "'seat'"), ('used_by: đọc được "seat"', "gần giống: seats")),
        (NORM + "values = { n = 3 }\n", ("values.n", "seats không đọc số này")),
        (LOCAL.replace("2 người", "2 tháng"), ('đọc được "2 tháng"', "đơn vị người")),
        (LOCAL.replace('"2 người"', "2"), ("values.minimum", 'đọc được "2"')),
        (NORM + "since = '2025-13'\n", ("since", "2025-13")),
        (NORM + "scope = { planet = 'X' }\n", ('scope: đọc được "planet"',)),
        (NORM + "scope = { unit_type = 'TOWN' }\n", ('đọc được "TOWN"', "COMMUNE, WARD")),
        (NORM + "succeeds = 'Z'\n", ('succeeds: đọc được "Z"',)),
        (
            NORM + "until = 2026-01-01\n" + OTHER + "since = 2026-01-03\nsucceeds = 'A'\n",
            ("[[norm]] 2 (B, từ 03/01/2026)", "[[norm]] 1 (A, đến 01/01/2026)", "không hở"),
        ),
        ("[[change]]\nid = 'NO-SUCH'\nsource = 's'\n", ('đọc được "NO-SUCH"',)),
        ("[[change]]\nid = 'P-IT1'\n", ("source", "không được để trống")),
        (
            "[[change]]\nid = 'P-IT1'\nsource = 's'\nvalues = { minimum = '2 km' }\n",
            ('đọc được "2 km"', "đơn vị người"),
        ),
        ("[[change]]\nid = 'P-PLACE'\nforce = 'must'\nsource = 's'\n", ("tiêu chí ưu tiên",)),
        ("[norm]\nid = 'A'\n", ('đọc được "[norm]"', "cần [[norm]]")),
        (NORM + "values = 3\n", ("values", "một bảng")),
        (NORM + "rows = 'A'\n", ("rows", "một danh sách")),
        (NORM + "since = 2026-02-01\nuntil = 2026-01-01\n", ("until", "không trước 01/02/2026")),
        (LOCAL + "scope = { feature = ' ' }\n", ("scope.feature", "ít nhất một giá trị")),
        (NORM + "scope = { province = 'Atlantis' }\n", ('scope.province: đọc được "Atlantis"',)),
        (NORM + "scope = { unit_type = 'WARD' }\n", ("scope.unit_type", "seats chỉ xét phạm vi")),
        (LOCAL + "scope = { grade = 'HEAD' }\n", ("scope.grade", "it_cover chỉ xét phạm vi")),
        (
            NORM.replace("'seats'", "'full_time'") + "values = { titles = ['HDND-PTC'] }\n",
            ('đọc được "HDND-PTC"', "gần giống: HDND-PCT"),
        ),
        ("[other]\n", ('đọc được "other"', "[[norm]], [[change]]")),
    ],
)
def test_a_broken_norm_file_says_where_what_was_read_and_what_is_expected(
    text: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(BadNorms) as caught:
        read_norms(overlay(text))
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_every_fault_of_every_file_is_told_at_once() -> None:
    files = {"a.toml": NORM.replace("must", "x"), "b.toml": NORM.replace("'s'", "''")}
    with pytest.raises(BadNorms) as caught:
        read_norms(files)
    assert [fault.split(",")[0] for fault in caught.value.faults] == ["a.toml", "b.toml"]


def test_a_province_may_be_named_or_coded() -> None:
    for written in ("Hà Nội", "ha noi", "01", "01 79"):
        (norm,) = [
            n
            for n in read_norms(overlay(NORM + f'scope = {{ province = "{written}" }}\n'))
            if n.id == "A"
        ]
        assert norm.in_province("01", 1) and not norm.in_province("33", 2)


def test_two_files_of_a_department_may_not_contradict_each_other() -> None:
    with pytest.raises(BadNorms) as caught:
        read_norms({"a.toml": LOCAL, "b.toml": LOCAL})
    assert "b.toml, mục [[norm]] 1 và a.toml, mục [[norm]] 1" in str(caught.value)


def test_every_norm_of_ours_has_a_source_and_a_confidence() -> None:
    assert all(norm.source and norm.confidence for norm in read_norms())


def test_every_title_office_and_body_that_a_norm_names_is_in_a_profile() -> None:
    known = known_names()
    asked = {Names.ROLES: "roles", Names.OFFICES: "offices", Names.BODIES: "bodies"}
    rules = {rule.code: rule for rule in all_rules()}
    for norm in read_norms():
        for name, ask in rules[norm.used_by].figures.items() if norm.used_by in rules else ():
            if ask.names in asked:
                assert set(norm.names(name)) <= known[asked[ask.names]], (norm.id, name)
        assert set(norm.scope.get("title", "").split()) <= known["roles"], norm.id
        assert set(norm.scope.get("office", "").split()) <= known["offices"], norm.id


def test_the_rows_of_the_reference_add_up_to_150_and_none_is_used_and_left_out() -> None:
    uses, left = rows_by_use(read_norms()), rows_left_out()
    used = set.union(*uses.values())
    assert not used & left.keys()
    assert len(used) + len(left) == 150
    assert all(left.values())


def test_the_overlay_shown_in_the_documents_can_be_used() -> None:
    text = (ROOT / "docs" / "law.md").read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in text.split("```toml\n")[1:]]
    (example,) = [block for block in blocks if block.startswith("[[change]]")]
    norms = Norms.in_force(read_norms(overlay(example)), date(2027, 1, 1), "01")
    changed = norms.named("P-IT1")
    assert changed is not None and (changed.force, changed.number("minimum")) == (Force.MUST, 2)
    ward = next(unit for unit in communes("01") if unit.type is UnitType.WARD)
    assert "T-CNTT-PHUONG" in {norm.id for norm in norms.at("it_cover", ward)}
    village = replace(ward, type=UnitType.COMMUNE)
    assert "T-CNTT-PHUONG" not in {norm.id for norm in norms.at("it_cover", village)}


def test_the_norm_of_single_holders_names_the_single_roles_of_the_table_of_titles() -> None:
    (norm,) = (norm for norm in read_norms() if norm.used_by == "single_holder")
    single = {role.code for role in read_titles().roles if role.single}
    assert set(norm.names("titles")) == single & known_names()["roles"]
    assert len(norm.names("titles")) == len(set(norm.names("titles"))) == 30
