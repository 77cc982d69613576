"""From read tables to a Roster: references resolved, what was left out filled in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from data.excel.cells import unit_code
from data.excel.faults import BadWorkbook, Fault
from data.profiles import days_of_profiles, profile_of
from data.reference import UnknownProvince, communes, old_units, province, provinces, tasks
from data.roster_book import columns as sheet
from data.roster_book.columns import QUOTA_FIELDS, SHEETS, columns_of
from data.roster_book.own_posts import title_of
from data.roster_book.scores import read_scores
from data.roster_book.table import Row, Table
from planner.law.profile import Profile
from planner.law.profile_posts import posts_of_profile
from planner.roster import (
    Cadre,
    Commune,
    Concurrent,
    Demand,
    OldUnit,
    Post,
    Roster,
    Score,
    Task,
    TaskOrder,
    Title,
)
from planner.roster.levels import PlaceKind, UnitType
from planner.text.vietnamese import fold

BORN_FROM, BORN_TO = 1940, 2010
"""Years of birth outside these are slips of typing, whoever the person is."""


class Assembly:
    """Turns read tables into a Roster, collecting the faults of references as it goes."""

    def __init__(self, tables: Mapping[str, Table], scores: Mapping[str, list[list[Any]]]) -> None:
        """`scores`: the cells of the sheets of scores, by name."""
        self.tables, self._score_sheets = tables, scores
        self.faults: list[Fault] = [f for table in tables.values() for f in table.faults]
        self._spoiled = {(f.sheet, f.row, f.column) for f in self.faults}

    def roster(self) -> Roster | BadWorkbook:
        units = self._units()
        codes = {unit.province for unit in units} - {""}
        self._province = min(codes) if codes else ""
        self._find_unit = _finder(
            units, lambda unit: unit.code, lambda unit: (unit.name, unit.full_name)
        )
        olds = self._old_units(units)
        self._find_old = _finder(olds, lambda old: old.code, lambda old: (old.name,))
        self._districts = {fold(old.district): old.district for old in olds}
        profiles = self._profiles()
        titles, posts = self._posts(units, profiles)
        typed = {row.values["code"] for row in self.tables[sheet.POSTS].rows}
        self._posts_known = {post.code for post in posts} | typed - {""}
        cadres = self._cadres()
        known = {cadre.code for cadre in cadres} | self._codes_read()
        wanted = self._preferences(known)
        kin = self._kin(known)
        demands = self._demands(known)
        concurrency = self._concurrency(titles)
        scores = self._scores(known)
        orders, own_tasks = self._tasks(known)
        if self.faults:
            return BadWorkbook(tuple(sorted(self.faults, key=_place)))
        return Roster(
            province=self._province,
            communes=tuple(units),
            old_units=tuple(olds),
            titles=titles if self.tables[sheet.POSTS].present else (),
            posts=posts if self.tables[sheet.POSTS].present else (),
            cadres=tuple(replace(c, preferences=wanted.get(c.code, ())) for c in cadres),
            kin=kin,
            demands=demands,
            concurrency=concurrency,
            scores=scores,
            tasks=orders,
            own_tasks=own_tasks,
            own_posts=self.tables[sheet.POSTS].present,
        )

    def _fault(self, table: str, row: Row, field: str, expected: str) -> None:
        column = next(c for c in columns_of(table) if c.field == field)
        if (table, row.number, column.header) not in self._spoiled:
            text = row.texts.get(field, "")
            self.faults.append(Fault(table, row.number, column.header, text, expected))

    def _sound(self, table: str, row: Row, *fields: str) -> bool:
        headers = {c.header for c in columns_of(table) if not fields or c.field in fields}
        return not any((table, row.number, header) in self._spoiled for header in headers)

    def _unique(self, table: str, field: str, what: str) -> list[Row]:
        """Rows of `table`, a fault for each whose `field` was there before."""
        seen: dict[str, int] = {}
        for row in self.tables[table].rows:
            code = row.values[field]
            if code in seen:
                self._fault(table, row, field, f"{what} đã có ở dòng {seen[code]}; mỗi mã một dòng")
            elif code:
                seen[code] = row.number
        return self.tables[table].rows

    def _units(self) -> list[Commune]:
        units = []
        for row in self._unique(sheet.UNITS, "code", "mã đơn vị"):
            name = row.values["province"]
            try:
                code = province(name).code if name else ""
            except UnknownProvince as error:
                self._fault(sheet.UNITS, row, "province", str(error).rstrip("."))
                code = ""
            sound = self._sound(sheet.UNITS, row) and code
            units.append(_commune(row, code) if sound else _stand_in(row))
        provinces_named = {unit.province for unit in units} - {""}
        if len(provinces_named) > 1:
            expected = "mọi đơn vị phải cùng một tỉnh, thành phố"
            self.faults.append(Fault(sheet.UNITS, 0, "Tỉnh, thành phố", "", expected))
        if not self.tables[sheet.UNITS].present:
            units = self._units_of_province()
        return units

    def _units_of_province(self) -> list[Commune]:
        """Every unit of the province whose units, old or new, the roster names most often."""
        places = {row.values["place"].split(" ")[0] for row in self.tables[sheet.CADRES].rows}
        codes = {
            p.code: {u.code for u in communes(p.code)} | {o.code for o in old_units(p.code)}
            for p in provinces()
        }
        best = max(codes, key=lambda code: (len(places & codes[code]), code))
        if not places & codes[best]:
            expected = "thiếu trang này, và không đoán được tỉnh từ mã nơi công tác của cán bộ"
            self.faults.append(Fault(sheet.UNITS, 0, "", "", expected))
        return list(communes(best))

    def _old_units(self, units: list[Commune]) -> list[OldUnit]:
        codes = {unit.code for unit in units}
        table = self.tables[sheet.MERGER]
        if not table.present:
            olds = old_units(self._province)
            return [old for old in olds if codes & set(old.successors)]
        parts: dict[str, list[Row]] = {}
        heirs: dict[str, list[str]] = {}
        for row in table.rows:
            unit = self._find_unit(row.values["new"])
            if unit is None and row.values["new"]:
                self._fault(sheet.MERGER, row, "new", "không có đơn vị này trong trang Đơn vị")
            parts.setdefault(row.values["code"], []).append(row)
            heirs.setdefault(row.values["code"], []).append(unit.code if unit else "")
        by_code = {unit.code: unit for unit in units}
        return [
            OldUnit(
                code,
                rows[0].values["name"],
                rows[0].values["district"],
                _point(rows[0], "lat", by_code.get(heirs[code][0])),
                _point(rows[0], "lon", by_code.get(heirs[code][0])),
                tuple(dict.fromkeys(heirs[code])),
                any(row.values["part"] for row in rows),
            )
            for code, rows in sorted(parts.items())
        ]

    def _profiles(self) -> list[Profile]:
        """Every profile the province has had, the latest first."""
        days = days_of_profiles(self._province) if self._province else ()
        found = [profile_of(self._province, day) for day in reversed(days)]
        if self._province and not found and not self.tables[sheet.POSTS].present:
            expected = "tỉnh, thành phố này chưa có bộ khung tổ chức; hãy điền trang này"
            self.faults.append(Fault(sheet.POSTS, 0, "", "", expected))
        return found

    def _posts(
        self, units: list[Commune], profiles: list[Profile]
    ) -> tuple[tuple[Title, ...], tuple[Post, ...]]:
        """The posts brought along; else all that the profiles ever give these units, so that
        references can be checked before the day is known."""
        if self.tables[sheet.POSTS].present:
            return self._own_posts(profiles[0] if profiles else None)
        titles = {title.code: title for profile in profiles[::-1] for title in profile.titles}
        posts = {p.code: p for profile in profiles[::-1] for p in posts_of_profile(profile, units)}
        return tuple(titles.values()), tuple(posts.values())

    def _own_posts(self, profile: Profile | None) -> tuple[tuple[Title, ...], tuple[Post, ...]]:
        titles: dict[tuple[Any, ...], Title] = {}
        posts = []
        for row in self._unique(sheet.POSTS, "code", "mã chức danh"):
            unit = self._find_unit(row.values["commune"])
            if unit is None and row.values["commune"]:
                self._fault(sheet.POSTS, row, "commune", "không có đơn vị này trong trang Đơn vị")
            if not self._sound(sheet.POSTS, row):
                continue
            if row.values["minimum"] > row.values["maximum"]:
                self._fault(
                    sheet.POSTS,
                    row,
                    "maximum",
                    f"cần ít nhất bằng tối thiểu {row.texts['minimum']}",
                )
            elif unit is not None:
                title = title_of(row, profile, titles)
                code, low, high = (row.values[f] for f in ("code", "minimum", "maximum"))
                posts.append(Post(code, unit.code, title.code, low, high))
        return tuple(sorted(titles.values(), key=lambda title: title.order)), tuple(posts)

    def _codes_read(self) -> set[str]:
        return {row.values["code"] for row in self.tables[sheet.CADRES].rows if row.values["code"]}

    def _cadres(self) -> list[Cadre]:
        cadres = []
        for row in self._unique(sheet.CADRES, "code", "mã cán bộ"):
            place = self._workplace(row)
            born = row.values["born"]
            if born and not BORN_FROM <= born.year <= BORN_TO:
                expected = f"cần năm sinh từ {BORN_FROM} đến {BORN_TO}"
                self._fault(sheet.CADRES, row, "born", expected)
            home = self._optional_unit(sheet.CADRES, row, "home")
            deputy_of = self._optional_unit(sheet.CADRES, row, "deputy_of")
            native = self._find_unit(row.values["origin"]) if row.values["origin"] else None
            if row.values["discipline_day"] and not row.values["discipline"]:
                self._fault(sheet.CADRES, row, "discipline", "có ngày kỷ luật thì cần hình thức")
            codes = (row.values["post"], *row.values["concurrent"])
            for field, code in zip(("post", *["concurrent"] * len(codes[1:])), codes, strict=True):
                if code and code not in self._posts_known:
                    self._fault(sheet.CADRES, row, field, f"không có chức danh mã {code}")
            if self._sound(sheet.CADRES, row):
                codes_found = {"place": place, "home": home, "deputy_of": deputy_of}
                if native is not None:
                    codes_found["origin"] = native.code
                cadres.append(_cadre(row, codes_found))
        return cadres

    def _workplace(self, row: Row) -> str:
        kind, text = row.values["place_kind"], row.values["place"]
        if not text or kind is None:
            return ""
        if kind is PlaceKind.COMMUNE:
            unit = self._find_unit(text)
            if unit is None:
                self._fault(
                    sheet.CADRES, row, "place", "không có đơn vị mới này trong trang Đơn vị"
                )
            return unit.code if unit else ""
        if kind is PlaceKind.OLD_UNIT:
            old = self._find_old(text)
            if old is None:
                self._fault(
                    sheet.CADRES, row, "place", "không có đơn vị cũ này trong phần sáp nhập"
                )
            return old.code if old else ""
        if kind is PlaceKind.OLD_DISTRICT:
            if fold(text) not in self._districts:
                self._fault(sheet.CADRES, row, "place", "không có quận, huyện cũ này")
            return self._districts.get(fold(text), "")
        return str(text)

    def _optional_unit(self, table: str, row: Row, field: str) -> str:
        text = row.values[field]
        unit = self._find_unit(text) if text else None
        if text and unit is None:
            self._fault(table, row, field, "không có đơn vị này trong trang Đơn vị")
        return unit.code if unit else ""

    def _person(self, table: str, row: Row, field: str, known: set[str]) -> str:
        code = str(row.values[field])
        if code and code not in known:
            self._fault(table, row, field, "không có mã này trong trang Cán bộ")
        return code

    def _preferences(self, known: set[str]) -> dict[str, tuple[str, ...]]:
        wanted = {}
        for row in self._unique(sheet.PREFERENCES, "cadre", "người này"):
            code = self._person(sheet.PREFERENCES, row, "cadre", known)
            choices = [
                self._optional_unit(sheet.PREFERENCES, row, field)
                for field in ("first", "second", "third")
            ]
            wanted[code] = tuple(dict.fromkeys(choice for choice in choices if choice))
        return wanted

    def _kin(self, known: set[str]) -> tuple[tuple[str, str], ...]:
        pairs = set()
        for row in self.tables[sheet.KIN].rows:
            first, second = (self._person(sheet.KIN, row, f, known) for f in ("first", "second"))
            if first and first == second:
                self._fault(sheet.KIN, row, "second", "phải là một người khác")
            pairs.add((min(first, second), max(first, second)))
        return tuple(sorted(pairs))

    def _demands(self, known: set[str]) -> tuple[Demand, ...]:
        demands = []
        for row in self.tables[sheet.DEMANDS].rows:
            code = self._person(sheet.DEMANDS, row, "cadre", known)
            target = row.values["target"]
            unit = self._find_unit(target) if target not in self._posts_known else None
            if target and target not in self._posts_known and unit is None:
                expected = "không có đơn vị hay chức danh này"
                self._fault(sheet.DEMANDS, row, "target", expected)
            if self._sound(sheet.DEMANDS, row):
                aim = unit.code if unit else target
                demands.append(Demand(code, aim, row.values["pin"], row.values["note"]))
        return tuple(demands)

    def _concurrency(self, titles: tuple[Title, ...]) -> tuple[Concurrent, ...]:
        roles = {title.role: title for title in titles}
        find = _finder(
            roles.values(),
            lambda title: title.role,
            lambda title: (title.name, f"{title.name}, {title.office.name}"),
        )
        rows = []
        for row in self.tables[sheet.CONCURRENCY].rows:
            title, hosts = find(row.values["title"]), [find(h) for h in row.values["hosts"]]
            for field, found in (("title", title), ("hosts", None if None in hosts else hosts)):
                if found is None and row.values[field]:
                    expected = "không có, hoặc nhiều chức danh cùng tên; ghi: chức danh, phòng ban"
                    self._fault(sheet.CONCURRENCY, row, field, expected)
            if title and None not in hosts and self._sound(sheet.CONCURRENCY, row):
                codes = tuple(host.role for host in hosts)
                rows.append(Concurrent(title.role, row.values["force"], codes))
        return tuple(rows)

    def _tasks(self, known: set[str]) -> tuple[tuple[TaskOrder, ...], tuple[Task, ...]]:
        find = _finder(tasks(), lambda task: task.code, lambda task: (task.name,))
        own: dict[str, Task] = {}
        orders: dict[tuple[str, str], TaskOrder] = {}
        for row in self.tables[sheet.TASKS].rows:
            value = row.values
            unit = self._find_unit(value["commune"])
            if unit is None and value["commune"]:
                self._fault(sheet.TASKS, row, "commune", "không có đơn vị này trong trang Đơn vị")
            people = {
                field: self._person(sheet.TASKS, row, field, known) if value[field] else ""
                for field in ("owner", "deputy")
            }
            if people["owner"] and people["owner"] == people["deputy"]:
                self._fault(sheet.TASKS, row, "deputy", "phải là một người khác")
            task = find(value["task"]) or own.get(fold(value["task"]))
            if task is None and not value["owners"] and not value["owner"]:
                expected = (
                    "không có trong danh mục; việc mới thì điền chức danh hoặc người phụ trách"
                )
                self._fault(sheet.TASKS, row, "task", expected)
                continue
            if task is None:
                task = own[fold(value["task"])] = Task(
                    f"V-{len(own) + 1}",
                    value["task"],
                    value["field"],
                    tuple(value["owners"]),
                    tuple(value["deputies"]),
                    value["one_stop"],
                    value["legal"],
                    value["load"] or 1,
                )
            if unit and (unit.code, task.code) in orders:
                self._fault(sheet.TASKS, row, "task", "đơn vị này đã có việc này ở dòng trên")
            elif unit and self._sound(sheet.TASKS, row):
                orders[unit.code, task.code] = TaskOrder(unit.code, task.code, **people)
        return tuple(orders.values()), tuple(own.values())

    def _scores(self, known: set[str]) -> tuple[Score, ...]:
        found, faults = read_scores(self._score_sheets, known, self._posts_known)
        self.faults += faults
        return found


def _place(fault: Fault) -> tuple[int, int, int]:
    sheets = [s.name for s in SHEETS]
    headers = [c.header for c in columns_of(fault.sheet)] if fault.sheet else []
    return (
        sheets.index(fault.sheet) if fault.sheet in sheets else -1,
        fault.row,
        headers.index(fault.column) if fault.column in headers else -1,
    )


def _finder(
    things: Iterable[Any], code: Callable[[Any], str], names: Callable[[Any], Iterable[str]]
) -> Callable[[str], Any]:
    """Looks a thing up by its code, by "code name", or by a name that only it bears."""
    by_code, by_name = {}, dict[str, list[Any]]()
    for thing in things:
        by_code[code(thing)] = thing
        for name in {fold(name) for name in names(thing)}:
            by_name.setdefault(name, []).append(thing)

    def find(text: str) -> Any:
        if text in by_code:
            return by_code[text]
        first = unit_code(text.split(" ", maxsplit=1)[0]) if text else ""
        if first in by_code and first.isdigit():
            return by_code[first]
        found = by_name.get(fold(text), [])
        return found[0] if len(found) == 1 else None

    return find


def _commune(row: Row, province_code: str) -> Commune:
    """A unit as typed; a point left out is the official one."""
    official = {unit.code: unit for unit in communes(province_code)}.get(row.values["code"])
    value = row.values
    typed = {block: value[field] for block, field in QUOTA_FIELDS.items()}
    return Commune(
        value["code"],
        value["name"],
        value["type"],
        province_code,
        value["population"],
        value["area_km2"] or (official.area_km2 if official else 0.0),
        value["lat"] if value["lat"] is not None else (official.lat if official else 0.0),
        value["lon"] if value["lon"] is not None else (official.lon if official else 0.0),
        {block: quota for block, quota in typed.items() if quota is not None},
        value["features"] or (official.features if official else frozenset()),
        value["rank"],
        value["dossiers"],
    )


def _stand_in(row: Row) -> Commune:
    """A unit whose row has faults, so that what refers to it is not called unknown too."""
    kind = row.values["type"] or UnitType.COMMUNE
    return Commune(row.values["code"], row.values["name"], kind, "", 0, 0.0, 0.0, 0.0)


def _point(row: Row, axis: str, heir: Commune | None) -> float:
    """Latitude or longitude of an old unit: as typed, else that of its main successor."""
    typed = row.values[axis]
    return float(typed if typed is not None else getattr(heir, axis, 0.0))


def _cadre(row: Row, codes: Mapping[str, str]) -> Cadre:
    """A cadre; `codes` are the fields whose text was found to name a unit."""
    value = dict(row.values)
    ratings = tuple(
        rating
        for rating in (value.pop(f"rating_{year}") for year in (1, 2, 3))
        if rating is not None
    )
    value["fields"] = frozenset(value["fields"])
    return Cadre(**{**value, **codes, "ratings": ratings})
