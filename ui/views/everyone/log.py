"""The log of the project: every change with who, when and why, and whether the file is whole."""

import streamlit as st

from planner.text.numbers import number
from ui.desk.desk import Desk
from ui.desk.leave.export import About
from ui.desk.leave.exports import export_of
from ui.views.cards.paper_button import paper_button
from ui.widgets import style, tables
from ui.words.command_words import action_words, moment

SHOWN = 1000


def show(desk: Desk) -> None:
    bar = st.container(horizontal=True)
    if bar.button("Kiểm tra hồ sơ", type="primary", key="verify"):
        found = desk.project.verify()
        if not found:
            st.success("Hồ sơ nguyên vẹn.")
        for damage in found:
            st.error(f"{damage.where}: {damage.what}")
    undo = desk.inputs.undoable
    label = f"Hoàn tác: {action_words(undo)}" if undo else "Không có gì để hoàn tác"
    if bar.button(label, key="undo", disabled=not undo):
        desk.inputs.undo()
        st.rerun()
    export = export_of("project")
    paper_button(desk, export, About(), "copy", "Chép hồ sơ (.sapxep)", place=bar)
    lines = desk.project.log()
    rows = [
        {
            "Số": line.number,
            "Lúc": moment(line.at),
            "Ai": line.who,
            "Việc": action_words(line.action),
            "Về": line.about,
            "Vì sao": line.why,
        }
        for line in reversed(lines[-SHOWN:])
    ]
    style.muted(f"{number(len(lines))} dòng")
    tables.show(
        rows,
        most=700,
        columns={"Số": st.column_config.NumberColumn(format="%d")},
        key="log",
    )
