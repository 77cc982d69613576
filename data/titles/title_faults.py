"""What is wrong with a table of titles, all at once: unknown codes, one spelling for two roles."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planner.titles import ANY_OFFICE, Role, form_of

if TYPE_CHECKING:
    from data.titles.title_kinds import Rows

LEADS = frozenset({"LEADS", "IN_CHARGE"})
"""Head codes that no word has: they are what "phụ trách" before an office makes."""


class BadTitles(ValueError):
    """Title files that cannot be used; `faults` say where, what was read, what was expected."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def faults_between(rows: "Rows") -> Iterator[str]:
    """Every fault between rows, naming the places."""
    yield from _unknown(rows)
    yield from _one_spelling_for_two(rows)
    yield from _one_seat_for_two(rows)


def _fault(place: str, name: str, read: str, expected: str) -> str:
    return f'{place}, {name}: đọc được "{read}"; cần {expected}'


def _unknown(rows: "Rows") -> Iterator[str]:
    offices, roles, heads = rows.offices, rows.roles, rows.heads
    for role in roles.values():
        place = role.origin.place
        if role.office not in offices and role.office != ANY_OFFICE:
            yield _fault(place, "office", role.office, "mã một cơ quan đã có trong bảng")
        for head in role.heads:
            if head not in heads and head not in LEADS:
                yield _fault(place, "heads", head, f"một trong: {', '.join(heads)}")
        for code in (*role.absorbs, role.variant_of):
            if code and code not in roles:
                yield _fault(place, "absorbs, variant_of", code, "mã một vai trò đã có")
        for tier in role.tiers:
            if (tier, role.rung) not in rows.levels:
                read = f"{tier.name} {role.rung.name}"
                yield _fault(place, "rung", read, "một bậc có trong levels.toml")
    for office in offices.values():
        for host in office.within:
            if host not in offices:
                yield _fault(office.origin.place, "within", host, "mã một cơ quan đã có")
    for head_row in heads.values():
        for code in (head_row.alone, head_row.beside, head_row.as_office):
            if code and code not in offices:
                yield _fault(head_row.origin.place, "alone, beside", code, "mã một cơ quan đã có")
    for row in rows.spelled_tiers:
        if row.office not in offices:
            yield _fault(row.origin.place, "office", row.office, "mã một cơ quan đã có")
    for ladder in rows.ladders:
        for code in (ladder.role, *ladder.origins):
            if code not in roles:
                yield _fault(ladder.origin.place, "role, from", code, "mã một vai trò đã có")
    for committee in rows.committees:
        if committee.at_least not in rows.levels:
            read = " ".join(part.name for part in committee.at_least)
            yield _fault(committee.origin.place, "at_least", read, "một bậc có trong bảng")


def _one_spelling_for_two(rows: "Rows") -> Iterator[str]:
    """A field of work or a whole title that names two roles of one office and tier."""
    seen: dict[tuple[str, tuple[str, ...], str], list[Role]] = {}
    for role in rows.roles.values():
        for name, texts in (
            ("works", (*role.works, *role.works_there)),
            ("spellings", role.spellings),
        ):
            for text in dict.fromkeys(texts):
                rivals = seen.setdefault((name, form_of(text), role.office), [])
                for other in rivals:
                    if other.tiers & role.tiers and other is not role:
                        yield _fault(
                            f"{other.origin.place} và {role.origin.place}",
                            name,
                            text,
                            f"một vai trò cho một cách viết trong {role.office}",
                        )
                rivals.append(role)


def _one_seat_for_two(rows: "Rows") -> Iterator[str]:
    """A head word that names two roles of one office and tier."""
    seen: dict[tuple[str, str], list[Role]] = {}
    for role in rows.roles.values():
        for head in dict.fromkeys(role.heads):
            rivals = seen.setdefault((head, role.office), [])
            for other in rivals:
                if other.tiers & role.tiers and other is not role:
                    yield _fault(
                        f"{other.origin.place} và {role.origin.place}",
                        "heads",
                        head,
                        f"một vai trò cho một chữ đứng đầu trong {role.office}",
                    )
            rivals.append(role)
