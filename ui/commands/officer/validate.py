"""`sapxep validate`: every fault of a workbook at once."""

from planner.text.numbers import number
from ui.commands.console import (
    Input,
    Json,
    Lang,
    echo,
    print_json,
    roster_in,
)
from ui.words.command_words import say


def validate(path: Input, as_json: Json = False, lang: Lang = "vi") -> None:
    """Nêu mọi lỗi của bảng tính cùng lúc: trang, dòng, cột, giá trị, điều cần có."""
    from data.roster_book.reader import unused_sheets

    roster = roster_in(path, as_json, lang)
    unused = unused_sheets(path)
    if as_json:
        people = len(roster.cadres)
        print_json(
            {"outcome": "whole", "faults": [], "people": people, "unused_sheets": list(unused)}
        )
    else:
        for name in unused:
            echo(say("unused_sheet", lang, name=name))
        echo(say("no_faults", lang, n=number(len(roster.cadres)), m=len(roster.communes)))
