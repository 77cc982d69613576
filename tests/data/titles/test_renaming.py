"""Every title and office of every profile is recognised however it is written."""

from collections.abc import Callable
from datetime import date

import pytest

from data.profiles import profile_of
from data.titles import read_titles
from planner.law.profile import Profile
from planner.titles import ReadingKind, Tier, TitleTable, read_office, read_title
from tests.data.titles.renaming import WAYS, nonsense

TODAY = date(2026, 11, 22)
PROFILES = {
    "ha_noi": ("01", TODAY),
    "ha_noi_2025": ("01", date(2025, 12, 31)),
    "pilot": ("01", date(2021, 7, 1)),
    "ho_chi_minh": ("79", TODAY),
    "mountain": ("12", TODAY),
    "lowland": ("33", TODAY),
}


@pytest.fixture(scope="module")
def table() -> TitleTable:
    return read_titles()


@pytest.fixture(params=PROFILES, scope="module")
def profile(request: pytest.FixtureRequest) -> Profile:
    found = profile_of(*PROFILES[request.param])
    assert found.code == request.param
    return found


def tier_of(profile: Profile) -> Tier:
    return Tier.OLD_COMMUNE if profile.earlier_units else Tier.COMMUNE


def as_it_is(text: str) -> str:
    return text


def misread(
    profile: Profile, table: TitleTable, rename: Callable[[str], str], office_too: bool = True
) -> list[tuple[str, str, tuple[str, ...]]]:
    """Titles that are read as something else than their code, with what they were written as."""
    codes = {title.code for title in profile.titles}
    found = []
    for title in profile.titles:
        for name in {title.office.name, title.office.ward_name or title.office.name}:
            text, office = rename(title.name), rename(name) if office_too else name
            tier = tier_of(profile)
            reading = read_title(text, table, office=office, tier=tier, among=codes)
            if reading.codes != (title.code,):
                found.append((title.code, text, reading.codes))
    return found


@pytest.mark.parametrize("way", [as_it_is, *WAYS.values()], ids=lambda way: way.__name__)
def test_a_title_renamed_with_its_office_keeps_its_role(
    profile: Profile, table: TitleTable, way: Callable[[str], str]
) -> None:
    assert misread(profile, table, way) == []


@pytest.mark.parametrize("way", [as_it_is, *WAYS.values()], ids=lambda way: way.__name__)
def test_an_office_renamed_keeps_its_code(
    profile: Profile, table: TitleTable, way: Callable[[str], str]
) -> None:
    misread_offices = []
    for office in profile.offices:
        for name in {office.name, office.ward_name or office.name}:
            text = way(name)
            reading = read_office(text, table, tier=tier_of(profile))
            codes = {table.office[code].profile_office for code in reading.codes}
            if codes != {office.code}:
                misread_offices.append((office.code, text, reading.codes))
    assert misread_offices == []


def test_a_title_with_its_office_in_one_text_keeps_its_role(
    profile: Profile, table: TitleTable
) -> None:
    codes = {title.code for title in profile.titles}
    found = []
    for title in profile.titles:
        if title.office.code == "TTDU":
            continue  # "Phó Bí thư – Thường trực Đảng ủy" is the standing deputy
        text = f"{title.name} - {title.office.name}"
        reading = read_title(text, table, tier=tier_of(profile), among=codes)
        if reading.codes != (title.code,):
            found.append((title.code, text, reading.codes))
    assert found == []


def test_a_title_renamed_to_nonsense_is_named_every_time(
    profile: Profile, table: TitleTable
) -> None:
    kinds = {
        read_title(nonsense(title.name), table, tier=tier_of(profile)).kind
        for title in profile.titles
    }
    assert kinds == {ReadingKind.NOTICE}


def test_an_office_renamed_to_nonsense_is_named_every_time(
    profile: Profile, table: TitleTable
) -> None:
    kinds = {read_office(nonsense(office.name), table).kind for office in profile.offices}
    assert kinds == {ReadingKind.NOTICE}


def test_every_title_of_every_profile_is_a_role(profile: Profile, table: TitleTable) -> None:
    assert [title.code for title in profile.titles if title.code not in table.role] == []
