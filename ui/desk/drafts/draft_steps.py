"""A draft under way in four steps for people: which are done, and where it is now."""

from collections.abc import Iterator
from enum import Enum

STEPS = (
    ("start", "arrays", "Đọc danh sách, xét điều kiện từng người"),
    ("pricing", "repair", "Tìm chỗ cho từng người"),
    ("plan", "plan", "Có phương án đúng quy định"),
    ("windows", "exact", "Làm cho tốt hơn và chứng minh"),
)
"""(first stage, last stage, words)."""
STAGES = ("start", "arrays", "pricing", "repair", "plan", "windows", "exact", "bound")


class StepState(Enum):
    DONE = "done"
    HERE = "here"
    AHEAD = ""


def draft_steps(stage: str, found: bool) -> Iterator[tuple[StepState, str]]:
    """The steps at a stage of the engine; with a plan `found` those before it are done, whatever
    the engine looks at again."""
    place = STAGES.index(stage) if stage in STAGES else len(STAGES)
    for first, last, words in STEPS:
        if place > STAGES.index(last) or (found and STAGES.index(last) <= STAGES.index("plan")):
            yield StepState.DONE, words
        elif place >= STAGES.index(first):
            yield StepState.HERE, words
        else:
            yield StepState.AHEAD, words
