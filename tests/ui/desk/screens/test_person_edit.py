"""One person mended, added and let go, as the form types them."""

from dataclasses import replace

from planner.roster.levels import Discipline
from ui.desk.desk import Desk
from ui.desk.screens.person_changes import HIDDEN, OTHER, person_changes
from ui.desk.screens.person_edit import MASK, let_go, person_columns, save_person, texts_of


def test_a_column_is_mended_and_what_is_masked_stays(planned: Desk) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    who = roster.cadres[3]
    before = texts_of(planned.inputs, who)
    masked = {c.header: MASK for c in person_columns() if c.sensitive and before[c.header]}
    typed = {**before, **masked, "Trình độ CNTT": "3 – Được đào tạo CNTT"}
    assert save_person(planned.inputs, who, typed, "văn bằng mới") == ""
    now = planned.inputs.roster
    assert now is not None
    told = [(c.column, c.after) for c in person_changes(who, now.cadres[3])]
    assert told == [("Trình độ CNTT", "3 – Được đào tạo CNTT")]
    last = planned.project.log()[-1]
    assert (last.action, last.about, last.why) == (
        "person",
        f"{who.code}: Trình độ CNTT",
        "văn bằng mới",
    )


def test_what_was_left_as_it_is_makes_no_new_state(planned: Desk) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    lines = len(planned.project.log())
    same = texts_of(planned.inputs, roster.cadres[0])
    assert save_person(planned.inputs, roster.cadres[0], same, "") == ""
    assert len(planned.project.log()) == lines


def test_faults_are_told_column_by_column_and_nothing_changes(planned: Desk) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    typed = {**texts_of(planned.inputs, roster.cadres[0]), "Ngày sinh": "31/02/1980"}
    said = save_person(planned.inputs, roster.cadres[0], typed, "")
    assert not isinstance(said, str)
    assert [(fault.column, fault.value) for fault in said] == [("Ngày sinh", "31/02/1980")]
    assert planned.inputs.roster == roster


def test_somebody_new_is_added_and_let_go(planned: Desk) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    code, *_ = (column.header for column in person_columns())
    typed = {**texts_of(planned.inputs, roster.cadres[0]), code: "CB-99999"}
    assert save_person(planned.inputs, None, typed, "mới về") == ""
    assert planned.project.log()[-1].action == "person_added"
    now = planned.inputs.roster
    assert now is not None and now.cadres[-1].code == "CB-99999"
    assert let_go(planned.inputs, now.cadres[-1]) == ""
    assert planned.project.log()[-1].action == "person_left"
    assert planned.inputs.roster == roster


def test_sensitive_columns_say_only_that_they_changed(planned: Desk) -> None:
    roster = planned.inputs.roster
    assert roster is not None
    old = replace(roster.cadres[0], preferences=())
    new = replace(
        old, title="Chuyên viên chính", discipline=Discipline.WARNING, preferences=("00008",)
    )
    told = {change.column: (change.before, change.after) for change in person_changes(old, new)}
    assert told == {
        "Chức vụ hiện nay": (old.title, "Chuyên viên chính"),
        "Kỷ luật": (HIDDEN, HIDDEN),
        OTHER: ("", "00008"),
    }
