"""The policy of concurrent posts: by law, only what is required, or all that is allowed."""

from enum import StrEnum


class ConcurrencyPolicy(StrEnum):
    """How far the department goes along with what the law only allows to be held together."""

    BY_LAW = "by_law"
    """As the norms say, each at its price."""
    REQUIRED = "required"
    """Only what a must demands."""
    FREE = "free"
    """Whatever is allowed, at no price."""

    @property
    def label(self) -> str:
        return {
            "by_law": "Theo quy định",
            "required": "Chỉ điều bắt buộc",
            "free": "Được kiêm là kiêm",
        }[self.value]
