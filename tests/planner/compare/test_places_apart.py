from planner.compare.places_apart import OldPlaceApart, old_places_apart, units_apart
from planner.figures.summary import unit_figures
from tests.builders import A, B, case_of, person, plan_of, post


def test_units_whose_vacancies_or_people_differ_come_with_both_figures() -> None:
    case = case_of(person("X"), person("Y"), person("Z"))
    old = plan_of(case, X=post("VP-TP", A), Y=post("VX-NV", B), Z=post("VX-NV", B))
    new = plan_of(case, X=post("VP-TP", A), Y=post("VX-NV", B))
    (apart,) = units_apart(case, unit_figures(case, old), unit_figures(case, new))
    assert apart.name == case.unit(B).full_name
    assert apart.placed == -1 and apart.vacant >= 0
    assert (apart.one.total("placed"), apart.two.total("placed")) == (2, 1)
    assert units_apart(case, unit_figures(case, old), unit_figures(case, old)) == ()


def test_a_seat_of_a_key_title_that_is_empty_in_one_plan_alone_tells_units_apart() -> None:
    case = case_of(person("X"), person("Y"))
    key = next(title.code for title in case.titles if title.key)
    old = plan_of(case, X=post(key, A), Y=post("VP-TP", B))
    new = plan_of(case, X=post("VP-TP", A), Y=post(key, B))
    one, two = unit_figures(case, old), unit_figures(case, new)
    found = units_apart(case, one, two)
    assert sorted(unit.two.vacant_key - unit.one.vacant_key for unit in found) == [-1, 1]


def test_old_places_come_with_the_share_of_their_people_who_have_a_post() -> None:
    case = case_of(person("X", place=A), person("Y", place=A), person("Z", place=B))
    old = plan_of(case, X=post("VP-TP"), Y=post("VX-NV"), Z=post("VX-NV"))
    new = plan_of(case, X=post("VP-TP"), Z=post("VX-NV"))
    (apart,) = old_places_apart((case, old), (case, new))
    assert apart == OldPlaceApart(apart.name, 1.0, 0.5)
    (back,) = old_places_apart((case, new), (case, old))
    assert (back.one, back.two) == (0.5, 1.0)
