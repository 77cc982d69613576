"""What a desk has to tell whoever sits at it."""

from dataclasses import dataclass


@dataclass
class Said:
    """Both stay until they are put away or something newer takes their place."""

    problem: str = ""
    """Why the last change could not be made."""
    notice: str = ""
    """What happened besides what was asked for, or while nobody looked."""
