"""The rows of the sheets of a plan workbook, in unit, office, rank and name order."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from data.papers.plan_record import (
    Solution,
    write_assumed,
    write_proof,
)
from planner.case import Case
from planner.check import Report
from planner.check.finding_words import about, finding_text, named
from planner.check.whence import whence
from planner.figures.summary import unit_figures
from planner.plan import Finding, Placement, Plan
from planner.plan.counts import vacant
from planner.plan.duties import Duty, duties, task_findings
from planner.plan.form import decision, dossiers
from planner.rules import rule_of
from planner.text.vietnamese import SortKey, name_key, text_key
from planner.why.reasons import Grounds, grounds, sentence, why_surplus, why_vacant

MAIN, CONCURRENT = "Chính", "Kiêm nhiệm"
Rows = Iterator[list[Any]]


@dataclass(frozen=True)
class Printed:
    """What the sheets of one plan workbook are drawn from."""

    case: Case
    plan: Plan
    report: Report
    solution: Solution

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        return duties(self.case, self.plan)


def _row_key(case: Case, row: Placement, post: str) -> tuple[SortKey, int, SortKey]:
    unit = case.unit_of(post)
    cadre = case.cadre(row.cadre)
    return text_key(unit.name), case.title_of(post).order, name_key(cadre.name)


def placed_rows(of: Printed) -> Rows:
    case, plan = of.case, of.plan
    held = [(row, post) for row in plan.placements for post in row.posts]
    held.sort(key=lambda pair: _row_key(case, *pair))
    reasons: dict[str, Grounds] = {}
    for number, (row, post) in enumerate(held, 1):
        cadre = case.cadre(row.cadre)
        title, unit = case.title_of(post), case.unit_of(post)
        why = reasons.setdefault(row.cadre, grounds(case, row))
        main = post == row.main
        distance = int(
            case.whereabouts.distances[case.commune_at[unit.code], case.cadre_at[cadre.code]]
        )
        yield [
            number,
            unit.full_name,
            title.office.named(unit.type),
            title.name,
            MAIN if main else CONCURRENT,
            cadre.code,
            cadre.name,
            cadre.born.strftime("%d/%m/%Y"),
            whence(case, cadre),
            decision(case, row).form if main else CONCURRENT,
            distance if main else None,
            "; ".join(str(r) for r in (*why.passed, *why.conditions)) if main else "",
            "; ".join(str(r) for r in why.met) if main else "",
            "; ".join(str(r) for r in why.missed) if main else "",
            post,
        ]


def vacant_rows(of: Printed) -> Rows:
    case, plan = of.case, of.plan
    rows = sorted(
        vacant(case, plan),
        key=lambda row: (
            not case.title_of(row[0]).key,
            not case.title_of(row[0]).scarce,
            text_key(case.unit_of(row[0]).name),
            case.title_of(row[0]).order,
        ),
    )
    for number, (code, short) in enumerate(rows, 1):
        unit = case.unit_of(code)
        title = case.title_of(code)
        yield [
            number,
            unit.full_name,
            title.office.named(unit.type),
            title.name,
            short,
            "Chủ chốt" if title.key else "",
            sentence(why_vacant(case, plan, code)),
        ]


def surplus_rows(of: Printed) -> Rows:
    case, plan = of.case, of.plan
    people = [case.cadre(code) for code in plan.surplus]
    for number, cadre in enumerate(sorted(people, key=lambda c: (name_key(c.name), c.code)), 1):
        yield [
            number,
            cadre.code,
            cadre.name,
            cadre.born.strftime("%d/%m/%Y"),
            whence(case, cadre),
            sentence(why_surplus(case, cadre.code)),
        ]


def conditions_rows(of: Printed) -> Rows:
    case, report = of.case, of.report
    for number, (code, verdict) in enumerate(report.conditions, 1):
        until = f"{verdict.until:%d/%m/%Y}" if verdict.until else ""
        name = case.cadre(code).name
        yield [number, code, name, verdict.condition, until, verdict.norm.source]


def dossiers_rows(of: Printed) -> Rows:
    case, plan = of.case, of.plan
    number = 0
    for body, rows in dossiers(case, plan).items():
        for row, decided in rows:
            number += 1
            unit = case.unit_of(row.main)
            yield [
                number,
                body,
                decided.form,
                unit.full_name,
                case.title_of(row.main).name,
                case.cadre(row.cadre).name,
                decided.norm.source if decided.norm else "",
            ]


def duties_rows(of: Printed) -> Rows:
    case = of.case
    tasks = {task.code: task for task in case.tasks}
    for duty in of.duties:
        task, unit = tasks[duty.task], case.unit(duty.commune)
        yield [
            unit.full_name,
            task.name,
            task.field,
            named(case, duty.owner) if duty.owner else "CHƯA CÓ",
            case.title_of(duty.post).name if duty.post else "",
            named(case, duty.deputy) if duty.deputy else "CHƯA CÓ",
            task.load,
        ]


def task_troubles_rows(of: Printed) -> Rows:
    case = of.case
    names = {task.code: task.name for task in case.tasks}
    for trouble in task_findings(case, of.duties):
        yield [
            case.unit(trouble.commune).full_name,
            names.get(trouble.task, ""),
            named(case, trouble.cadre) if trouble.cadre else "",
            trouble.trouble.value,
            trouble.amount,
            trouble.norm.source,
        ]


def summary_rows(of: Printed) -> Rows:
    case, plan = of.case, of.plan
    units = sorted(
        unit_figures(case, plan),
        key=lambda figures: text_key(case.unit(figures.commune).name),
    )
    for figures in units:
        name = case.unit(figures.commune).full_name
        for block, f in figures.blocks.items():
            here = f.present if case.roster.running else None
            told = [name, block.label, f.quota, here, f.placed, f.vacant, f.excess]
            yield [*told, "", *("" for _ in figures.able), ""]
        yield [
            name,
            "Cộng",
            figures.total("quota"),
            figures.present,
            *(figures.total(n) for n in ("placed", "vacant", "excess")),
            figures.surplus,
            *figures.able.values(),
            figures.concurrent,
        ]


def rule_rows(of: Printed) -> Rows:
    case, report = of.case, of.report
    for code, (amount, cost) in report.by_rule.items():
        rule = rule_of(code)
        sources = dict.fromkeys(norm.source for norm in rule.norms(case))
        yield [code, rule.title, amount, cost, "; ".join(sources)]


def findings_rows(of: Printed) -> Rows:
    for finding in of.report.findings:
        yield _finding(of.case, finding)


def _finding(case: Case, finding: Finding) -> list[Any]:
    title = finding.norm.title if finding.rule == "plan" else rule_of(finding.rule).title
    mark = "VI PHẠM: " if finding.breach else ""
    return [
        f"{mark}{title}",
        about(case, finding),
        finding.amount,
        finding.cost,
        finding_text(case, finding),
        finding.norm.source,
    ]


def assumed_rows(of: Printed) -> Rows:
    yield from write_assumed(of.case, of.report, of.solution)


def proof_rows(of: Printed) -> Rows:
    if of.solution.certificate is not None:
        yield from write_proof(of.solution.certificate)
