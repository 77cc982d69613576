"""Wishes in plain words and as levels: how much each counts, as a multiple of its own price."""

from dataclasses import dataclass, replace

from planner.case.scenario import Scenario
from planner.law.norm import Force, Norm, Norms
from planner.rules import all_rules

LEVELS = {"Tắt": 0, "Thấp": 50, "Vừa": 100, "Cao": 200, "Rất cao": 400}
"""Level → percent of the norm's own price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One wish under a scenario; `level` is a key of LEVELS, the nearest when set by hand."""

    rule: str
    name: str
    help: str
    norms: tuple[Norm, ...]
    """Its norms with their own prices."""
    level: str
    changed: bool


def wishes(own: Norms, scenario: Scenario) -> tuple[Wish, ...]:
    """The wishes in force; `own` are the norms before the scenario lays its prices over them."""
    found = []
    worded = [(rule, words) for rule in all_rules() if (words := rule.wish_words())]
    for rule, words in sorted(worded, key=lambda entry: entry[1].about):
        norms = tuple(n for n in own.of(rule.code) if n.force is Force.WISH and n.price)
        if norms:
            lead = norms[0]
            part = 100 * scenario.prices.get(lead.id, lead.price) // lead.price
            level = min(LEVELS, key=lambda name: abs(LEVELS[name] - part))
            changed = any(n.id in scenario.prices for n in norms)
            found.append(
                Wish(
                    rule=rule.code,
                    name=words.name,
                    help=words.help,
                    norms=norms,
                    level=level,
                    changed=changed,
                )
            )
    return tuple(found)


def at_level(scenario: Scenario, wish: Wish, level: str) -> Scenario:
    """The scenario with one wish at another level; at "Vừa" the norm's own price holds again."""
    names = {norm.id for norm in wish.norms}
    prices = {code: price for code, price in scenario.prices.items() if code not in names}
    if LEVELS[level] != LEVELS["Vừa"]:
        prices |= {n.id: n.price * LEVELS[level] // 100 for n in wish.norms}
    return replace(scenario, prices=prices)
