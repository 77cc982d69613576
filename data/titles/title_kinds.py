"""The kinds of rows in title files: which fields each has, and the value it becomes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from data.titles.title_fields import Entry
from planner.roster.levels import Block
from planner.titles import (
    COMMUNES,
    CommitteeLevel,
    Head,
    Level,
    LevelRow,
    LevelTable,
    Mark,
    OfficeKind,
    OwnLadder,
    Role,
    Rung,
    Sign,
    SpelledTier,
    Synonyms,
    Tier,
    TitleTable,
    Wording,
)


@dataclass(kw_only=True)
class Rows:
    """Everything read so far, by kind."""

    roles: dict[str, Role] = field(default_factory=dict)
    offices: dict[str, OfficeKind] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    wordings: list[Wording] = field(default_factory=list)
    synonyms: list[Synonyms] = field(default_factory=list)
    spelled_tiers: list[SpelledTier] = field(default_factory=list)
    levels: dict[tuple[Tier, Rung], LevelRow] = field(default_factory=dict)
    ladders: list[OwnLadder] = field(default_factory=list)
    committees: list[CommitteeLevel] = field(default_factory=list)
    cities: list[str] = field(default_factory=list)
    cities_of_both: list[str] = field(default_factory=list)

    def table(self, places: frozenset[str]) -> TitleTable:
        levels = LevelTable(
            tuple(self.levels.values()), tuple(self.ladders), tuple(self.committees)
        )
        return TitleTable(
            roles=tuple(self.roles.values()),
            offices=tuple(self.offices.values()),
            heads=tuple(self.heads.values()),
            wordings=tuple(self.wordings),
            synonyms=tuple(self.synonyms),
            spelled_tiers=tuple(self.spelled_tiers),
            levels=levels,
            places=places,
            cities=frozenset(self.cities),
            cities_of_both=frozenset(self.cities_of_both),
        )


@dataclass(frozen=True)
class Kind:
    """A kind of row; `coded` names the rows that a row of a known code adds to."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    read: Callable[[Entry, Rows], None]
    coded: str = ""

    @property
    def fields(self) -> frozenset[str]:
        return frozenset((*self.required, *self.optional))

    def adds_to(self, rows: Rows, code: object) -> bool:
        return bool(self.coded) and code in getattr(rows, self.coded)


def _role(entry: Entry, rows: Rows) -> None:
    code = entry.text("code")
    new = Role(
        code=code,
        name=entry.text("name"),
        office=entry.text("office"),
        rung=entry.one(Rung, "rung", Rung.STAFF),
        tiers=entry.tiers() or COMMUNES,
        heads=entry.texts("heads"),
        works=entry.texts("works"),
        works_there=entry.texts("works_there"),
        spellings=entry.texts("spellings"),
        single=entry.flag("single"),
        absorbs=entry.texts("absorbs"),
        variant_of=entry.text("variant_of"),
        origin=entry.origin(),
    )
    old = rows.roles.get(code)
    if old is not None:
        new = replace(
            old,
            heads=old.heads + new.heads,
            works=old.works + new.works,
            works_there=old.works_there + new.works_there,
            spellings=old.spellings + new.spellings,
            single=old.single or new.single,
        )
    rows.roles[code] = new


def _office(entry: Entry, rows: Rows) -> None:
    code, spellings = entry.text("code"), entry.texts("spellings")
    old = rows.offices.get(code)
    room = old.room if old else entry.text("room")
    after_head = entry.texts("after_head") + _behind(room, spellings)
    if old is not None:
        rows.offices[code] = replace(
            old, spellings=old.spellings + spellings, after_head=old.after_head + after_head
        )
        return
    rows.offices[code] = OfficeKind(
        code=code,
        name=entry.text("name"),
        block=entry.one(Block, "block", Block.GOVERNMENT) if "block" in entry.row else None,
        tiers=entry.tiers(),
        spellings=spellings,
        after_head=after_head,
        room=room,
        within=entry.texts("within"),
        profile_office=entry.text("profile_office") or code,
        origin=entry.origin(),
    )


