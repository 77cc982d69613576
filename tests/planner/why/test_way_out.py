from dataclasses import replace

from planner.case import Case, Scenario
from planner.law.norm import Force
from planner.roster.levels import Block, Education, Grade, ItLevel, Theory
from planner.why.clash import clashes
from planner.why.instead import judged
from planner.why.way_out import EASED, Effort, WayOut
from tests.builders import DAY, A, case_of, person, pin, post, unit

SECRETARY = post("DU-BT")


def test_a_demand_is_let_go_whether_workbook_or_scenario_asked_for_it() -> None:
    asked, other = pin("X", SECRETARY), pin("Y", SECRETARY)
    scenario = Scenario("PA1", DAY, demands=(asked,))
    able = {"theory": Theory.ADVANCED, "grade": Grade.CHIEF}
    people = person("X", **able), person("Y", **able)
    case = case_of(*people, demands=(asked, other), scenario=scenario)
    way = WayOut(Effort.RELEASE, "X", demand=asked)
    after = way.applied(case)
    assert (after.roster.demands, after.scenario.demands) == ((other,), ())
    assert len(clashes(case)) == 1 and clashes(after) == ()
    assert way.words(case) == (
        "Bỏ yêu cầu giữ cố định Nguyễn Văn X (X) ở Bí thư Đảng ủy, Phường Ba Đình"
    )


def eased(**prices: int) -> Case:
    scenario = Scenario("PA1", DAY, forces={"P-IT1": "must"}, prices=prices)
    return WayOut(Effort.EASE, "P-IT1", norm="P-IT1").applied(case_of(scenario=scenario))


def test_an_eased_norm_is_a_wish_at_its_own_price_or_else_at_a_high_one() -> None:
    cases = eased(), eased(**{"P-IT1": 0})
    found = [case.norms.named("P-IT1") for case in cases]
    assert [(norm.force, norm.price) for norm in found if norm] == [
        (Force.WISH, 3_000),
        (Force.WISH, EASED),
    ]
    assert all(case.scenario.forces == {"P-IT1": "wish"} for case in cases)


def test_a_waiver_opens_a_post_to_somebody_a_standard_bars() -> None:
    case = case_of(person("X", education=Education.COLLEGE))
    way = WayOut(Effort.WAIVE, "X", norm="E-EDU-UNI", people=("X",))
    clerk = post("VP-TH")
    assert judged(case, "X", clerk).refused and not judged(way.applied(case), "X", clerk).refused
    assert way.words(case).startswith("Xin cấp có thẩm quyền miễn cho Nguyễn Văn X (X): Tốt nghiệp")


def test_training_lifts_only_the_people_named_and_to_what_the_norm_asks() -> None:
    case = case_of(person("X"), person("Y"))
    way = WayOut(Effort.TRAIN, A, norm="P-IT1", people=("X",))
    assert [cadre.it for cadre in way.applied(case).cadres] == [ItLevel.TRAINED, ItLevel.BASIC]
    field = replace(way, norm="S-ACCOUNTANT").applied(case)
    assert field.cadres[0].fields == {"luật", "kế toán – tài chính"}


def test_seats_and_quota_grow_by_the_amount_and_nowhere_else() -> None:
    case = case_of(communes=(unit(quota={Block.PARTY: 20}),), units=[A])
    before = {post.code: post.maximum for post in case.roster.posts}
    after = WayOut(Effort.SEATS, SECRETARY, 2).applied(case)
    grown = {post.code: post.maximum - before[post.code] for post in after.roster.posts}
    assert {code: more for code, more in grown.items() if more} == {SECRETARY: 2}
    richer = WayOut(Effort.QUOTA, A, 3, block=Block.PARTY).applied(case)
    assert richer.roster.communes[0].quota == {Block.PARTY: 23}


def test_a_way_out_is_ranked_by_effort_times_amount() -> None:
    ways = [
        WayOut(Effort.QUOTA, A, 1),
        WayOut(Effort.RELEASE, "X", 1),
        WayOut(Effort.TRAIN, A, 3),
        WayOut(Effort.SEATS, SECRETARY, 1),
    ]
    assert [way.price for way in ways] == [6, 1, 9, 5]
