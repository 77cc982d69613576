from datetime import date

from planner.rules.continuity.rotation import RULE
from tests.builders import case_of, person, post
from tests.planner.rules.preferences import charged, spot


def cost(title: str, since: date | None, where: str = "", unit: int = 0) -> dict[str, int]:
    case = case_of(person("X", post=post(title), in_post_since=since))
    return charged(RULE, case, spot(case, where or title, unit=unit))


def test_sixty_months_on_a_rotation_post_is_the_most() -> None:
    assert cost("KT-DD", date(2021, 11, 30)) == {"E-ROTATE": 1}
    assert cost("KT-DD", date(2021, 12, 1)) == {}


def test_moving_on_in_title_or_unit_is_what_is_wanted() -> None:
    assert cost("KT-DD", date(2015, 1, 1), "KT-MT") == {}
    assert cost("KT-DD", date(2015, 1, 1), unit=1) == {}
    case = case_of(person("X", post=post("KT-DD"), in_post_since=date(2015, 1, 1)))
    assert RULE.met(case, 0, spot(case, "KT-MT")) == "chuyển đổi vị trí công tác đúng hạn"


def test_leaders_other_fields_and_unknown_days_are_free() -> None:
    old = date(2015, 1, 1)
    assert cost("KT-TP", old) == cost("VX-YT", old) == cost("KT-DD", None) == {}
