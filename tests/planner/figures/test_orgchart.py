from planner.figures.orgchart import leavers, office_cards
from planner.roster.levels import ItLevel
from planner.rules.competence import IT
from tests.builders import B, case_of, person, pin, plan_of, post


def seats(case, plan):  # type: ignore[no-untyped-def]
    return {(s.post, s.cadre): s for card in office_cards(case, plan, 0) for s in card.seats}


def test_a_concurrent_title_shows_twice_and_counts_once() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=(post("UBND-CT"), post("DU-PBT")))
    found = seats(case, plan)
    main, beside = found[post("UBND-CT"), "X"], found[post("DU-PBT"), "X"]
    assert (main.concurrent, main.beside) == (False, ("Phó Bí thư Đảng ủy",))
    assert (beside.concurrent, beside.beside) == (True, ("Chủ tịch UBND",))
    assert {card.name: card.placed for card in office_cards(case, plan, 0)}["Ủy ban nhân dân"] == 1


def test_an_empty_seat_stands_where_its_title_stands() -> None:
    case = case_of(person("X"))
    found = seats(case, plan_of(case))
    assert found[post("DU-BT"), ""].key
    assert (post("KT-GT"), "") not in found


def test_marks_say_it_arrival_and_pin() -> None:
    case = case_of(person("X", it=ItLevel.TRAINED, place=B), demands=(pin("X", post("VP-TP")),))
    seat = seats(case, plan_of(case, X=post("VP-TP")))[post("VP-TP"), "X"]
    assert (seat.able, seat.arrived, seat.pinned) == ((IT,), True, True)


def test_a_ward_has_its_own_name_for_the_economy_office() -> None:
    case = case_of(person("X"))
    names = [card.name for card in office_cards(case, plan_of(case), 0)]
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in names and "Phòng Kinh tế" not in names


def test_leavers_are_those_who_sit_elsewhere_or_nowhere() -> None:
    case = case_of(person("X"), person("Y"), person("Z"))
    plan = plan_of(case, X=post("VP-TP", B), Y=post("VP-TP"))
    assert [(w.cadre, w.post) for w in leavers(case, plan, 0)] == [
        ("X", post("VP-TP", B)),
        ("Z", ""),
    ]
