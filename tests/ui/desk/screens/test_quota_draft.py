"""Quota as it is typed: what is one's own, what it comes to, and when it is saved."""

from planner.roster.levels import Block
from ui.desk.desk import Desk
from ui.desk.screens.quota_draft import (
    quota_changes,
    quota_effect,
    quota_lines,
    save_quota,
    with_quota,
)

GOVERNMENT = Block.GOVERNMENT


def test_lines_are_found_by_name_and_say_what_the_frame_gives(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    assert [line.unit.name for line in quota_lines(case, "")] == ["Ba Đình", "Giảng Võ", "Ngọc Hà"]
    (line,) = quota_lines(case, "giang")
    assert line.assigned == line.frame and line.frame[GOVERNMENT]


def test_a_number_of_the_frame_is_no_number_of_ones_own(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    lines = quota_lines(case, "")
    as_it_stood = [dict(line.assigned) for line in lines]
    assert quota_changes(lines, as_it_stood) == {}
    typed = [dict(line.assigned) for line in lines]
    typed[1][GOVERNMENT] = (lines[1].frame[GOVERNMENT] or 0) + 2
    typed[2][GOVERNMENT] = None
    assert quota_changes(lines, typed) == {
        lines[1].unit.code: {GOVERNMENT: (lines[1].frame[GOVERNMENT] or 0) + 2}
    }


def test_a_change_shows_its_effect_and_counts_once_it_is_saved(planned: Desk) -> None:
    case = planned.inputs.case
    assert case is not None
    lines = quota_lines(case, "")
    wanted = (lines[0].frame[GOVERNMENT] or 0) + 5
    changes = {lines[0].unit.code: {GOVERNMENT: wanted}}
    after = with_quota(case, changes, planned.inputs.overlay)
    apart = {row.block: row.after - row.before for row in quota_effect(case, after)}
    assert apart == {Block.PARTY: 0, GOVERNMENT: 5, Block.FRONT: 0}
    assert all(row.able > 0 and row.least <= row.most for row in quota_effect(case, after))
    assert with_quota(case, {}, planned.inputs.overlay) is case
    assert save_quota(planned.inputs, after, changes, "Kết luận 9")
    now = planned.inputs.case
    assert now is not None
    assert now.allotment.quota(now.commune_at[lines[0].unit.code], GOVERNMENT) == wanted
    last = planned.project.log()[-1]
    assert (last.action, last.about, last.why) == ("quota", lines[0].unit.name, "Kết luận 9")
    again = quota_lines(now, lines[0].unit.name)
    assert again[0].assigned[GOVERNMENT] == wanted and again[0].frame == lines[0].frame
    back = quota_changes(again, [dict(again[0].frame)])
    assert back == {lines[0].unit.code: {}}
