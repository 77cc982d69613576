"""Prices of other places: at least so much, and at most so much once confirmed."""

from dataclasses import asdict, dataclass
from typing import Any

from planner.check.finding_words import named
from planner.why.prices import Option, Prices
from solver.proof.confirmed_price import Confirmer
from ui.commands.officer.in_lines.reasons_asked import Named, asked_pair
from ui.desk.drafted import Checked

CONFIRMED = 3
"""Options whose price is confirmed by placing people again."""


@dataclass(frozen=True, kw_only=True)
class PricedOption:
    """One person on one post, with all `posts` it comes with. `at_most` None: not confirmed."""

    cadre: str
    name: str
    post: str
    posts: tuple[Named, ...]
    at_least: int
    at_most: int | None
    exact: bool

    @property
    def expected(self) -> int:
        return self.at_least if self.at_most is None else self.at_most

    def as_json(self) -> dict[str, Any]:
        return {
            "cadre": self.cadre,
            "name": self.name,
            "post": self.post,
            "posts": [asdict(post) for post in self.posts],
            "at_least": self.at_least,
            "at_most": self.at_most,
            "exact": self.exact,
            "ruled_out": self.at_least > 0,
        }


@dataclass(frozen=True)
class Priced:
    """Options, the cheapest first; `of_one_pair` when just one was asked for."""

    options: tuple[PricedOption, ...]
    of_one_pair: bool

    @property
    def key(self) -> str:
        return "price" if self.of_one_pair else "options"

    def as_json(self) -> dict[str, Any]:
        return {self.key: [option.as_json() for option in self.options]}


def prices_of(
    checked: Checked, cadre: str | None, post: str | None, other: str | None
) -> Priced | None:
    """The best other places of a person, the best other people for a post, or the price of one
    pair; None when the plan has no certificate or is not lawful."""
    if checked.certificate is None or not checked.report.lawful:
        return None
    case, plan, cost = checked.case, checked.plan, checked.report.cost
    found = _options(Prices(case, plan, cost, checked.certificate), *asked_pair(cadre, post, other))
    confirm = Confirmer(case, plan, cost, checked.certificate)
    rows = [
        _priced(checked, option, confirm if place < CONFIRMED else None)
        for place, option in enumerate(found)
    ]
    return Priced(tuple(sorted(rows, key=lambda row: row.expected)), other is not None)


def _options(prices: Prices, cadre: str | None, post: str | None) -> tuple[Option, ...]:
    if cadre is not None and post is not None:
        option = prices.of_pair(cadre, post)
        return (option,) if option else ()
    if cadre is not None:
        return prices.of_cadre(cadre)
    assert post is not None
    return prices.of_post(post)


def _priced(checked: Checked, option: Option, confirm: Confirmer | None) -> PricedOption:
    found = confirm.pinned(option.cadre, option.post) if confirm else None
    case = checked.case
    return PricedOption(
        cadre=option.cadre,
        name=named(case, option.cadre),
        post=option.post,
        posts=tuple(Named(code, named(case, code)) for code in option.posts),
        at_least=option.at_least,
        at_most=found.at_most if found else None,
        exact=bool(found and found.exact),
    )
