"""Prices of other places, for both faces: at least so much, and at most so much once confirmed."""

from collections.abc import Iterator
from typing import Any

from planner.check.finding_words import named
from planner.text.numbers import number
from planner.why.prices import Option, Prices
from planner.why.swaps import swaps
from solver.proof.confirmed_price import Confirmer
from ui.desk.drafted import Checked
from ui.words.command_words import say

CONFIRMED = 3
"""Options whose price is confirmed by placing people again."""


def prices_of(
    checked: Checked, cadre: str | None, post: str | None, instead: str | None
) -> dict[str, Any]:
    """The best other places of a person, the best other people for a post, or the price of one
    pair; empty when the plan has no certificate or is not lawful."""
    if checked.certificate is None or not checked.report.lawful:
        return {}
    case, plan, cost = checked.case, checked.plan, checked.report.cost
    prices = Prices(case, plan, cost, checked.certificate)
    if instead is not None:
        who, where = (cadre, instead) if cadre is not None else (instead, post)
        assert who is not None and where is not None
        option = prices.of_pair(who, where)
        options: tuple[Option, ...] = (option,) if option else ()
    elif cadre is not None:
        options = prices.of_cadre(cadre)
    else:
        assert post is not None
        options = prices.of_post(post)
    confirm = Confirmer(case, plan, cost, checked.certificate)
    rows = [
        _row(checked, option, confirm if place < CONFIRMED else None)
        for place, option in enumerate(options)
    ]
    rows.sort(key=lambda row: row["at_least"] if row["at_most"] is None else row["at_most"])
    return {"price" if instead is not None else "options": rows}


def _row(checked: Checked, option: Option, confirm: Confirmer | None) -> dict[str, Any]:
    found = confirm.pinned(option.cadre, option.post) if confirm else None
    case = checked.case
    return {
        "cadre": option.cadre,
        "name": named(case, option.cadre),
        "post": option.post,
        "posts": [{"code": code, "name": named(case, code)} for code in option.posts],
        "at_least": option.at_least,
        "at_most": found.at_most if found else None,
        "exact": bool(found and found.exact),
        "ruled_out": option.at_least > 0,
    }


def price_lines(told: dict[str, Any], lang: str = "vi") -> Iterator[str]:
    """The same for people."""
    for key in ("options", "price"):
        if key not in told:
            continue
        yield f"  {say(key, lang)}:"
        if not told[key]:
            yield f"    {say('no_option', lang)}"
        for row in told[key]:
            posts = ", ".join(post["name"] for post in row["posts"])
            yield f"    - {row['name']} → {posts}: {_price(row, lang)}"


def _price(row: dict[str, Any], lang: str) -> str:
    if row["exact"]:
        return say("price_exact", lang, points=number(row["at_most"]))
    least = number(row["at_least"])
    if row["at_most"] is not None:
        return say("price_between", lang, least=least, most=number(row["at_most"]))
    return say("price_least", lang, least=least)


def swaps_of(checked: Checked) -> list[dict[str, Any]]:
    """Circles of two to four people who could change places with nobody worse off."""
    case, plan = checked.case, checked.plan
    return [
        {
            "total": swap.total,
            "people": [
                {
                    "cadre": code,
                    "name": named(case, code),
                    "takes": [
                        {"code": post, "name": named(case, post)}
                        for post in plan.by_cadre[taken][0].posts
                    ],
                    "gain": gain,
                }
                for code, taken, gain in zip(
                    swap.cadres, (*swap.cadres[1:], swap.cadres[0]), swap.gains, strict=True
                )
            ],
        }
        for swap in swaps(case, plan)
    ]


def swap_lines(rows: list[dict[str, Any]], lang: str = "vi") -> Iterator[str]:
    if not rows:
        yield say("no_swap", lang)
    for place, row in enumerate(rows, 1):
        yield say("swap", lang, n=place, points=number(row["total"]))
        for person in row["people"]:
            posts = ", ".join(post["name"] for post in person["takes"])
            yield f"  {person['name']} → {posts} (−{number(person['gain'])})"
