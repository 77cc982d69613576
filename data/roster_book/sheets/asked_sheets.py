"""The sheets of kin, demands and concurrency: rows to what the planner has of them, and back."""

from collections.abc import Iterable

from data.roster_book.rows.asked_rows import ConcurrencyRow, DemandRow
from data.roster_book.rows.people_rows import KinRow
from data.roster_book.rows.row import named, row_of
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import References, finder, person_named
from planner.roster import Concurrent, Demand, Title


def read_kin(reading: Reading, known: References) -> tuple[tuple[str, str], ...]:
    """Pairs of codes, the lesser first, in order."""
    pairs = set()
    for row in reading.rows(KinRow):
        first, second = (person_named(reading, known, row, f) for f in ("first", "second"))
        if first and first == second:
            reading.fault(row, "second", "phải là một người khác")
        pair = min(first, second), max(first, second)
        pairs.add(pair)
        reading.keep(row, *pair)
    return tuple(sorted(pairs))


def kin_row(pair: tuple[str, str]) -> KinRow:
    return row_of(KinRow, first=pair[0], second=pair[1])


def read_demands(reading: Reading, known: References) -> tuple[Demand, ...]:
    demands = []
    for row in reading.rows(DemandRow):
        person_named(reading, known, row, "cadre")
        unit = known.unit(row.target) if row.target not in known.posts else None
        if row.target and row.target not in known.posts and unit is None:
            reading.fault(row, "target", "không có đơn vị hay chức danh này")
        if reading.sound(row):
            target = unit.code if unit else row.target
            demands.append(Demand(**{**named(row, Demand), "target": target}))
            reading.keep(row, row.cadre, target)
    return tuple(demands)


def demand_row(demand: Demand) -> DemandRow:
    return row_of(DemandRow, demand)


def read_concurrency(reading: Reading, titles: Iterable[Title]) -> tuple[Concurrent, ...]:
    roles = {title.role: title for title in titles}
    find = finder(
        roles.values(),
        lambda title: title.role,
        lambda title: (title.name, f"{title.name}, {title.office.name}"),
    )
    rows = []
    for row in reading.rows(ConcurrencyRow):
        expected = "không có, hoặc nhiều chức danh cùng tên; ghi: chức danh, phòng ban"
        title = reading.found(row, "title", find, expected)
        hosts = [host.role for host in map(find, row.hosts) if host is not None]
        if len(hosts) < len(row.hosts):
            reading.fault(row, "hosts", expected)
        elif title and reading.sound(row):
            more = {"title": title.role, "hosts": tuple(hosts)}
            rows.append(Concurrent(**{**named(row, Concurrent), **more}))
            reading.keep(row, title.role, *hosts)
    return tuple(rows)


def concurrency_row(concurrent: Concurrent) -> ConcurrencyRow:
    return row_of(ConcurrencyRow, concurrent)
