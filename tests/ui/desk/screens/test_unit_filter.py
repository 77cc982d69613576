from planner.case import Case
from planner.figures.summary import unit_figures
from planner.plan import Plan
from ui.desk.screens.unit_filter import units_found


def test_units_are_found_by_name_type_and_old_district(
    merger_case: Case, merger_plan: Plan
) -> None:
    units = unit_figures(merger_case, merger_plan)
    (only,) = units_found(merger_case, units, "giang vo")
    assert merger_case.unit(only.commune).name == "Giảng Võ"
    assert units_found(merger_case, units, kind="Xã") == []
    assert len(units_found(merger_case, units, district="Quận Ba Đình")) == 3
    assert units_found(merger_case, units, district="Quận khác") == []
