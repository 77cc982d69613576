"""A norm changed on screen: what is typed becomes an edit of the department, kept or taken back."""

from collections.abc import Mapping
from datetime import date

from data.norms.edits import Edit
from data.papers.catalogue import changes_of_law, next_words, rules_in_order
from planner.law.changes import LawChange
from planner.law.figure import Figure
from planner.law.norm import OTHER_USES, Force, Norm
from planner.rules.shape import Frame, Preference, Rule
from ui.desk.work.inputs import Inputs

NEEDS_SOURCE = "Chưa lưu: cần ghi căn cứ của thay đổi."
ALL = "Mọi lĩnh vực"


def slot_of(norm: Norm) -> str:
    """Under which edits of a norm are kept: its name and scope."""
    return f"{norm.id}/{sorted(norm.scope.items())}"


def figures_of_norm(norm: Norm) -> dict[str, str]:
    """What of a norm can be typed: name → number with its unit."""
    return {name: value.text for name, value in norm.values.items() if isinstance(value, Figure)}


def rule_of_norm(norm: Norm) -> Rule | None:
    """The rule that reads a norm; None when something else does."""
    return next((rule for rule in rules_in_order() if rule.code == norm.used_by), None)


def forces_of(norm: Norm) -> list[Force]:
    """Forces that a norm may take: a wish of an engine cannot become a must."""
    prefers = isinstance(rule_of_norm(norm), Preference)
    return [f for f in Force if f is norm.force or not (prefers and f is Force.MUST)]


def priced(norm: Norm) -> bool:
    """Whether missing a norm is counted in points."""
    rule = rule_of_norm(norm)
    return rule is not None and not isinstance(rule, Frame)


def change_norm(
    inputs: Inputs, norm: Norm, force: Force, price: int, typed: Mapping[str, str], source: str
) -> str:
    """Keeps an edit of the norm with its source; what speaks against it, and then nothing has
    changed."""
    if not source.strip():
        return NEEDS_SOURCE
    edit = Edit(
        norm=norm.id,
        scope=tuple(sorted(norm.scope.items())),
        force=force.value,
        price=price,
        values=tuple(typed.items()),
        source=source.strip(),
    )
    edits = {**inputs.edits, slot_of(norm): edit}
    saved = inputs.change_law(edits, inputs.given, norm.id, edit.source)
    return "" if saved else inputs.said.problem


def put_back(inputs: Inputs, norm: Norm) -> None:
    """Takes the edit of a norm back."""
    kept = {slot: edit for slot, edit in inputs.edits.items() if slot != slot_of(norm)}
    inputs.change_law(kept, inputs.given, f"{norm.id}: trả về như cũ")


def take_norm_file(inputs: Inputs, name: str, content: bytes) -> None:
    """A norm file of the department, laid over those there are; `problem` when it cannot be."""
    text = content.decode("utf-8", errors="replace")
    inputs.change_law(inputs.edits, {**inputs.given, name: text}, name)


def norms_found(norms: tuple[Norm, ...], subject: str, words: str) -> list[tuple[str, Norm]]:
    """(title of the rule or use, norm) of a subject, or of all, whose texts have the words; rules
    in their order, other uses behind."""
    rules = [rule for rule in rules_in_order() if subject in (ALL, rule.subject.value)]
    users = [(rule.code, rule.title) for rule in rules]
    if subject == ALL:
        users += [(use, title.capitalize()) for use, title in OTHER_USES.items()]
    return [
        (title, norm)
        for code, title in users
        for norm in norms
        if norm.used_by == code
        and words.lower() in f"{norm.id} {norm.title} {norm.source} {title}".lower()
    ]


def law_on(inputs: Inputs, day: date) -> tuple[LawChange, ...]:
    """What the law says otherwise on `day` than on the case's day."""
    case = inputs.case
    assert case is not None
    return changes_of_law(case.scenario.as_of, day, case.roster.province, inputs.overlay)


def next_of(inputs: Inputs, norm: Norm) -> str:
    """What takes over from a norm and when; empty while it has no end."""
    case = inputs.case
    assert case is not None
    return next_words(norm, case.roster.province, inputs.overlay)
