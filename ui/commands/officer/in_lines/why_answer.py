"""What `sapxep why` answers: reasons, and prices where they can be proven."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ui.commands.officer.in_lines.price_lines import price_lines
from ui.commands.officer.in_lines.priced_options import Priced, prices_of
from ui.commands.officer.in_lines.reason_lines import reason_lines
from ui.commands.officer.in_lines.reasons_asked import Reasons, reasons_of
from ui.desk.drafted import Checked


@dataclass(frozen=True)
class WhyAnswer:
    reasons: Reasons
    priced: Priced | None

    def as_json(self) -> dict[str, Any]:
        return {**self.reasons.as_json(), **(self.priced.as_json() if self.priced else {})}


def why_answer(
    checked: Checked, cadre: str | None, post: str | None, other: str | None, with_prices: bool
) -> WhyAnswer:
    """As `reasons_of` and `prices_of` take it. Raises KeyError for a code that is not known."""
    reasons = reasons_of(checked.case, checked.plan, cadre, post, other)
    return WhyAnswer(reasons, prices_of(checked, cadre, post, other) if with_prices else None)


def why_lines(found: WhyAnswer, lang: str) -> Iterator[str]:
    yield from reason_lines(found.reasons, lang)
    if found.priced is not None:
        yield from price_lines(found.priced, lang)
