from planner.roster.levels import Block
from planner.skills.requirements import competence_of
from planner.skills.supply import field_supplies, people_for_block, supplies
from tests.builders import case_of, person


def test_supply_is_short_only_where_no_plan_could_fill_the_seats() -> None:
    case = case_of(person("X"), person("Y", fields=frozenset({"kế toán – tài chính"})))
    found = {supply.title.code: supply for supply in supplies(case)}
    assert found["KT-KTV"].eligible == 1 and found["KT-KTV"].short == found["KT-KTV"].minimum - 1
    assert found["VP-TP"].eligible == 1
    assert people_for_block(case)[int(Block.GOVERNMENT)] == 2


def test_seats_and_people_of_a_field_are_those_counted_one_by_one() -> None:
    case = case_of(
        person("A", fields=frozenset({"công nghệ thông tin"})),
        person("B", fields=frozenset({"công nghệ thông tin", "luật"})),
        person("C", fields=frozenset()),
    )
    found = {supply.field: supply for supply in field_supplies(case)}
    it = found["công nghệ thông tin"]
    seats = sum(
        post.minimum
        for post in case.roster.posts
        if competence_of(case, case.title_of(post.code).fields) == it.field
        and case.title_of(post.code).fields
    )
    assert (it.minimum, it.trained, it.short) == (seats, 2, seats - 2) and seats > 2
    assert found["luật"].trained == 1
    shorts = [supply.short for supply in field_supplies(case)]
    assert shorts == sorted(shorts, reverse=True)
