"""`sapxep validate`: every fault of a workbook at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.text.numbers import number
from ui.commands.console import Input, Json, Lang, tell
from ui.commands.files_in import roster_in
from ui.words.command_words import say

if TYPE_CHECKING:
    from planner.roster import Roster


@dataclass(frozen=True)
class Whole:
    """A roster without a fault, and the sheets that nobody read."""

    roster: "Roster"
    unused_sheets: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "whole",
            "faults": [],
            "people": len(self.roster.cadres),
            "unused_sheets": list(self.unused_sheets),
        }


def validate(path: Input, as_json: Json = False, lang: Lang = "vi") -> None:
    """Nêu mọi lỗi của bảng tính cùng lúc: trang, dòng, cột, giá trị, điều cần có."""
    from data.roster_book.reader import unused_sheets

    roster = roster_in(path, as_json, lang)
    tell(Whole(roster, unused_sheets(path)), whole_lines, as_json, lang)


def whole_lines(whole: Whole, lang: str) -> Iterator[str]:
    for name in whole.unused_sheets:
        yield say("unused_sheet", lang, name=name)
    people, units = len(whole.roster.cadres), len(whole.roster.communes)
    yield say("no_faults", lang, n=number(people), m=units)
