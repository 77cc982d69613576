from planner.rules.tasks.task_owner import RULE
from tests.builders import A, case_of, person, roster_of


def faults(*gone: str) -> dict[str, int]:
    base = roster_of(person("X"), units=[A])
    posts = tuple(post for post in base.posts if post.title not in gone)
    case = case_of(person("X"), units=[A], posts=posts)
    return {"/".join(f.about[1:]): f.amount for f in RULE.faults(case)}


def test_the_profile_has_a_position_for_every_task() -> None:
    assert faults() == {}


def test_a_task_whose_only_position_is_gone_has_nobody() -> None:
    assert faults("KT-NN") == {"T-NN": 1}


def test_a_task_with_one_seat_left_has_no_deputy() -> None:
    assert faults("VPDU-TH", "VPDU-VT") == {"T-CY/deputy": 1, "T-VTD": 1}
