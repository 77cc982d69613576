from planner.plan.counts import key_vacancies, moved, vacant
from planner.plan.plan import Plan
from planner.roster import Post
from planner.roster.levels import PlaceKind
from tests.builders import A, B, case_of, person, plan_of, post

CHIEF, CHAIR, CLERKS = post("DU-BT"), post("HDND-CT"), post("VP-TH")
SEATS = (
    Post(code=CHIEF, commune=A, title="DU-BT", minimum=1, maximum=1),
    Post(code=CHAIR, commune=A, title="HDND-CT", minimum=1, maximum=1),
    Post(code=CLERKS, commune=A, title="VP-TH", minimum=2, maximum=3),
    Post(code=post("VP-TH", B), commune=B, title="VP-TH", minimum=1, maximum=1),
)


def test_vacant_are_the_seats_below_the_minimum_and_no_optional_ones() -> None:
    case = case_of(person("X"), person("Y"), posts=SEATS)
    none = plan_of(case)
    assert vacant(case, none) == ((CHIEF, 1), (CHAIR, 1), (CLERKS, 2), (post("VP-TH", B), 1))
    both = plan_of(case, X=CLERKS, Y=CLERKS)
    assert vacant(case, both) == ((CHIEF, 1), (CHAIR, 1), (post("VP-TH", B), 1))


def test_a_seat_held_beside_another_is_not_vacant() -> None:
    case = case_of(person("X"), posts=SEATS[:2])
    assert vacant(case, plan_of(case, X=(CHIEF, CHAIR))) == ()


def test_key_vacancies_count_seats_of_key_posts_only() -> None:
    case = case_of(person("X"), posts=SEATS)
    assert key_vacancies(case, plan_of(case, X=CHIEF)) == 1
    assert key_vacancies(case, plan_of(case, X=CLERKS)) == 2


def test_moved_are_those_placed_outside_a_unit_that_is_theirs() -> None:
    case = case_of(
        person("STAYS", place=A),
        person("GOES", place=A),
        person("CAME", place_kind=PlaceKind.PROVINCE, place="01"),
        posts=SEATS,
    )
    there = post("VP-TH", B)
    assert moved(case, plan_of(case, STAYS=CLERKS, GOES=there, CAME=there)) == 1
    assert moved(case, plan_of(case, STAYS=there, GOES=there)) == 2
    assert moved(case, Plan((), ("STAYS", "GOES", "CAME"))) == 0
