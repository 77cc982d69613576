"""Offices, titles and the posts that cadres are placed on."""

from dataclasses import dataclass

from planner.roster.levels import Block, Education, Grade, ItLevel, Theory, UnitType


@dataclass(frozen=True, slots=True)
class Office:
    code: str
    name: str
    block: Block
    ward_name: str = ""
    """Its name in a ward, when another one."""

    def named(self, unit: UnitType) -> str:
        return self.ward_name if self.ward_name and unit is UnitType.WARD else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A kind of post: what it is and what it asks of its holder."""

    code: str
    name: str
    office: Office
    grade: Grade
    order: int
    """Place in the unit's list: office by office, rank by rank."""
    key: bool = False
    scarce: bool = False
    education: Education = Education.UNIVERSITY
    theory: Theory = Theory.NONE
    party: bool = False
    fields: frozenset[str] = frozenset()
    """Fields of training, any of which fits; empty asks for none."""
    it: ItLevel = ItLevel.NONE

    @property
    def block(self) -> Block:
        return self.office.block

    @property
    def role(self) -> str:
        """The title that norms and bodies name; variants of it in a workbook ("X~2") share it."""
        return self.code.split("~")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The seats of one title in one commune; `minimum` must be filled, `maximum` never passed."""

    code: str
    commune: str
    title: str
    minimum: int
    maximum: int
