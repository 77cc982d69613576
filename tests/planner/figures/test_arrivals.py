from planner.figures.arrivals import office_changes, people_today, wishes_of_unit
from tests.builders import A, B, case_of, person, plan_of, post


def test_who_comes_from_elsewhere_arrives_and_who_stays_is_counted() -> None:
    case = case_of(
        person("X", place=B),
        person("Y", place=A),
        person("Z", post=post("VP-TH", A), place=A),
        person("W", post=post("VX-NV", A), place=A),
    )
    plan = plan_of(
        case,
        X=post("VP-TP", A),
        Y=post("VP-TH", A),
        Z=post("VP-TH", A),
        W=post("VX-TP", A),
    )
    found = office_changes(case, plan, case.commune_at[A])
    told = {
        change.office: ([(a.name[-1], a.arrived) for a in change.arrivals], change.same)
        for change in found
    }
    assert list(told.values()) == [([("X", True)], 2), ([("W", False)], 0)]
    assert office_changes(case, plan, case.commune_at[B]) == ()


def test_people_of_today_stand_by_workplace_and_name() -> None:
    case = case_of(person("X", name="Lê Bình"), person("Y", name="Vũ An"), person("Z", place=B))
    (people,) = people_today(case, case.commune_at[A]).values()
    assert [cadre.code for cadre in people] == ["Y", "X"]


def test_wishes_of_a_unit_are_those_of_its_own_people() -> None:
    case = case_of(
        person("X", preferences=(A,)),
        person("Y", preferences=(B,)),
        person("Z"),
        person("W", place=B, preferences=(B,)),
    )
    plan = plan_of(case, X=post("VP-TP", A), Y=post("VX-NV", A), W=post("VX-NV", B))
    assert wishes_of_unit(case, plan, case.commune_at[A]) == (1, 2)
    assert wishes_of_unit(case, plan, case.commune_at[B]) == (1, 1)
