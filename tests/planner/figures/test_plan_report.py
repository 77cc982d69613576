"""A plan in figures, who gains and loses, structure, candidates, flows, tiles and supply."""

import numpy as np
import pytest

from planner.case import Case
from planner.check import check
from planner.compare.gains import Gain, counted, gains_between
from planner.compare.moves import own_costs
from planner.figures.flows import NOWHERE, districts, flows
from planner.figures.orgchart import leavers
from planner.figures.plan_report import plan_report
from planner.figures.tile_map import tiles
from planner.figures.unit_graph import structure
from planner.plan import Plan
from planner.roster import Demand
from planner.roster.levels import Block, Education, ItLevel, PlaceKind, Sex
from planner.skills.requirements import competence_of
from planner.skills.supply import field_supplies, people_for_block, supplies
from planner.why.candidates import candidates, near_misses, openings
from planner.why.instead import judged
from planner.why.swaps import partners, swapped
from solver.progress import Limits
from tests.builders import A, B, case_of, person, plan_of, post
from ui.desk.story import draft_case


def test_a_report_counts_people_by_what_is_said_of_them() -> None:
    case = case_of(
        person("X", sex=Sex.FEMALE, preferences=(A,), it=ItLevel.TRAINED),
        person("Y", preferences=(A, B), place=A),
        person("Z"),
    )
    plan = plan_of(case, X=post("KT-TP"), Y=post("VP-TP", B))
    told = plan_report(case, plan, check(case, plan))
    assert (told.figures.placed, told.figures.surplus, told.figures.moved) == (2, 1, 1)
    assert (told.wishes, told.first_met, told.any_met) == (2, 1, 2)
    assert (told.women_leaders, told.young_leaders) == (1.0, 0.0)
    assert told.without_it == 1
    assert told.worst_old_unit == pytest.approx(2 / 3)
    assert told.moved_km == case.distances[case.commune_at[B], case.cadre_at["Y"]]


def test_excess_and_shortage_add_up_to_the_quota_of_each_block(merger_case: Case) -> None:
    drafted = draft_case(merger_case, Limits(60), lambda progress: None)
    assert drafted.report is not None
    told = plan_report(merger_case, drafted.plan, drafted.report)
    for block in (Block.PARTY, Block.GOVERNMENT, Block.FRONT):
        quota = sum(merger_case.quota(n, block) or 0 for n in range(len(merger_case.communes)))
        held = sum(merger_case.title_of(r.main).block is block for r in drafted.plan.placements)
        assert held - quota == told.excess[block] - told.shortage[block]
    assert told.cost == drafted.report.cost == sum(told.by_rule.values())


def test_gains_name_what_changed_for_each_person() -> None:
    case = case_of(
        person("X", preferences=(A,)), person("Y", place=A), person("Z"), person("W", place=A)
    )
    old = plan_of(case, X=post("VP-TP", B), Y=post("KT-TP"), W=post("VX-NV"))
    new = plan_of(case, X=post("VP-TP"), Z=post("KT-TP"), W=post("VX-NV"))
    found = {(p.cadre, p.gain) for p in gains_between(case, old, new)}
    assert {("X", Gain.NEARER), ("X", Gain.WISH), ("Z", Gain.PLACED), ("Y", Gain.SPARED)} == found
    back = counted(gains_between(case, new, old))
    assert (back[Gain.WISH_LOST], back[Gain.PLACED], back[Gain.SPARED]) == (1, 1, 1)
    assert gains_between(case, old, old) == ()


def test_the_structure_of_a_unit_counts_who_leads_whom() -> None:
    case = case_of(*(person(code) for code in "ABCDEF"))
    plan = plan_of(
        case,
        A=post("DU-BT"),
        B=(post("UBND-CT"), post("DU-PBT")),
        C=post("KT-TP"),
        D=post("KT-PTP"),
        E=post("VP-TP"),
    )
    told = structure(case, plan, 0)
    assert (told.people, told.load, told.concurrent) == (5, 2, 1)
    assert told.depth == 3
    assert structure(case, Plan((), ()), 0).people == 0


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


def test_leavers_are_those_who_sit_elsewhere_or_nowhere() -> None:
    case = case_of(person("X"), person("Y"), person("Z"))
    plan = plan_of(case, X=post("VP-TP", B), Y=post("VP-TP"))
    assert [(w.cadre, w.post) for w in leavers(case, plan, 0)] == [
        ("X", post("VP-TP", B)),
        ("Z", ""),
    ]


def test_partners_could_each_take_the_place_of_the_other(merger_case: Case) -> None:
    drafted = draft_case(merger_case, Limits(60), lambda progress: None)
    plan = drafted.plan
    seen = 0
    for row in plan.placements[:40]:
        for other in partners(merger_case, plan, row.cadre, 2):
            theirs = plan.by_cadre[other.cadre][0]
            assert not judged(merger_case, row.cadre, theirs.main).refused
            assert not judged(merger_case, other.cadre, row.main).refused
            changed = swapped(plan, (row.cadre, other.cadre))
            apart = sum(
                own_costs(merger_case, changed, [code]).get(code, 0)
                - own_costs(merger_case, plan, [code]).get(code, 0)
                for code in (row.cadre, other.cadre)
            )
            assert apart == other.points
            seen += 1
    assert seen > 20


def test_flows_count_everybody_of_an_old_district_once() -> None:
    base = case_of(person("X"))
    old = next(unit for unit in base.roster.old_units if A in unit.successors)
    case = case_of(
        person("X", place_kind=PlaceKind.OLD_UNIT, place=old.code),
        person("Y", place_kind=PlaceKind.OLD_DISTRICT, place=old.district),
        person("Z"),
    )
    plan = plan_of(case, X=post("VP-TP"))
    assert old.district in districts(case)
    assert flows(case, plan, old.district) == {(old.code, A): 1, (old.district, NOWHERE): 1}


def test_every_unit_gets_a_tile_of_its_own_north_above_south() -> None:
    from data.reference import communes

    units = communes("01")
    found = tiles(units)
    assert len(found) == len(set(found.values())) == len(units) == 126
    rows = np.array([found[unit.code][0] for unit in units])
    columns = np.array([found[unit.code][1] for unit in units])
    assert np.corrcoef(rows, [unit.lat for unit in units])[0, 1] < -0.85
    assert np.corrcoef(columns, [unit.lon for unit in units])[0, 1] > 0.85
    assert tiles(()) == {}


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
