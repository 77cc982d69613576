"""A finding: what a rule has to say about a plan, with who, where and how much."""

from dataclasses import dataclass

from planner.law.norm import Norm


@dataclass(frozen=True, slots=True)
class Finding:
    """`amount` units of rule `rule` missed about `about` (codes of people, posts, units)."""

    rule: str
    about: tuple[str, ...]
    amount: int
    norm: Norm

    @property
    def breach(self) -> bool:
        return self.norm.must

    @property
    def cost(self) -> int:
        """Points; a breach costs nothing because it is not allowed at any price."""
        return 0 if self.breach else self.amount * self.norm.price
