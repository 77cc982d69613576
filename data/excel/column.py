"""What a sheet and a column of a workbook are: header, aliases, field, type, meaning."""

from dataclasses import dataclass

from data.excel.cells import CellType


@dataclass(frozen=True, kw_only=True)
class Column:
    """`field` is the key of the value in a read row; `sensitive` columns are masked on screen."""

    sheet: str
    header: str
    field: str
    type: CellType
    required: bool
    meaning: str
    aliases: tuple[str, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True)
class Sheet:
    name: str
    required: bool
    meaning: str
