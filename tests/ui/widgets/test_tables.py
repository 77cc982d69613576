"""Tables on screen: in English their headings and words are, on request."""

from streamlit.testing.v1 import AppTest

SCRIPT = """
from ui.widgets import tables

tables.show([{"Đơn vị": "Phường Ba Đình", "Tình trạng": "? Chưa rõ", "Khuyết": 2}], key="a")
tables.edit([{"Đơn vị": "Phường Ba Đình", "Khuyết": 2}], ["Đơn vị"], key="b")
"""


def headings(language: str) -> list[list[str]]:
    app = AppTest.from_string(SCRIPT)
    if language:
        app.query_params["tieng"] = language
    app.run()
    assert not app.exception
    return [list(table.value.columns) for table in app.dataframe]


def test_headings_stay_vietnamese_until_english_is_asked_for() -> None:
    assert headings("") == [["Đơn vị", "Tình trạng", "Khuyết"], ["Đơn vị", "Khuyết"]]


def test_headings_are_english_on_request() -> None:
    assert headings("en") == [["Unit", "State", "Vacant"], ["Unit", "Vacant"]]
