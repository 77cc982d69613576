"""A plan workbook damaged on purpose."""

from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from data.roster_book.reader import read_workbook
from planner.roster import Roster


class Damage:
    """A copy of the plan workbook whose sheets are changed as frames."""

    def __init__(self, folder: Path) -> None:
        self.roster = read_workbook(folder / "H.xlsx")
        assert isinstance(self.roster, Roster)
        self.path, self.out = folder / "P.xlsx", folder / "damaged.xlsx"
        self.sheets = {
            str(name): frame.astype(object).where(frame.notna(), "")
            for name, frame in pd.read_excel(
                self.path, sheet_name=None, header=2, dtype=str, engine="calamine"
            ).items()
        }
        self.placed, self.surplus = self.sheets["Bố trí"], self.sheets["Dôi dư"]

    def holder(self, title: str, place: int = 0) -> Any:
        return self.placed[self.placed["Mã chức danh"].str.endswith(f"/{title}")].index[place]

    def save(self) -> Path:
        with xlsxwriter.Workbook(str(self.out), {"strings_to_formulas": False}) as target:
            for name, frame in self.sheets.items():
                sheet = target.add_worksheet(name)
                for column, header in enumerate(frame.columns):
                    sheet.write_string(2, column, str(header))
                    for row, value in enumerate(frame[header], 3):
                        sheet.write_string(row, column, str(value))
        return self.out

    def drop_surplus(self, cadre: str) -> None:
        self.sheets["Dôi dư"] = self.surplus[self.surplus["Mã cán bộ"] != cadre]
