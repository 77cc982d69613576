from dataclasses import replace
from datetime import date

import pytest

from data.norms import BadNorms, read_norms
from planner.norms import Force, Norm, Norms

BASE = Norm("N", "seats", "Một", Force.MUST, "Luật", "C")


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


def test_a_department_lays_its_own_norms_over_ours(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "ours.toml").write_text(
        '[[norm]]\nid = "P-IT1"\nrule = "it_cover"\ntitle = "Hai người"\nforce = "must"\n'
        'source = "Quyết định của tỉnh"\nconfidence = "C"\nvalues = { minimum = 2, level = 3 }\n',
        encoding="utf-8",
    )
    (norm,) = [n for n in read_norms(tmp_path) if n.id == "P-IT1"]
    assert (norm.force, norm.number("minimum")) == (Force.MUST, 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[norm]]\nid = 'A'\n", "A"),
        ("[[norm]\n", "không đọc được"),
        (
            "[[norm]]\nid='A'\nrule='r'\ntitle='t'\nforce='perhaps'\nsource='s'\nconfidence='C'\n",
            "perhaps",
        ),
        (
            "[[norm]]\nid='A'\nrule='r'\ntitle='t'\nforce='must'\nsource=''\nconfidence='C'\n",
            "căn cứ",
        ),
        (
            2 * "[[norm]]\nid='A'\nrule='r'\ntitle='t'\nforce='must'\nsource='s'\nconfidence='C'\n",
            "hai mục",
        ),
    ],
)
def test_a_broken_norm_file_says_where(tmp_path, text: str, message: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadNorms, match=message):
        read_norms(tmp_path)


def test_every_norm_of_ours_has_a_source_and_a_confidence() -> None:
    assert all(norm.source and norm.confidence for norm in read_norms())
