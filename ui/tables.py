"""Tables: shown or edited, with headings and words in English on request."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_numeric_dtype

from ui import visit
from ui.own_words import ENGLISH, english

Rows = Iterable[Mapping[str, object]] | pd.DataFrame


def show(rows: Rows, columns: Mapping[str, Any] | None = None, **options: Any) -> Any:
    """A table to read or to choose a row of; `columns` configures some by their Vietnamese
    heading, `options` go to `st.dataframe`. Returns what that returns."""
    frame = _frame(rows)
    told = _headings(frame.columns)
    if told:
        texts = [name for name in frame.columns if not is_numeric_dtype(frame[name])]
        frame = frame.assign(**{name: frame[name].map(_word) for name in texts})
    return st.dataframe(
        frame.rename(columns=told),
        hide_index=True,
        column_config={told.get(name, name): one for name, one in (columns or {}).items()},
        **options,
    )


def edit(
    rows: Rows, fixed: Sequence[str], columns: Mapping[str, Any] | None = None, **options: Any
) -> pd.DataFrame:
    """A table to edit, `fixed` columns apart; what it holds now, under the Vietnamese headings."""
    frame = _frame(rows)
    told = _headings(frame.columns)
    edited = st.data_editor(
        frame.rename(columns=told),
        hide_index=True,
        disabled=[told.get(name, name) for name in fixed],
        column_config={told.get(name, name): one for name, one in (columns or {}).items()},
        **options,
    )
    return edited.rename(columns={new: old for old, new in told.items()})


def _frame(rows: Rows) -> pd.DataFrame:
    return rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(map(dict, rows)))


def _headings(names: Iterable[str]) -> dict[str, str]:
    """Heading → heading in English, when that is asked for; two that would become the same keep
    their own."""
    if visit.language() != ENGLISH:
        return {}
    told = {name: english(name) or name for name in names}
    shown = list(told.values())
    return {old: new for old, new in told.items() if shown.count(new) == 1}


def _word(value: object) -> object:
    return (english(value) or value) if isinstance(value, str) else value
