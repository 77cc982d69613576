"""What may be held together is switched; what must or must not is the law's."""

from planner.law.norm import Force
from ui.desk.desk import Desk
from ui.desk.screens.concurrency_choice import MAY, RIDES, rides, switch, switched, ways_to_ride


def test_permissions_stand_in_words_by_kind(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    found = rides(case)
    kinds = [RIDES.index(ride.norm.used_by) for ride in found]
    assert kinds == sorted(kinds) and set(kinds) == {0, 1, 2}
    assert all(ride.titles for ride in found)
    ways, free = ways_to_ride(case)
    assert ways > free > 0


def test_a_permission_is_switched_off_and_on_again(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    found = rides(case)
    assert switched(found, [ride.used for ride in found]) == {}
    first = next(ride for ride in found if ride.norm.used_by == MAY and ride.used)
    changed = switched(found, [ride.used and ride is not first for ride in found])
    assert changed == {first.norm.id: False}
    before = ways_to_ride(case)
    assert switch(planned.inputs, found, changed) == ""
    now = planned.inputs.case
    assert now is not None and ways_to_ride(now) < before
    assert planned.inputs.scenario.forces == {first.norm.id: Force.OFF.value}
    last = planned.project.log()[-1]
    assert (last.action, last.about) == ("concurrency", f"{first.norm.id}: không dùng")


def test_what_the_law_demands_is_not_switched_here(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    found = rides(case)
    must = next(ride for ride in found if ride.norm.used_by != MAY)
    said = switch(planned.inputs, found, {must.norm.id: not must.used})
    assert said.startswith(must.norm.id) and planned.inputs.scenario.forces == {}
