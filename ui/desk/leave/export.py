"""One kind of file that leaves: what it is of, in which formats, and what the journal calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ui.desk.leave.material import Material


class Scope(Enum):
    """What one file is of."""

    PROJECT = "project"
    ROSTER = "roster"
    PLAN = "plan"
    PLANS = "plans"
    """Several plans, or one and the present state."""
    UNIT = "unit"
    """One unit in one plan."""


@dataclass(frozen=True)
class Format:
    name: str
    suffix: str
    type: str
    """Its media type."""


EXCEL = Format(
    "Excel", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)
PDF = Format("PDF", ".pdf", "application/pdf")
PNG = Format("PNG", ".png", "image/png")
SVG = Format("SVG", ".svg", "image/svg+xml")
MARKDOWN = Format("Văn bản .md", ".md", "text/markdown")
TOML = Format("TOML", ".toml", "application/toml")
PROJECT = Format(".sapxep", ".sapxep", "application/octet-stream")
DRAWN = (PDF, PNG, SVG)


@dataclass(frozen=True)
class About:
    """What is asked for: plans by code ("" for the present state), a unit, another day's law."""

    plans: tuple[str, ...] = ()
    unit: str = ""
    day: date | None = None

    @property
    def plan(self) -> str:
        return self.plans[-1] if self.plans else ""


@dataclass(frozen=True, kw_only=True)
class Export:
    """`kind` names it for scripts; `formats` the first of which is the usual one; `log_word` what
    the journal says left; `make` gives the file, or the text or drawing that becomes it."""

    kind: str
    title: str
    help: str
    scope: Scope
    formats: tuple[Format, ...]
    stem: str
    log_word: str
    make: Callable[[Material, About], bytes | str]
    of_present: bool = False
    """Whether one of a plan can be of the present state too."""
    sensitive: bool = False
    """Whether it holds what the law protects about people: written only where it is named."""
    unless: Callable[[Material], str] = lambda material: ""
    """Why there is no such file of a material; empty when there is."""
