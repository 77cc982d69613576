"""People are found by what is chosen; the whole is counted."""

from dataclasses import replace

from planner.case import Case
from planner.text.vietnamese import name_key
from ui.desk.screens.people_filter import SOON, UNKNOWN, Filters, people_found, roster_figures


def test_everybody_is_found_by_name_when_nothing_is_chosen(merger_case: Case) -> None:
    found = people_found(merger_case, Filters())
    assert len(found) == len(merger_case.roster.cadres)
    assert found == sorted(found, key=lambda cadre: (name_key(cadre.name), cadre.code))


def test_each_choice_narrows(merger_case: Case, running_case: Case) -> None:
    unit = merger_case.communes[0].code
    for wanted in (
        Filters(unit=unit),
        Filters(education="Đại học"),
        Filters(it=UNKNOWN),
        Filters(left="Đến 36 tháng"),
        Filters(field=next(iter(merger_case.cadres[0].fields))),
        Filters(text="nguyen van"),
    ):
        assert 0 < len(people_found(merger_case, wanted)) < len(merger_case.roster.cadres), wanted
    assert all(c.it is None for c in people_found(merger_case, Filters(it=UNKNOWN)))
    soon = people_found(merger_case, Filters(left="Đến 12 tháng"))
    assert all(cadre.months_left <= 12 for cadre in soon)
    assert people_found(merger_case, Filters(block="Khối Đảng")) == []
    assert len(people_found(running_case, Filters(block="Khối Đảng"))) > 0
    here = people_found(running_case, Filters(unit=running_case.communes[0].code))
    assert all(
        running_case.posts[cadre.post].commune == running_case.communes[0].code
        for cadre in here
        if cadre.post
    )


def test_the_whole_is_counted(merger_case: Case) -> None:
    found = roster_figures(merger_case)
    assert found.people == found.leaving + found.to_place == len(merger_case.roster.cadres)
    assert found.quota == merger_case.allotment.total
    old = replace(merger_case.roster.cadres[0], months_left=SOON, it=None)
    cadres = (old, *merger_case.roster.cadres[1:])
    more = roster_figures(replace(merger_case, roster=replace(merger_case.roster, cadres=cadres)))
    assert more.retiring_soon >= found.retiring_soon and more.it_unknown >= found.it_unknown
