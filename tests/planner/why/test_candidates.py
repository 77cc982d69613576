from planner.roster import Demand
from planner.roster.levels import Education
from planner.why.candidates import candidates, near_misses, openings
from planner.why.instead import judged
from tests.builders import A, B, case_of, person, plan_of, post


def test_candidates_are_lawful_and_near_misses_miss_exactly_one_condition() -> None:
    case = case_of(
        person("X"),
        person("Y", education=Education.COLLEGE),
        person("Z", education=Education.COLLEGE, party=False),
    )
    plan = plan_of(case)
    (found,) = candidates(case, plan, post("KT-TP"), None)
    assert (found.cadre, found.free, found.barriers) == ("X", True, ())
    assert not judged(case, "X", post("KT-TP")).refused
    (missed,) = near_misses(case, plan, post("KT-TP"))
    assert missed.cadre == "Y"
    assert [r.norm.id for r in missed.barriers if r.norm] == ["E-EDU-UNI"]


def test_openings_are_allowed_and_free_with_vacancies_first() -> None:
    case = case_of(person("X"), person("Y"))
    plan = plan_of(case, Y=post("VP-TP"))
    found = openings(case, plan, "X", 50)
    assert found and [o.vacant for o in found] == sorted((o.vacant for o in found), reverse=True)
    for opening in found:
        assert not judged(case, "X", opening.post).refused, opening.post


def test_a_ban_leaves_neither_opening_nor_candidate() -> None:
    case = case_of(person("X"), demands=(Demand("X", A, False),))
    assert all(o.post.startswith(B) for o in openings(case, plan_of(case), "X", 50))
