from planner.case import Case
from planner.plan import Plan
from planner.why.candidates import openings
from ui.desk.screens.other_places import other_places


def test_without_prices_the_openings_are_told_with_their_way(
    merger_case: Case, merger_plan: Plan
) -> None:
    code = merger_plan.surplus[0]
    found = other_places(merger_case, merger_plan, code, None)
    asked = openings(merger_case, merger_plan, code)
    assert [post for post, _ in found] == [one.post for one in asked]
    assert all(words.startswith("còn chỗ, cách ") for _, words in found)
