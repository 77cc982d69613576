"""Each profile drafts lawfully on its day, with the offices its law gives it."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from data.legal_basis import make_case
from data.profiles import NoProfile, profile_of
from data.sample import PILOT_DAY, Situation, sample
from planner.case import Case, Scenario
from planner.check import check
from planner.plan import Plan
from planner.roster import Roster
from planner.roster.levels import Feature, Grade, Rank, UnitType
from solver.progress import Limits
from solver.search.search import draft

TODAY = date(2026, 11, 22)


def drafted(roster: Roster, day: date) -> tuple[Case, Plan]:
    case = make_case(roster, Scenario("PA1", day))
    plan = draft(case, Limits(60), lambda progress: None).plan
    assert plan is not None
    report = check(case, plan)
    assert report.lawful, report.breaches[:3]
    return case, plan


def offices(case: Case) -> set[str]:
    return {title.office.code for title in case.titles}


@pytest.mark.parametrize(
    ("province", "day", "code"),
    [
        ("01", TODAY, "ha_noi"),
        ("01", date(2025, 12, 31), "ha_noi_2025"),
        ("01", date(2021, 7, 1), "pilot"),
        ("79", TODAY, "ho_chi_minh"),
        ("12", TODAY, "mountain"),
        ("33", TODAY, "lowland"),
    ],
)
def test_province_and_day_choose_the_profile(province: str, day: date, code: str) -> None:
    profile = profile_of(province, day)
    assert profile.code == code


def test_before_the_merger_only_the_pilot_has_a_profile() -> None:
    with pytest.raises(NoProfile, match="30/06/2025"):
        profile_of("33", date(2025, 6, 30))


def test_the_32_wards_of_the_pilot_draft_without_a_council() -> None:
    case, plan = drafted(sample("Hà Nội", 3, Situation.PILOT), PILOT_DAY)
    districts = Counter(case.organisation.old_units[unit.code].district for unit in case.communes)
    assert districts == {"Quận Hoàn Kiếm": 18, "Quận Long Biên": 14}
    assert not any(code.split("/")[1].startswith("HDND") for code in case.posts)
    servants = {t.name for t in case.titles if t.office.code == "CCP"}
    assert len(servants) == 6 and plan.placements
    later = make_case(sample("Hà Nội", 3, Situation.PILOT), Scenario("PA1", date(2025, 1, 1)))
    assert {norm.id for norm in later.norms.entries} >= {"U-NO-HDND", "U-CLASS-CAP"}


def test_a_mountain_province_drafts_with_its_centre_and_ethnic_affairs() -> None:
    case, _ = drafted(sample("Lai Châu", 2, communes_wanted=3), TODAY)
    assert "TTPVHCC" in offices(case)
    assert all(case.posts[f"{unit.code}/VX-DT"].minimum == 1 for unit in case.communes)


def test_a_special_zone_has_four_party_organs() -> None:
    roster = sample("Hải Phòng", 2, unit_type=UnitType.SPECIAL_ZONE)
    case, _ = drafted(roster, TODAY)
    assert {"VPDU", "BTC", "BTGDV", "UBKT"} <= offices(case)
    assert "BXD" not in offices(case)


def test_ho_chi_minh_city_drafts_with_a_third_vice_chair_only_where_it_may() -> None:
    roster = sample("Hồ Chí Minh", 2, communes_wanted=5)
    first = max(roster.communes, key=lambda unit: (unit.area_km2 >= 5.5, unit.population))
    assert first.population >= 50_000 and first.area_km2 >= 5.5
    key = frozenset({Feature.KEY_SECURITY})
    marked = tuple(
        replace(unit, features=unit.features | key) if unit is first else unit
        for unit in roster.communes
    )
    case, plan = drafted(replace(roster, communes=marked), TODAY)
    chairs = {
        unit.code: len(plan.by_post.get(f"{unit.code}/UBND-PCT", ())) for unit in case.communes
    }
    assert chairs.pop(first.code) == 3 and set(chairs.values()) == {2}


def test_hanoi_of_2025_has_one_stop_points_under_a_vice_chair() -> None:
    case, plan = drafted(sample("Hà Nội", 2, communes_wanted=3), date(2025, 7, 1))
    assert "DIEM" in offices(case)
    for unit in case.communes:
        for holder in plan.by_post.get(f"{unit.code}/DIEM-PT", ()):
            assert f"{unit.code}/UBND-PCT" in plan.by_cadre[holder][0].posts


DAYS = (date(2025, 7, 1), date(2025, 10, 15), date(2025, 11, 17), date(2025, 12, 31))


def test_one_roster_on_four_days_has_four_plans_each_breaking_another_days_law() -> None:
    roster = sample("Hưng Yên", 5, communes_wanted=4)
    ranked = replace(
        roster,
        cadres=tuple(
            replace(c, rank=Rank.PRINCIPAL) if c.grade is Grade.DEPUTY else c for c in roster.cadres
        ),
    )
    cases = {day: make_case(ranked, Scenario("PA1", day)) for day in DAYS}
    plans = {day: drafted(ranked, day)[1] for day in DAYS}

    def broken(plan_of: date, under: date) -> set[str]:
        return {f.norm.id for f in check(cases[under], plans[plan_of]).breaches}

    july, october, november, december = DAYS
    assert "C-VC-TTPVHCC-BAN" in broken(july, october)
    assert "C-VC-TTPVHCC-REQ" in broken(october, july)
    assert {"S-UBND-VC2-OLD", "S-DEP-1-OLD"} <= broken(november, july)
    assert "S-UBND-VC2-OLD" in broken(november, october)
    assert "S-RANK-DEP" in broken(november, december)
    for day in DAYS:
        assert broken(day, day) == set()
    pool = len([1 for code in plans[november].by_post if code.endswith("/UBND-PCT")])
    seats = sum(
        len(holders)
        for code, holders in plans[november].by_post.items()
        if code.endswith("/UBND-PCT")
    )
    assert pool == len(cases[november].communes) and seats == 10 == 5 * pool // 2
