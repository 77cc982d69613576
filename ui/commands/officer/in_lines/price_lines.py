"""Prices of other places in words on the console."""

from collections.abc import Iterator

from planner.text.numbers import number
from ui.commands.officer.in_lines.priced_options import Priced, PricedOption
from ui.words.command_words import say


def price_lines(priced: Priced, lang: str) -> Iterator[str]:
    yield f"  {say(priced.key, lang)}:"
    if not priced.options:
        yield f"    {say('no_option', lang)}"
    for row in priced.options:
        posts = ", ".join(post.name for post in row.posts)
        yield f"    - {row.name} → {posts}: {_price(row, lang)}"


def _price(row: PricedOption, lang: str) -> str:
    least = number(row.at_least)
    if row.at_most is None:
        return say("price_least", lang, least=least)
    most = number(row.at_most)
    if row.exact:
        return say("price_exact", lang, points=most)
    return say("price_between", lang, least=least, most=most)
