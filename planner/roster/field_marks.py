"""Marks of dataclass fields (in their metadata) that a fingerprint reads."""

LATER = "later"
"""A field that came after plans had been written: at its default it is left out, so that those
plans still agree with theirs."""
UNREAD = "unread"
"""A field that no rule reads: it is always left out."""
