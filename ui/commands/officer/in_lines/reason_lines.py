"""Reasons in words on the console."""

from collections.abc import Iterator

from planner.why.reasons import Reason
from ui.commands.officer.in_lines.reasons_asked import OtherPair, PlaceReasons, PostReasons, Reasons
from ui.words.command_words import say


def reason_lines(found: Reasons, lang: str) -> Iterator[str]:
    if isinstance(found, PostReasons):
        yield from _of_post(found, lang)
        return
    if isinstance(found, OtherPair):
        yield from _of_pair(found, lang)
        return
    yield f"{found.name} ({found.cadre})"
    yield f"  {say('from', lang)}: {found.whence}"
    if not isinstance(found, PlaceReasons):
        yield from _group("reasons", found.reasons, lang)
        return
    for post in found.posts:
        yield f"  → {post.name} [{post.code}]"
    if found.form:
        body = f", {found.body}" if found.body else ""
        yield f"  {say('form', lang)}: {found.form}{body}"
    yield from _group("passed", found.why.passed, lang)
    yield from _group("conditions", found.why.conditions, lang)
    yield from _group("met", found.why.met, lang)
    yield from _group("missed", found.why.missed, lang)


def _of_post(found: PostReasons, lang: str) -> Iterator[str]:
    yield found.name
    yield f"  {say('vacant', lang)}: {found.vacant}"
    yield from _group("reasons", found.reasons, lang)
    for holder in found.holders:
        yield from (f"  {line}" for line in reason_lines(holder, lang))


def _of_pair(pair: OtherPair, lang: str) -> Iterator[str]:
    yield f"{pair.name} ({pair.found.cadre})"
    for post in pair.posts:
        yield f"  → {post.name} [{post.code}]"
    yield f"  {say('pair_lawful' if pair.found.lawful else 'pair_unlawful', lang)}"
    for person in pair.displaced:
        yield f"  {say('displaced', lang)}: {person.name}"
    yield from _group("conditions", pair.found.conditions, lang)
    yield from _group("refused", pair.found.refused, lang)
    yield from _group("broken", pair.found.broken, lang)


def _group(title: str, reasons: tuple[Reason, ...], lang: str) -> Iterator[str]:
    if reasons:
        yield f"  {say(title, lang)}:"
    for reason in reasons:
        yield f"    - {reason}"
