"""A plan is announced by a line in the log, and only read until that is taken back."""

from dataclasses import replace

from ui.desk.desk import Desk


def test_an_announcement_needs_its_ground_and_is_taken_back_with_a_reason(planned: Desk) -> None:
    announcing, plan = planned.plans.announcing, planned.plans.current
    assert announcing.announce(plan, " ") == "Cần ghi căn cứ: văn bản, ngày."
    assert announcing.of(plan) is None and not planned.plans.only_read
    assert announcing.announce(plan, " Quyết định 12 ") == ""
    line = announcing.of(plan)
    assert line is not None and line.why == "Quyết định 12" and planned.plans.only_read
    assert list(announcing.lines) == [plan]
    assert planned.material.decided(plan) == "Quyết định 12"
    assert announcing.take_back(plan, "") == "Cần ghi lý do."
    assert announcing.take_back(plan, "ghi nhầm") == "" and not planned.plans.only_read
    assert planned.project.verify() == ()


def test_a_plan_with_breaches_is_not_announced(planned: Desk) -> None:
    record = planned.plans.record(planned.plans.current)
    plan = planned.plans.add(replace(record, name="PA2", breaches=2), "file")
    said = planned.plans.announcing.announce(plan, "Quyết định 12")
    assert said == "PA2 còn 2 vi phạm quy định." and planned.plans.announcing.lines == {}


def test_an_announced_plan_is_copied_to_be_changed(planned: Desk) -> None:
    assert planned.plans.announcing.announce(planned.plans.current, "Quyết định 12") == ""
    planned.plans.copy(planned.plans.current)
    assert planned.plans.record(planned.plans.current).name == "PA1 – bản sao"
    assert not planned.plans.only_read
