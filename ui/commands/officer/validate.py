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
    """A roster without a fault, the sheets that nobody read, the titles that no rule knows."""

    roster: "Roster"
    unused_sheets: tuple[str, ...]
    unbound: tuple[str, ...]
    """Titles, in words, that no rule knows."""

    def as_json(self) -> dict[str, Any]:
        return {
            "outcome": "whole",
            "faults": [],
            "people": len(self.roster.cadres),
            "unused_sheets": list(self.unused_sheets),
            "unbound": list(self.unbound),
        }


def validate(path: Input, as_json: Json = False, lang: Lang = "vi") -> None:
    """Nêu mọi lỗi của bảng tính cùng lúc: trang, dòng, cột, giá trị, điều cần có."""
    from data.profiles import known_names
    from data.roster_book.reader import unused_sheets
    from planner.law.profile import unbound

    roster = roster_in(path, as_json, lang)
    whole = Whole(roster, unused_sheets(path), unbound(roster.titles, known_names()["roles"]))
    tell(whole, whole_lines, as_json, lang)


def whole_lines(whole: Whole, lang: str) -> Iterator[str]:
    from ui.desk.in_words import unbound_lines

    for name in whole.unused_sheets:
        yield say("unused_sheet", lang, name=name)
    people, units = len(whole.roster.cadres), len(whole.roster.communes)
    yield say("no_faults", lang, n=number(people), m=units)
    for label, value in unbound_lines(whole.unbound, lang):
        yield f"{label}: {value}"
