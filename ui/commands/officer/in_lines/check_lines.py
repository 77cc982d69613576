"""A checked plan in words on the console."""

from collections.abc import Iterator

from planner.check.finding_words import about, finding_text
from planner.text.numbers import number
from ui.desk.drafted import Checked
from ui.desk.in_words import beside_unbound, unbound_lines
from ui.words.command_words import say


def checked_lines(checked: Checked, lang: str) -> Iterator[str]:
    case, report = checked.case, checked.report
    if not checked.same_input:
        yield say("other_input", lang)
    for norm in case.norms.own:
        yield f"{say('own_norm', lang)}: {norm.id}, {norm.title} ({norm.source})"
    yield f"{say('breaches', lang)}: {len(report.breaches)}"
    for finding in report.breaches:
        text = finding_text(case, finding)
        yield f"  {about(case, finding)}: {text} [{finding.norm.source}]"
    if report.lawful:
        yield f"{beside_unbound(say('lawful', lang), len(report.unbound), lang)}."
    for label, value in unbound_lines(report.unbound, lang):
        yield f"{label}: {value}"
    yield f"{say('cost', lang)}: {number(report.cost)}"
    if report.proven is not None:
        yield f"{say('proven', lang)}: {number(report.proven)}"
    if checked.bound is not None and checked.bound > (report.proven or 0):
        yield say("searched", lang, bound=number(checked.bound))
    for code, (amount, cost) in report.by_rule.items():
        yield f"  {code}: {number(amount)} ({number(cost)} {say('points', lang)})"
