"""What is typed beside a fault is read in its place; nothing is made of what was left empty."""

from data.excel.faults import Fault
from ui.desk.work.uploads import mends_of


def test_only_faults_in_a_cell_that_were_given_a_text_are_mended() -> None:
    cell = Fault("Cán bộ", 4, "Ngày sinh", "31/02/1980", "một ngày")
    other = Fault("Cán bộ", 7, "Trình độ", "", "một trong …")
    whole = Fault("", 0, "", "", "tệp rỗng")
    found = mends_of([cell, other, whole], [" 28/02/1980 ", "  ", "bất kỳ"])
    assert found == (("Cán bộ", 4, "Ngày sinh", "28/02/1980"),)
