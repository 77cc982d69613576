"""Reading a plan workbook back: placements, surplus, and what it says of itself.

Only the sheets of placements, surplus and scenario are read; everything else is for people, so a
hand-made plan needs no more than the first.
"""

import json
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from data.excel.archive import open_cells
from data.excel.cells import as_text
from data.excel.faults import BadWorkbook, Fault
from data.papers.plan_record import (
    ASSUMED,
    AT_LEAST,
    AT_MOST,
    BOUND_KEY,
    COST_KEY,
    JOINT,
    KEPT_KEY,
    MARK_KEYS,
    NOTHING,
    OVERLAY_KEY,
    PROOF,
    PROOF_BOUND_KEY,
    PROOF_HEADERS,
    RULES,
    SCENARIO_KEY,
)
from data.papers.plan_rows import CONCURRENT, MAIN
from data.papers.plan_sheets import PLACED, RULE_HEADERS, SURPLUS
from data.roster_book.sheets.scores import is_scores
from data.scenario_file import BadScenario, scenario_from_json
from planner.case import Scenario
from planner.check.certificate import Certificate, Dual
from planner.check.fingerprint import Fingerprint
from planner.plan import Placement, Plan
from planner.text.vietnamese import fold


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What a plan workbook says of itself; None where a hand-made one says nothing."""

    scenario: Scenario | None = None
    cost: int | None = None
    bound: int | None = None
    by_rule: Mapping[str, tuple[int, int]] | None = None
    fingerprint: Fingerprint | None = None
    overlay: Mapping[str, str] | None = None
    """The department's own norm files the plan was made under, name → text."""
    certificate: Certificate | None = None


@dataclass(frozen=True)
class PlanFile:
    plan: Plan
    stated: Stated
    names_surplus: bool = True
    """Whether it has a sheet of people without a post; a hand-made plan may have none."""


def read_plan(path: Path) -> PlanFile | BadWorkbook:
    """The plan in `path`, or every fault that keeps it from being read as one."""
    cells = open_cells(path, is_scores)
    if isinstance(cells, BadWorkbook):
        return cells
    by_name = {
        fold(name): [[as_text(c) for c in row] for row in rows] for name, rows in cells.items()
    }
    if fold(PLACED) not in by_name:
        there = ", ".join(cells) or "không có trang nào"
        return BadWorkbook(
            (
                Fault(
                    sheet=PLACED,
                    row=0,
                    column="",
                    value="",
                    expected=f"thiếu trang này; tệp có: {there}",
                ),
            )
        )
    faults: list[Fault] = []
    placements = _read_placed(by_name[fold(PLACED)], faults)
    surplus = _read_column(by_name.get(fold(SURPLUS), []), SURPLUS, "Mã cán bộ", faults)
    stated = _read_stated(by_name.get(fold(ASSUMED), []), faults)
    stated = replace(stated, by_rule=_read_rules(by_name.get(fold(RULES), []), faults))
    proof_rows = by_name.get(fold(PROOF), [])
    stated = replace(stated, certificate=_read_proof(proof_rows, stated, faults))
    if faults:
        return BadWorkbook(tuple(faults))
    plan = Plan(tuple(placements), tuple(code for _, code in surplus))
    return PlanFile(plan, stated, fold(SURPLUS) in by_name)


def _header(rows: list[list[str]], wanted: str) -> int | None:
    for number, row in enumerate(rows[:12]):
        if fold(wanted) in (fold(text) for text in row):
            return number
    return None


def _read_column(
    rows: list[list[str]], sheet: str, header: str, faults: list[Fault]
) -> list[tuple[int, str]]:
    """(Excel row, text) of one column; rows that are empty altogether are left out."""
    if not rows:
        return []
    head = _header(rows, header)
    if head is None:
        faults.append(
            Fault(
                sheet=sheet, row=0, column=header, value="", expected="thiếu cột này (cột bắt buộc)"
            )
        )
        return []
    place = [fold(text) for text in rows[head]].index(fold(header))
    found = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        if any(row):
            text = row[place] if place < len(row) else ""
            if not text:
                faults.append(
                    Fault(
                        sheet=sheet,
                        row=number,
                        column=header,
                        value="",
                        expected="không được để trống",
                    )
                )
            found.append((number, text))
    return found


