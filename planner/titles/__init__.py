"""What a title is: its role and level, recognised however it is spelled."""

from planner.titles.letters import form_of
from planner.titles.level import CommitteeLevel, Level, LevelRow, LevelTable, OwnLadder
from planner.titles.readings import Membership, OfficeReading, Reading, RoleRead
from planner.titles.recogniser import read_office, read_title
from planner.titles.role import (
    ANY_OFFICE,
    Head,
    OfficeKind,
    Origin,
    Role,
    Sign,
    SpelledTier,
    Synonyms,
    Wording,
)
from planner.titles.rungs import COMMUNES, TIERS_OF_PLACE, Mark, ReadingKind, Rung, Tier
from planner.titles.title_table import TitleTable

__all__ = [
    "ANY_OFFICE",
    "COMMUNES",
    "TIERS_OF_PLACE",
    "CommitteeLevel",
    "Head",
    "Level",
    "LevelRow",
    "LevelTable",
    "Mark",
    "Membership",
    "OfficeKind",
    "OfficeReading",
    "Origin",
    "OwnLadder",
    "Reading",
    "ReadingKind",
    "Role",
    "RoleRead",
    "Rung",
    "Sign",
    "SpelledTier",
    "Synonyms",
    "Tier",
    "TitleTable",
    "Wording",
    "form_of",
    "read_office",
    "read_title",
]
