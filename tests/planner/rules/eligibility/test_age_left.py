from dataclasses import replace
from datetime import date

from planner.roster.levels import Grade
from planner.rules.eligibility.age_left import RULE
from tests.builders import case_of, person, post, posts_without, roster_of
from tests.planner.rules.gates import refusals

# On 22/11/2026 sixteen months have passed since 7/2025, eight since 3/2026.


def test_who_is_new_to_a_standing_committee_had_sixty_months_left_in_july_2025() -> None:
    fits = person("X", months_left=44, committee=False, grade=Grade.HEAD)
    assert "E-AGE-NEW" not in refusals(RULE, fits, ["UBKT-CN"])
    late = person("X", months_left=43, committee=False, grade=Grade.HEAD)
    assert "E-AGE-NEW" in refusals(RULE, late, ["UBKT-CN"])


def test_listed_holders_are_elected_again_with_forty_eight_others_with_sixty() -> None:
    chief = person("X", months_left=32, committee=True, grade=Grade.CHIEF)
    assert "E-AGE-RE" not in refusals(RULE, chief, ["UBKT-CN"])
    head = person("X", months_left=32, committee=True, grade=Grade.HEAD)
    assert "E-AGE-RE" in refusals(RULE, head, ["UBKT-CN"])


def test_a_committee_member_goes_on_to_government_with_thirty_six() -> None:
    ids = [
        refusals(
            RULE,
            person("X", months_left=left, committee=True, grade=Grade.CHIEF),
            ["HDND-PCT"],
        )
        for left in (28, 27)
    ]
    assert "E-AGE-RENOM36" not in ids[0] and "E-AGE-RENOM36" in ids[1]


def test_a_higher_appointment_needs_a_whole_term_an_equal_one_does_not() -> None:
    assert refusals(RULE, person("X", months_left=59), ["KT-PTP"]) == ["E-AGE-APPT"]
    assert refusals(RULE, person("X", months_left=60), ["KT-PTP"]) == []
    assert refusals(RULE, person("X", months_left=5, grade=Grade.DEPUTY), ["KT-PTP"]) == []


def test_who_stays_in_the_same_title_is_not_asked() -> None:
    cadre = person("X", months_left=2, post=post("UBKT-CN"), grade=Grade.HEAD)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("UBKT-CN",))
    assert not list(RULE.judge(case, cadre, bundle))
    assert RULE.left(case, cadre, case.norms.named("E-AGE-NEW")) == 2 + 16


def test_the_front_asks_sixty_of_the_new_and_thirty_six_of_others() -> None:
    new = person("X", months_left=59, committee=False, grade=Grade.DEPUTY)
    assert refusals(RULE, new, ["MTTQ-PN"]) == ["E-AGE-FRONT"]
    again = person("X", months_left=36, committee=True, grade=Grade.DEPUTY)
    assert refusals(RULE, again, ["MTTQ-PN"]) == []
    assert date(2025, 6, 24) == case_of(new).norms.named("E-AGE-FRONT").since


def test_what_is_met_and_what_is_missed_is_said() -> None:
    cadre = person("X", months_left=100)
    case = case_of(cadre)
    bundle = next(b for b in case.organisation.bundles if b.codes == ("KT-PTP",))
    assert [text for text, _ in RULE.passed(case, cadre, bundle)] == ["còn đủ 60 tháng công tác"]


def test_what_a_norm_does_not_ask_is_not_missed() -> None:
    cadre = person("X", months_left=0, committee=True, grade=Grade.HEAD)
    case = case_of(cadre, day=date(2025, 7, 1))
    bundle = next(b for b in case.organisation.bundles if b.codes == ("UBKT-CN",))
    assert [v.norm.id for v in RULE.judge(case, cadre, bundle)] == ["E-AGE-RE"]
    assert RULE.left(case, cadre, case.norms.named("E-AGE-APPT")) == 0


def test_a_norm_whose_body_is_not_there_bars_nobody() -> None:
    old = person("X", months_left=2, grade=Grade.SPECIALIST)
    front = [t.code for t in roster_of().titles if t.office.code == "MTTQ"]
    titles = tuple(t for t in roster_of().titles if t.code not in front)
    case = case_of(old, posts=posts_without("MTTQ"), titles=titles)
    norm = case.norms.named("E-AGE-FRONT")
    assert norm is not None and RULE.titles(case, norm) == frozenset()
    bundle = next(b for b in case.organisation.bundles if b.codes == ("VP-TP",))
    assert not list(RULE.judge(case, old, bundle)) and not list(RULE.passed(case, old, bundle))


def test_a_norm_that_names_no_title_is_about_those_its_scope_covers() -> None:
    case = case_of(person("X"))
    norm = case.norms.named("E-AGE-APPT")
    assert norm is not None
    covered = {title.code for title in case.titles if title.grade in (Grade.DEPUTY, Grade.HEAD)}
    assert RULE.titles(case, norm) == covered


def test_a_list_left_empty_names_nobody() -> None:
    case = case_of(person("X"))
    norm = case.norms.named("E-AGE-RENOM36")
    assert norm is not None
    assert RULE.titles(case, replace(norm, values={"titles": ()})) == frozenset()
