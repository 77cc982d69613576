"""The sheets of units and of the merger: rows to units of the planner, and back."""

from collections.abc import Callable

from data.reference import UnknownProvince, communes, old_units, province, provinces
from data.roster_book.rows.people_rows import CadreRow
from data.roster_book.rows.row import named, row_of
from data.roster_book.rows.unit_rows import MergerRow, UnitRow
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import NO_UNIT
from planner.roster import Commune, OldUnit
from planner.roster.levels import Block, UnitType

QUOTA_FIELDS = {
    Block.PARTY: "quota_party",
    Block.GOVERNMENT: "quota_government",
    Block.FRONT: "quota_front",
}
"""Block → the field of its quota."""


def read_units(reading: Reading) -> list[Commune]:
    """The units listed; else all those of the province that the people's places tell."""
    units = []
    for row in reading.unique(UnitRow, "code", "mã đơn vị"):
        try:
            code = province(row.province).code if row.province else ""
        except UnknownProvince as error:
            reading.fault(row, "province", str(error).rstrip("."))
            code = ""
        sound = reading.sound(row) and code
        units.append(_commune(row, code) if sound else _stand_in(reading, row))
        reading.keep(row, row.code)
    if len({unit.province for unit in units} - {""}) > 1:
        expected = "mọi đơn vị phải cùng một tỉnh, thành phố"
        reading.fault_of_sheet(UnitRow, expected, "Tỉnh, thành phố")
    return units if reading.present(UnitRow) else _units_of_province(reading)


def _commune(row: UnitRow, province_code: str) -> Commune:
    """A unit as typed; a point left out is the official one."""
    official = {unit.code: unit for unit in communes(province_code)}.get(row.code)
    typed = {block: getattr(row, field) for block, field in QUOTA_FIELDS.items()}
    more = {
        "province": province_code,
        "area_km2": row.area_km2 or (official.area_km2 if official else 0.0),
        "lat": row.lat if row.lat is not None else (official.lat if official else 0.0),
        "lon": row.lon if row.lon is not None else (official.lon if official else 0.0),
        "quota": {block: quota for block, quota in typed.items() if quota is not None},
        "features": row.features or (official.features if official else frozenset()),
    }
    return Commune(**{**named(row, Commune), **more})


def _stand_in(reading: Reading, row: UnitRow) -> Commune:
    """A unit whose row has faults, so that what refers to it is not called unknown too."""
    kind = row.type if reading.sound(row, "type") else UnitType.COMMUNE
    return Commune(
        code=row.code,
        name=row.name,
        type=kind,
        province="",
        population=0,
        area_km2=0.0,
        lat=0.0,
        lon=0.0,
    )


def _units_of_province(reading: Reading) -> list[Commune]:
    """Every unit of the province whose units, old or new, the roster names most often."""
    places = {row.place.split(" ")[0] for row in reading.rows(CadreRow)}
    codes = {
        p.code: {u.code for u in communes(p.code)} | {o.code for o in old_units(p.code)}
        for p in provinces()
    }
    best = max(codes, key=lambda code: (len(places & codes[code]), code))
    if not places & codes[best]:
        expected = "thiếu trang này, và không đoán được tỉnh từ mã nơi công tác của cán bộ"
        reading.fault_of_sheet(UnitRow, expected)
    return list(communes(best))


def read_old_units(
    reading: Reading,
    province_code: str,
    units: list[Commune],
    find: Callable[[str], Commune | None],
) -> list[OldUnit]:
    """The old units listed; else the official ones that went into `units`."""
    by_code = {unit.code: unit for unit in units}
    if not reading.present(MergerRow):
        olds = old_units(province_code)
        return [old for old in olds if by_code.keys() & set(old.successors)]
    parts: dict[str, list[MergerRow]] = {}
    heirs: dict[str, list[str]] = {}
    for row in reading.rows(MergerRow):
        unit = reading.found(row, "new", find, NO_UNIT)
        parts.setdefault(row.code, []).append(row)
        heirs.setdefault(row.code, []).append(unit.code if unit else "")
        reading.keep(row, row.code, unit.code if unit else "")
    return [
        _old_unit(rows, heirs[code], by_code.get(heirs[code][0]))
        for code, rows in sorted(parts.items())
    ]


def _old_unit(rows: list[MergerRow], successors: list[str], heir: Commune | None) -> OldUnit:
    """An old unit out of its rows, one for each successor; `heir` is the main one."""
    more = {
        "lat": _point(rows[0].lat, heir.lat if heir else 0.0),
        "lon": _point(rows[0].lon, heir.lon if heir else 0.0),
        "successors": tuple(dict.fromkeys(successors)),
        "partial": any(row.part for row in rows),
    }
    return OldUnit(**{**named(rows[0], OldUnit), **more})


def _point(typed: float | None, of_heir: float) -> float:
    """Latitude or longitude of an old unit: as typed, else that of its main successor."""
    return float(typed if typed is not None else of_heir)


def unit_row(unit: Commune) -> UnitRow:
    name = next(p.name for p in provinces() if p.code == unit.province)
    quota = {field: unit.quota.get(block) for block, field in QUOTA_FIELDS.items()}
    return row_of(UnitRow, unit, province=name, **quota)


def old_unit_rows(old: OldUnit) -> list[MergerRow]:
    """A row for each unit it went into."""
    return [row_of(MergerRow, old, new=code, part=old.partial) for code in old.successors]
