"""Each test of the app meets a server of its own."""

import pytest
import streamlit as st


@pytest.fixture(autouse=True)
def fresh_server() -> None:
    """What one server holds for all its windows is not there for the next test."""
    st.cache_resource.clear()
    st.cache_data.clear()