def _read_placed(rows: list[list[str]], faults: list[Fault]) -> list[Placement]:
    headers = ("Mã cán bộ", "Mã chức danh", "Chính / kiêm")
    people, posts, roles = (_read_column(rows, PLACED, h, faults) for h in headers)
    mains: dict[str, list[str]] = {}
    riders: dict[str, list[str]] = {}
    for (number, cadre), (_, post), (_, role) in zip(people, posts, roles, strict=True):
        if fold(role) not in (fold(MAIN), fold(CONCURRENT)):
            expected = f"cần {MAIN} hoặc {CONCURRENT}"
            faults.append(
                Fault(sheet=PLACED, row=number, column=headers[2], value=role, expected=expected)
            )
        (mains if fold(role) == fold(MAIN) else riders).setdefault(cadre, []).append(post)
    placements = []
    for cadre in dict.fromkeys((*mains, *riders)):
        own = mains.get(cadre) or riders.pop(cadre)
        placements.append(Placement(cadre, own[0], tuple(sorted(riders.get(cadre, ())))))
        placements += [Placement(cadre, post) for post in own[1:]]
    return placements


def _read_rules(rows: list[list[str]], faults: list[Fault]) -> Mapping[str, tuple[int, int]] | None:
    if not rows:
        return None
    codes, amounts, costs = (
        _read_column(rows, RULES, header, faults)
        for header in (RULE_HEADERS[0], *RULE_HEADERS[2:4])
    )
    found = {}
    for (number, code), (_, amount), (_, cost) in zip(codes, amounts, costs, strict=True):
        if amount.isdigit() and cost.isdigit():
            found[code] = int(amount), int(cost)
        else:
            faults.append(
                Fault(
                    sheet=RULES,
                    row=number,
                    column=RULE_HEADERS[3],
                    value=cost,
                    expected="cần số nguyên không âm",
                )
            )
    return found


def _read_proof(rows: list[list[str]], stated: Stated, faults: list[Fault]) -> Certificate | None:
    if not rows or stated.certificate is None:
        return None
    norms, abouts, sides, points = (_read_column(rows, PROOF, h, faults) for h in PROOF_HEADERS)
    duals = []
    for (row, norm), (_, about), (_, side), (_, text) in zip(
        norms, abouts, sides, points, strict=True
    ):
        if side not in (AT_LEAST, AT_MOST):
            expected = f"cần {AT_LEAST} hoặc {AT_MOST}"
            faults.append(
                Fault(sheet=PROOF, row=row, column=PROOF_HEADERS[2], value=side, expected=expected)
            )
        elif not text.lstrip("-").isdigit():
            faults.append(
                Fault(
                    sheet=PROOF,
                    row=row,
                    column=PROOF_HEADERS[3],
                    value=text,
                    expected="cần một số nguyên",
                )
            )
        else:
            parts = tuple("" if part == NOTHING else part for part in about.split(JOINT))
            duals.append(Dual(norm, parts, side == AT_LEAST, int(text)))
    return Certificate(stated.certificate.bound, tuple(duals))


def _read_stated(rows: list[list[str]], faults: list[Fault]) -> Stated:
    if not rows:
        return Stated()
    lines = {row[0]: row[1] if len(row) > 1 else "" for row in rows if row and row[0]}
    numbers: dict[str, int | None] = {}
    for key in (COST_KEY, BOUND_KEY, PROOF_BOUND_KEY):
        text = lines.get(key, "")
        numbers[key] = int(text) if text.lstrip("-").isdigit() else None
        if text and numbers[key] is None:
            faults.append(
                Fault(sheet=ASSUMED, row=0, column=key, value=text, expected="cần một số nguyên")
            )
    scenario = None
    if lines.get(SCENARIO_KEY):
        try:
            scenario = scenario_from_json(lines[SCENARIO_KEY])
        except BadScenario as error:
            faults += [
                Fault(sheet=ASSUMED, row=0, column=SCENARIO_KEY, value="", expected=fault)
                for fault in error.faults
            ]
    marks = {part: lines.get(key, "") for part, key in MARK_KEYS.items()}
    mark = Fingerprint(**marks) if all(marks.values()) else None
    overlay = _read_table(rows, OVERLAY_KEY, faults)
    kept = _read_table(rows, KEPT_KEY, faults)
    scenario = replace(scenario, kept=kept) if scenario and kept else scenario
    said = numbers[PROOF_BOUND_KEY]
    return Stated(
        scenario=scenario,
        cost=numbers[COST_KEY],
        bound=numbers[BOUND_KEY],
        fingerprint=mark,
        overlay=overlay,
        certificate=None if said is None else Certificate(said, ()),
    )


def _read_table(rows: list[list[str]], key: str, faults: list[Fault]) -> Mapping[str, str] | None:
    """A table of texts that stands in pieces under one key; None when there is none."""
    text = "".join(row[1] for row in rows if len(row) > 1 and row[0] == key)
    if not text:
        return None
    try:
        files = json.loads(b64decode(text, validate=True))
        return {str(name): str(content) for name, content in files.items()}
    except (ValueError, AttributeError):
        faults.append(
            Fault(
                sheet=ASSUMED,
                row=0,
                column=key,
                value=text[:40],
                expected="cần nội dung đúng như đã ghi",
            )
        )
        return None
