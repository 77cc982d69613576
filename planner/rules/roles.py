"""Roles: what a rule can tell reports besides what it forbids or charges.

Who explains, counts or draws asks for the rules of a role, and names none.
"""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from planner.case import Case
from planner.law.norm import Norm
from planner.roster import Cadre, Title
from planner.rules.competence import Competence, FieldsAsked, LevelAsked
from planner.rules.shape import Count, Frame, Preference, Rule


class Asking(Rule):
    """Asks something of whoever holds a title."""

    competences: ClassVar[tuple[Competence, ...]] = ()
    """Those of which it asks levels."""

    @abstractmethod
    def asks(self, case: Case, title: Title) -> Iterator[FieldsAsked | LevelAsked]: ...


class Trainable(Count):
    """Counts people who can do something that others can be trained for; its bounds are about a
    unit first."""

    @abstractmethod
    def capable(self, cadre: Cadre, norm: Norm) -> bool: ...

    @abstractmethod
    def trained(self, cadre: Cadre, norm: Norm) -> Cadre:
        """The cadre once trained to what the norm asks."""

    def progress(self, cadre: Cadre) -> int:
        """How far somebody is already; who is further is trained first."""
        return 0


class FillsSeats(Count):
    """Asks that posts be filled; its bounds are about a post."""

    @abstractmethod
    def priced(self, case: Case, title: Title) -> Norm | None:
        """The norm that prices an empty seat of `title`."""


class CapsSeats(Count):
    """Lets no more people on a post than it has seats; its bounds are about a post."""


class CapsHolders(Frame):
    """Lets no file and no way out give a post more seats than the law knows holders."""

    @abstractmethod
    def full(self, case: Case, post: str) -> bool:
        """Whether no seat may be added to the post."""


class CapsBlocks(Count):
    """Lets no more people into a block than its quota; its bounds are about a unit and a block."""


class PlacesPeople(Preference):
    """Charges whoever is left without a post."""


class KeepsNear(Preference):
    """Charges whoever is placed away from where they are today."""

    @abstractmethod
    def price_of_leaving(self, case: Case) -> int:
        """Points for leaving the own unit, however near the new one is."""
