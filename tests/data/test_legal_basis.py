import pytest

from data.legal_basis import make_case
from planner.case import Scenario
from tests.builders import DAY, A, person, pin, roster_of

ROSTER = roster_of(person("X"))


@pytest.mark.parametrize(
    ("scenario", "words"),
    [
        (Scenario("S", DAY, forces={"P-KEEP-KM": "must"}), "P-KEEP-KM .* là tiêu chí ưu tiên"),
        (Scenario("S", DAY, prices={"S-HDND-VC1": 5}), "S-HDND-VC1 .* là khung"),
        (Scenario("S", DAY, forces={"NO": "off"}), "không có căn cứ số NO"),
        (Scenario("S", DAY, demands=(pin("Z", A),)), "không có cán bộ mã Z"),
        (
            Scenario("S", DAY, demands=(pin("X", "99999"),)),
            "không có đơn vị hay chức danh mã 99999",
        ),
    ],
)
def test_an_assumption_that_makes_no_sense_is_refused(scenario: Scenario, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_case(ROSTER, scenario)


def test_an_unknown_quota_scheme_is_named() -> None:
    with pytest.raises(KeyError, match="nope"):
        make_case(ROSTER, Scenario("S", DAY, quota="nope"))
