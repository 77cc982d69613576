import pytest

from planner.roster.levels import (
    LEAVING,
    QUOTA_BLOCKS,
    Block,
    Education,
    Grade,
    Scale,
    Status,
    Word,
)
from planner.text.vietnamese import plain

LISTS = (*Scale.__subclasses__(), *Word.__subclasses__())


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: str(kind.__name__))
def test_no_two_words_of_a_list_read_the_same_without_accents(kind: type[Scale | Word]) -> None:
    words = [plain(member.label) for member in kind]
    assert len(words) > 1 and len(set(words)) == len(words)


@pytest.mark.parametrize("scale", Scale.__subclasses__(), ids=lambda kind: str(kind.__name__))
def test_a_scale_is_written_lowest_first_without_a_hole(scale: type[Scale]) -> None:
    steps = [int(step) for step in scale]
    assert steps == list(range(steps[0], steps[0] + len(steps)))


def test_steps_of_a_scale_compare_and_read_as_words() -> None:
    assert Education.COLLEGE < Education.UNIVERSITY and Education.MASTER.label == "Thạc sĩ"
    assert max(Grade) is Grade.CHIEF and Grade(0) is Grade.SPECIALIST


def test_only_who_waits_for_retirement_or_asked_to_go_is_leaving() -> None:
    assert sorted(status.label for status in LEAVING) == ["Chờ nghỉ hưu", "Đã có đơn nghỉ"]
    assert Status("Nghỉ thai sản") not in LEAVING


def test_who_is_outside_the_quota_has_no_quota_block() -> None:
    assert set(Block) - set(QUOTA_BLOCKS) == {Block.OFF_QUOTA}
