from dataclasses import replace
from datetime import date

from planner.rules.structure.job_catalogue import RULE
from tests.builders import A, case_of, person, roster_of


def over(day: date, extra: int, leading: bool = False) -> list[tuple[str, str, int]]:
    base = roster_of(person("X"), units=[A])
    model = next(t for t in base.titles if t.code == ("KT-TP" if leading else "KT-TC"))
    titles = [replace(model, code=f"X{n}", name=f"Vị trí {n}") for n in range(extra)]
    posts = [replace(base.posts[0], code=f"{A}/X{n}", title=f"X{n}") for n in range(extra)]
    case = case_of(
        person("X"),
        units=[A],
        titles=(*base.titles, *titles),
        posts=(*base.posts, *posts),
        day=day,
    )
    return [(f.norm.id, f.about[1], f.amount) for f in RULE.faults(case)]


def test_each_list_has_its_number_of_professional_positions() -> None:
    # The profile has 25 kinds of professional post in the three offices.
    assert over(date(2025, 9, 1), 3) == over(date(2025, 11, 1), 6) == []
    assert over(date(2025, 9, 1), 4) == [("S-POS-36-OLD", "professional", 1)]
    assert over(date(2025, 11, 1), 7) == [("S-POS-39-OLD", "professional", 1)]
    assert over(date(2025, 12, 31), 10) == [("S-POS-45", "professional", 1)]


def test_eight_leading_positions_are_listed() -> None:
    # Four kinds of leader stand in the three offices.
    assert over(date(2026, 1, 1), 4, leading=True) == []
    assert over(date(2026, 1, 1), 5, leading=True) == [("S-POS-45", "leaders", 1)]
