"""Tables: shown or edited, with headings and words in English on request."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from ui.widgets.language import language, told, window_width
from ui.widgets.table_layout import BAR, PAGE, layout, room_in
from ui.words.english import ENGLISH

MOST = 480
Rows = Iterable[Mapping[str, object]] | pd.DataFrame


def show(
    rows: Rows,
    columns: Mapping[str, Any] | None = None,
    most: int = MOST,
    room: int = PAGE,
    wrap: bool = True,
    **options: Any,
) -> Any:
    """A table to read or to choose a row of; `columns` configures some by their Vietnamese
    heading, `most` is the greatest height in pixels, `room` what the columns have, `wrap` whether
    long texts are broken; `options` go to `st.dataframe`. Returns what that returns."""
    frame = _frame(rows)
    headings = _headings(frame.columns)
    if headings:
        texts = [name for name in frame.columns if not is_numeric_dtype(frame[name])]
        frame = frame.assign(**{name: frame[name].map(_word) for name in texts})
    shown = frame.rename(columns=headings)
    laid = _options(shown, headings, columns or {}, most, room, wrap)
    return st.dataframe(shown, **laid, **options)


def edit(
    rows: Rows,
    fixed: Sequence[str],
    columns: Mapping[str, Any] | None = None,
    most: int = MOST,
    room: int = PAGE,
    whole: Sequence[str] = (),
    **options: Any,
) -> list[dict[str, Any]]:
    """A table to edit, `fixed` columns apart; columns of `whole` numbers may have empty cells.
    What its lines hold now, under the Vietnamese headings; None for an empty cell."""
    frame = _frame(rows).astype(dict.fromkeys(whole, "Int64"))
    headings = _headings(frame.columns)
    shown = frame.rename(columns=headings)
    edited = st.data_editor(
        shown,
        disabled=[headings.get(name, name) for name in fixed],
        **_options(shown, headings, columns or {}, most, room),
        **options,
    )
    names = {new: old for old, new in headings.items()}
    return [
        {names.get(str(name), str(name)): None if pd.isna(value) else value for name, value in line}
        for line in (row.items() for _, row in edited.astype(object).iterrows())
    ]


def _options(
    frame: pd.DataFrame,
    headings: Mapping[str, str],
    columns: Mapping[str, Any],
    most: int,
    room: int,
    wrap: bool = True,
) -> dict[str, Any]:
    """What both widgets are told of columns and heights."""
    configured = {headings.get(name, name): dict(one) for name, one in columns.items()}
    least = {name: int(one["width"]) for name, one in configured.items() if one.get("width")}
    least |= {name: BAR for name, one in configured.items() if _is_bar(one)}
    found = layout(frame, room_in(room, window_width()), least, wrap)
    return {
        "hide_index": True,
        "column_config": {
            name: {**(configured.get(name) or _plain(frame[name])), "width": width}
            for name, width in found.widths.items()
        },
        "row_height": found.row,
        "height": found.height(len(frame), most),
    }


def _plain(column: "pd.Series[Any]") -> dict[str, Any]:
    """Numbers are written as in the language of the page."""
    if is_numeric_dtype(column) and not is_bool_dtype(column):
        return dict(st.column_config.NumberColumn(format="localized"))
    return {}


def _is_bar(config: Mapping[str, Any]) -> bool:
    kind = config.get("type_config") or {}
    return kind.get("type") == "progress"


def _frame(rows: Rows) -> pd.DataFrame:
    return rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(map(dict, rows)))


def _headings(names: Iterable[str]) -> dict[str, str]:
    """Heading → heading in English, when that is asked for; two that would become the same keep
    their own."""
    if language() != ENGLISH:
        return {}
    english = {name: told(name) for name in names}
    shown = list(english.values())
    return {old: new for old, new in english.items() if shown.count(new) == 1}


def _word(value: object) -> object:
    return told(value) if isinstance(value, str) else value
