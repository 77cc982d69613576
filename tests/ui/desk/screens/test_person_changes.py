from dataclasses import replace

from planner.roster.levels import Education, Theory
from tests.builders import B, person
from ui.desk.screens.person_changes import HIDDEN, person_changes


def test_each_changed_column_is_told_in_the_words_of_the_workbook() -> None:
    old = person("X")
    new = replace(old, education=Education.MASTER, theory=Theory.ADVANCED)
    found = [(one.column, one.before, one.after) for one in person_changes(old, new)]
    assert found == [
        ("Trình độ chuyên môn", "Đại học", "Thạc sĩ"),
        ("Lý luận chính trị", "Trung cấp", "Cao cấp"),
    ]


def test_a_sensitive_column_says_only_that_it_changed() -> None:
    old = person("X")
    (one,) = person_changes(old, replace(old, minority=True))
    assert (one.before, one.after) == (HIDDEN, HIDDEN)


def test_nothing_is_told_of_who_is_the_same() -> None:
    assert person_changes(person("X", preferences=(B,)), person("X", preferences=(B,))) == []
