"""A button that makes one file of the table of exports and lets it leave."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.desk.desk import Desk
from ui.desk.leave.export import About, Export, Format
from ui.desk.leave.leaving import file_name, log_line, made, refusal


def paper_button(
    desk: Desk,
    export: Export,
    about: About,
    key: str,
    label: str = "",
    format: Format | None = None,
    place: DeltaGenerator | None = None,
    first: bool = False,
) -> None:
    """The file is made when the button is pressed, and the journal says that it left. A button
    that cannot be pressed says why. `first`: the one that is most likely wanted."""
    material, format = desk.material, format or export.formats[0]
    against = refusal(export, format, material, about)
    (place or st.container()).download_button(
        label or format.name,
        _maker(desk, export, format, about) if not against else b"",
        file_name(export, format, material, about),
        format.type,
        key=key,
        type="primary" if first else "secondary",
        disabled=bool(against),
        help=against or None,
        on_click=_noted(desk, export, about),
    )


def _maker(desk: Desk, export: Export, format: Format, about: About) -> Callable[[], bytes]:
    material = desk.material
    return lambda: made(export, format, material, about)


def _noted(desk: Desk, export: Export, about: About) -> Callable[[], None]:
    material = desk.material
    return lambda: desk.project.note("export", log_line(export, material, about))
