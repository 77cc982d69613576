"""The symbols of a title gathered into parts: one part for each title that the text names."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.titles.letters import COMMA, END, Letters
from planner.titles.lexicon import BOTH_NAME, CITY_NAME, Lexicon, Symbol
from planner.titles.parsing import Read
from planner.titles.role import Sign
from planner.titles.rungs import NOT_HOLDING, Mark, Tier

OPENING = frozenset({Sign.HEAD, Sign.WHOLE, Sign.MEMBER, Sign.OTHER})
PLACES = frozenset({Sign.UNIT, Sign.SHORT_UNIT})
CITY = frozenset({Tier.DISTRICT, Tier.PROVINCE})
IN_CHARGE_OF = "LEADS"
"""Head of a part that names only what is led: "Phụ trách Phòng Kinh tế"."""


@dataclass(slots=True, kw_only=True)
class Part:
    """What was said of one title."""

    sign: Sign | None = None
    heads: tuple[str, ...] = ()
    """Head codes; role codes of a whole title."""
    offices: list[Symbol] = field(default_factory=list)
    before: list[Symbol] = field(default_factory=list)
    """Offices named before the first title."""
    works: list[tuple[str, ...]] = field(default_factory=list)
    units: list[frozenset[Tier]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    strange_from: Sign | None = None
    """What stood before the first unknown word."""
    cautious: bool = False
    """Whether an unknown word may say that the title is not held."""
    standing: bool = False
    foreign: bool = False
    old: bool = False
    gap: int = 0
    """What stands between the part before and this one."""
    carried: bool = False
    """Whether a mark of the part before may hold for it too."""

    @property
    def all_offices(self) -> list[Symbol]:
        """Nearest first."""
        return self.offices + self.before

    @property
    def holding(self) -> bool:
        return not NOT_HOLDING.intersection(self.marks)

    @property
    def is_title(self) -> bool:
        return self.sign is not None


class Gatherer:
    """Walks the symbols once; `parts` is what they say."""

    def __init__(
        self,
        way: Sequence[Read],
        words: Sequence[Letters],
        specialists: frozenset[str],
        lexicon: Lexicon,
    ) -> None:
        self.parts: list[Part] = []
        self._words, self._specialists, self._lexicon = words, specialists, lexicon
        self._way = [read for read in way if read.symbol.sign is not Sign.NOISE]
        self._lead = Part()
        self._marks: list[Mark] = []
        self._spread: Mark | None = None
        for at, read in enumerate(self._way):
            self._take(at, read)
        self._finish()

    @property
    def _now(self) -> Part:
        return self.parts[-1] if self.parts else self._lead

    def _take(self, at: int, read: Read) -> None:
        symbol, sign = read.symbol, read.symbol.sign
        if sign in OPENING:
            self._open(read, sign, symbol.codes)
        elif sign is Sign.WORK:
            self._work(read)
        elif sign in (Sign.OFFICE, Sign.AFTER_HEAD):
            self._office(read)
        elif sign in PLACES:
            self._now.units.append(symbol.tiers)
        elif sign is Sign.NAME:
            self._name(at, read)
        elif sign is Sign.MARK and symbol.mark is not None:
            self._mark(at, symbol.mark)
        elif sign is Sign.NOW:
            self._spread, self._marks = None, [m for m in self._marks if m not in NOT_HOLDING]
        elif sign is Sign.STANDING:
            self._now.standing = True
        elif sign is Sign.OTHER_BODY:
            self._now.foreign = True
        elif sign is Sign.OLD:
            self._old(at)
        elif sign in (Sign.STRANGE, Sign.CAUTION):
            self._now.strange.append(self._text(read))
            self._now.cautious |= sign is Sign.CAUTION
            self._now.strange_from = self._now.strange_from or self._last(at)
        self._now.shown.append(self._text(read))

    def _last(self, at: int) -> Sign:
        return self._way[at - 1].symbol.sign if at else Sign.NOISE

    def _text(self, read: Read) -> str:
        return " ".join(w.shown for w in self._words[read.start : read.end] if w.shown)

    def _open(self, read: Read, sign: Sign, heads: tuple[str, ...]) -> Part:
        part = Part(sign=sign, heads=heads, gap=self._words[read.start].gap)
        if not self.parts:
            lead, self._lead = self._lead, Part()
            part.before, part.units = lead.offices, lead.units
            part.strange, part.foreign, part.old = lead.strange, lead.foreign, lead.old
            part.cautious, part.strange_from = lead.cautious, lead.strange_from
            part.shown = lead.shown
        part.marks = self._marks
        if self._spread and part.gap < END and not part.marks:
            part.carried = True
        elif self._marks:
            self._spread = next((mark for mark in self._marks if mark in NOT_HOLDING), None)
        else:
            self._spread = None
        self._marks = []
        self.parts.append(part)
        return part

    def _is_specialist(self, part: Part) -> bool:
        return part.sign is Sign.WORK or (
            part.sign is Sign.HEAD and bool(self._specialists.intersection(part.heads))
        )

    def _work(self, read: Read) -> None:
        part = self._now
        kept = [mark for mark in self._marks if mark is not Mark.IN_CHARGE]
        if part.is_title and not kept and (self._is_specialist(part) or self._marks):
            self._marks = []
            if self._is_specialist(part):
                part.works.append(read.symbol.codes)
            return
        if part.is_title and not kept and self._words[read.start].gap < END:
            return
        self._open(read, Sign.WORK, ()).works.append(read.symbol.codes)

    def _office(self, read: Read) -> None:
        part = self._now
        if Mark.IN_CHARGE in self._marks:
            same = not part.offices or set(part.offices[0].codes) & set(read.symbol.codes)
            if part.is_title and (same or self._is_specialist(part)):
                if not self._is_specialist(part):
                    part.marks += self._marks
                self._marks = []
            else:
                part = self._open(read, Sign.HEAD, (IN_CHARGE_OF,))
        part.offices.append(read.symbol)

    def _mark(self, at: int, mark: Mark) -> None:
        after = self._way[at + 1].symbol.sign if at + 1 < len(self._way) else None
        closed = at + 1 < len(self._way) and self._words[self._way[at + 1].start].gap >= COMMA
        if closed and self._now.is_title:
            after = None
        waits = after in OPENING or after in (Sign.MARK, Sign.WORK)
        if mark is Mark.IN_CHARGE and after is Sign.AREA:
            return
        waits |= mark is Mark.IN_CHARGE and after in (Sign.OFFICE, Sign.UNIT)
        waits |= after is Sign.OFFICE and not self._now.is_title
        if waits:
            self._marks.append(mark)
        elif mark is Mark.CEASED:
            for part in self.parts or [self._lead]:
                part.marks.append(mark)
        else:
            self._now.marks.append(mark)

    def _name(self, at: int, read: Read) -> None:
        """A city that is a province, or one that is not."""
        before = self._way[at - 1].symbol
        if before.tiers != CITY:
            return
        kind = self._lexicon.kind_of_name(self._words[read.start : read.end])
        if kind == BOTH_NAME:
            return
        tiers = frozenset({Tier.PROVINCE if kind == CITY_NAME else Tier.DISTRICT})
        if before.sign in PLACES:
            self._now.units[-1] = tiers
        elif before.sign in (Sign.OFFICE, Sign.AFTER_HEAD):
            self._now.offices[-1] = before._replace(tiers=tiers)

    def _old(self, at: int) -> None:
        before = self._way[at - 1].symbol.sign
        if before is Sign.HEAD:
            self._now.marks.append(Mark.FORMER)
        else:
            self._now.old = True

    def _finish(self) -> None:
        for mark in self._marks:
            self._now.marks.append(mark)
        if not self.parts:
            self.parts.append(self._lead)
