"""How far a cost can be from the best, as a share."""


def relative_gap(cost: int | None, bound: int | None) -> float | None:
    """(cost − bound) / cost; 0 when both are 0; None when either is missing."""
    if cost is None or bound is None:
        return None
    return (cost - bound) / cost if cost else 0.0
