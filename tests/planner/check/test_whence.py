from planner.check.whence import whence
from planner.roster.levels import PlaceKind
from tests.builders import case_of, person


def test_where_somebody_comes_from_is_said_in_words() -> None:
    case = case_of(
        person("X", title="Bí thư Đoàn", place_kind=PlaceKind.OLD_DISTRICT, place="Quận Ba Đình")
    )
    assert whence(case, case.cadres[0]) == "Bí thư Đoàn, Quận Ba Đình"
