"""The sheets of people and of their wishes for a unit: rows to cadres of the planner, and back."""

from collections.abc import Mapping

from data.roster_book.rows.people_rows import CadreRow, PreferenceRow
from data.roster_book.rows.row import named, row_of
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import References, person_named, unit_named
from planner.roster import Cadre
from planner.roster.levels import PlaceKind

BORN_FROM, BORN_TO = 1940, 2010
"""Years of birth outside these are slips of typing, whoever the person is."""
WISHES = ("first", "second", "third")
RATINGS = ("rating_1", "rating_2", "rating_3")


def read_cadres(reading: Reading, known: References) -> list[Cadre]:
    wanted = _preferences(reading, known)
    cadres = []
    for row in reading.unique(CadreRow, "code", "mã cán bộ"):
        place = _workplace(reading, known, row)
        home = unit_named(reading, known, row, "home")
        deputy_of = unit_named(reading, known, row, "deputy_of")
        native = known.unit(row.origin) if row.origin else None
        _check(reading, known, row)
        if not reading.sound(row):
            continue
        more = {
            "place": place,
            "home": home,
            "deputy_of": deputy_of,
            "origin": native.code if native else row.origin,
            "preferences": wanted.get(row.code, ()),
            "ratings": tuple(r for r in (getattr(row, f) for f in RATINGS) if r is not None),
        }
        cadres.append(Cadre(**{**named(row, Cadre), **more}))
        reading.keep(row, row.code)
    return cadres


def _check(reading: Reading, known: References, row: CadreRow) -> None:
    if reading.sound(row, "born") and not BORN_FROM <= row.born.year <= BORN_TO:
        reading.fault(row, "born", f"cần năm sinh từ {BORN_FROM} đến {BORN_TO}")
    if row.discipline_day and not row.discipline:
        reading.fault(row, "discipline", "có ngày kỷ luật thì cần hình thức")
    for field, codes in (("post", (row.post,)), ("concurrent", row.concurrent)):
        for code in codes:
            if code and code not in known.posts:
                reading.fault(row, field, f"không có chức danh mã {code}")


def _workplace(reading: Reading, known: References, row: CadreRow) -> str:
    """Code of the unit where the cadre works, or the name of the old district, of the province."""
    if not row.place or not reading.sound(row, "place_kind"):
        return ""
    if row.place_kind is PlaceKind.COMMUNE:
        expected = "không có đơn vị mới này trong trang Đơn vị"
        unit = reading.found(row, "place", known.unit, expected)
        return unit.code if unit else ""
    if row.place_kind is PlaceKind.OLD_UNIT:
        expected = "không có đơn vị cũ này trong phần sáp nhập"
        old = reading.found(row, "place", known.old_unit, expected)
        return old.code if old else ""
    if row.place_kind is PlaceKind.OLD_DISTRICT:
        return reading.found(row, "place", known.district, "không có quận, huyện cũ này") or ""
    return row.place


def _preferences(reading: Reading, known: References) -> Mapping[str, tuple[str, ...]]:
    """Code of a cadre → codes of the units wished for, first choice first."""
    wanted = {}
    for row in reading.unique(PreferenceRow, "cadre", "người này"):
        code = person_named(reading, known, row, "cadre")
        choices = [unit_named(reading, known, row, field) for field in WISHES]
        wanted[code] = tuple(dict.fromkeys(choice for choice in choices if choice))
        reading.keep(row, code)
    return wanted


def cadre_row(cadre: Cadre) -> CadreRow:
    return row_of(CadreRow, cadre, **dict(zip(RATINGS, cadre.ratings, strict=False)))


def preference_row(cadre: Cadre) -> PreferenceRow:
    wishes = dict(zip(WISHES, cadre.preferences, strict=False))
    return row_of(PreferenceRow, cadre=cadre.code, **wishes)
