"""Rules and figures: quota as a grid with the law beside it, concurrency and IT, all norms."""

import streamlit as st

from ui.desk.desk import Desk
from ui.views.officer import norm_catalogue
from ui.views.officer.concurrent_posts import show_concurrency
from ui.views.officer.quota_grid import show_quota

QUOTA, RIDING, NORMS = "Biên chế, số chỗ", "Kiêm nhiệm, CNTT", "Căn cứ số"


def show(desk: Desk) -> None:
    part = st.segmented_control(
        "Phần",
        [NORMS, QUOTA, RIDING],
        default=NORMS,
        key="rules_part",
        label_visibility="collapsed",
    )
    if part == QUOTA:
        show_quota(desk)
    elif part == RIDING:
        show_concurrency(desk)
    else:
        norm_catalogue.show(desk)