def _behind(room: str, spellings: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of spellings that begin with the room: "Kinh tế" of "Phòng Kinh tế"."""
    if not room:
        return ()
    begun = [text for text in spellings if text.lower().startswith(f"{room} ")]
    return tuple(text[len(room) :].strip() for text in begun)


def _head(entry: Entry, rows: Rows) -> None:
    code, spellings = entry.text("code"), entry.texts("spellings")
    old = rows.heads.get(code)
    if old is not None:
        rows.heads[code] = replace(old, spellings=old.spellings + spellings)
        return
    rows.heads[code] = Head(
        code=code,
        spellings=spellings,
        room=entry.text("room"),
        alone=entry.text("alone"),
        beside=entry.text("beside"),
        specialist=entry.flag("specialist"),
        needs_work=entry.flag("needs_work"),
        as_office=entry.text("as_office"),
        origin=entry.origin(),
    )


def _spelled_tier(entry: Entry, rows: Rows) -> None:
    office, spellings = entry.text("office"), entry.texts("spellings")
    row = SpelledTier(
        office=office, spellings=spellings, tiers=entry.tiers(), origin=entry.origin()
    )
    rows.spelled_tiers.append(row)
    kind = rows.offices.get(office)
    bare = _behind(kind.room, spellings) if kind else ()
    if bare:
        rows.spelled_tiers.append(replace(row, spellings=bare, after_head=True))


def _wording(entry: Entry, rows: Rows, sign: Sign, code: str, mark: Mark | None = None) -> None:
    rows.wordings.append(
        Wording(
            sign=sign,
            code=code,
            spellings=entry.texts("spellings"),
            tiers=entry.tiers(),
            mark=mark,
            origin=entry.origin(),
        )
    )


def _mark(entry: Entry, rows: Rows) -> None:
    mark = entry.one(Mark, "mark", Mark.FORMER)
    _wording(entry, rows, Sign.MARK, mark.name, mark)


def _unit(entry: Entry, rows: Rows) -> None:
    _wording(entry, rows, Sign.UNIT, "unit")


def _member(entry: Entry, rows: Rows) -> None:
    _wording(entry, rows, Sign.MEMBER, entry.text("code"))


def _level(entry: Entry, rows: Rows) -> None:
    tier = entry.one(Tier, "tier", Tier.COMMUNE)
    rung = entry.one(Rung, "rung", Rung.STAFF)
    level = Level(entry.number("value"), tier, rung)
    rows.levels[tier, rung] = LevelRow(level, entry.flag("step", True), entry.origin())


def _ladder(entry: Entry, rows: Rows) -> None:
    rows.ladders.append(OwnLadder(entry.text("role"), entry.texts("from"), entry.origin()))


def _committee(entry: Entry, rows: Rows) -> None:
    aim = entry.row["at_least"]
    if not isinstance(aim, dict):
        entry.fault("at_least", aim, 'một bậc, ví dụ { tier = "DISTRICT", rung = "VICE_CHAIR" }')
        return
    place = replace(entry, row=aim, where=f"{entry.where}, at_least")
    place.expect(frozenset({"tier", "rung"}), ("tier", "rung"))
    at_least = (
        place.one(Tier, "tier", Tier.COMMUNE),
        place.one(Rung, "rung", Rung.STAFF),
    )
    member, tier = entry.text("member"), entry.one(Tier, "tier", Tier.DISTRICT)
    rows.committees.append(CommitteeLevel(member, tier, at_least, entry.origin()))


KINDS: Mapping[str, Kind] = {
    "roles": Kind(
        ("code", "name", "office", "rung"),
        (
            "tiers",
            "heads",
            "works",
            "works_there",
            "spellings",
            "single",
            "absorbs",
            "variant_of",
        ),
        _role,
        "roles",
    ),
    "offices": Kind(
        ("code", "name"),
        ("block", "tiers", "spellings", "after_head", "room", "within", "profile_office"),
        _office,
        "offices",
    ),
    "heads": Kind(
        ("code", "spellings"),
        ("room", "alone", "beside", "specialist", "needs_work", "as_office"),
        _head,
        "heads",
    ),
    "spelled_tiers": Kind(("office", "tiers", "spellings"), (), _spelled_tier),
    "marks": Kind(("mark", "spellings"), (), _mark),
    "units": Kind(("tiers", "spellings"), (), _unit),
    "members": Kind(("code", "spellings"), ("tiers",), _member),
    "levels": Kind(("tier", "rung", "value"), ("step",), _level),
    "ladders": Kind(("role", "from"), (), _ladder),
    "committees": Kind(("member", "tier", "at_least"), (), _committee),
}
