"""Each test of the app meets a server of its own."""

from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from data.roster_book.writer import write_workbook
from data.sample import sample
from tests.ui.command_line import sapxep, told


@pytest.fixture(autouse=True)
def fresh_server() -> None:
    """What one server holds for all its windows is not there for the next test."""
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture(scope="module")
def roster_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("app") / "H.xlsx"
    write_workbook(sample("Hà Nội", 7, communes_wanted=3), path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """H.xlsx, a roster of three wards, and P.xlsx, a plan of it made with two pins."""
    folder = tmp_path_factory.mktemp("cli")
    assert sapxep("sample", folder / "H.xlsx", "--communes", 3, "--seed", 7).returncode == 0
    draft = told("draft", folder / "H.xlsx", "-o", folder / "free.xlsx")
    assert draft["outcome"] == "best"
    frame = pd.read_excel(folder / "free.xlsx", "Bố trí", header=2, dtype=str, engine="calamine")
    person = frame[frame["Chức danh"] == "Chuyên viên tư pháp"].iloc[0]
    pins = f'[[pins]]\ncadre = "{person["Mã cán bộ"]}"\ntarget = "{person["Mã chức danh"]}"\n'
    (folder / "S.toml").write_text(f'name = "PA2"\n{pins}', encoding="utf-8")
    told("draft", folder / "H.xlsx", "-o", folder / "P.xlsx", "--scenario", folder / "S.toml")
    return folder
