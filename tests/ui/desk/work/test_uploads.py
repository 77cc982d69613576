"""What is typed beside a fault is read in its place; nothing is made of what was left empty."""

from data.excel.faults import Fault
from ui.desk.work.uploads import mends_of


def test_only_faults_in_a_cell_that_were_given_a_text_are_mended() -> None:
    cell = Fault(sheet="Cán bộ", row=4, column="Ngày sinh", value="31/02/1980", expected="một ngày")
    other = Fault(sheet="Cán bộ", row=7, column="Trình độ", value="", expected="một trong …")
    whole = Fault(sheet="", row=0, column="", value="", expected="tệp rỗng")
    found = mends_of([cell, other, whole], [" 28/02/1980 ", "  ", "bất kỳ"])
    assert found == (("Cán bộ", 4, "Ngày sinh", "28/02/1980"),)
