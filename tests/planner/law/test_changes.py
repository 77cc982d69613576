from datetime import date

from data.norms import read_norms
from planner.law.changes import law_changes, next_change


def told(first: date, second: date, province: str = "33", merged: int = 2) -> list[str]:
    return [str(c) for c in law_changes(read_norms(), first, second, province, merged)]


def test_a_must_that_flipped_is_one_change() -> None:
    lines = told(date(2025, 10, 14), date(2025, 10, 15))
    assert any(
        line.startswith("15/10/2025: C-VC-TTPVHCC-REQ") and "→ C-VC-TTPVHCC-BAN" in line
        for line in lines
    )
    assert any("thêm S-ACCOUNTANT" in line for line in lines)


def test_backwards_the_same_changes_are_told_the_other_way_round() -> None:
    lines = told(date(2025, 11, 17), date(2025, 11, 16))
    assert any("S-UBND-VC25" in line and "→ S-UBND-VC2-OLD" in line for line in lines)


def test_nothing_changes_within_a_day_and_other_provinces_keep_theirs() -> None:
    assert told(date(2026, 1, 5), date(2026, 1, 5)) == []
    in_hanoi = told(date(2025, 12, 31), date(2026, 1, 1), "01", 1)
    assert any("hết hiệu lực C-HN-VC-POINT" in line for line in in_hanoi)
    assert not any("C-HN-VC-POINT" in line for line in told(date(2025, 12, 31), date(2026, 1, 1)))


def test_what_comes_next_is_named_with_its_day() -> None:
    norms = read_norms()
    norm = next(n for n in norms if n.id == "Q-TRANSITION-5Y")
    change = next_change(norm, norms, "01", 1)
    assert change is not None and change.day == date(2031, 1, 1)
    assert change.after is not None and change.after.id == "Q-TRANSITION-END"
    endless = next(n for n in norms if n.id == "S-SEATS")
    assert next_change(endless, norms, "01", 1) is None
