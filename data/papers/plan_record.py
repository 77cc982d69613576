"""What a plan workbook records for the check: scenario, overlay, certificate, marks, and how."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.scenario_file import scenario_as_json
from planner.case import Case
from planner.check import Report
from planner.check.certificate import GRAIN, Certificate
from planner.check.finding_words import named
from planner.check.fingerprint import Fingerprint
from planner.law.norm_words import words_of

FINDINGS, SUMMARY, RULES, ASSUMED = "Vấn đề", "Tổng hợp", "Theo quy tắc", "Giả định"
CONDITIONS = "Điều kiện kèm theo"
PROOF = "Chứng thư"
PROOF_HEADERS = ("Căn cứ số", "Về", "Phía", f"Giá đối ngẫu (1/{GRAIN} điểm)")
AT_LEAST, AT_MOST = "≥", "≤"
JOINT, NOTHING = " | ", "–"
"""Between the parts of what a line of the certificate is about, and for an empty part."""


PROOF_BOUND_KEY = "Chứng thư chứng minh không thể thấp hơn"
MARK_KEYS = {
    "input": "Dấu vân tay: danh sách",
    "norms": "Dấu vân tay: căn cứ số",
    "scenario": "Dấu vân tay: giả định",
    "version": "Phiên bản",
}


KEPT_KEY = "Phương án trước (máy đọc)"
OVERLAY_KEY = "Căn cứ số của đơn vị (máy đọc)"
CELL_LIMIT = 30_000
"""Letters that are put in one cell; Excel takes 32,767."""


SCENARIO_KEY, COST_KEY, BOUND_KEY = "Giả định (máy đọc)", "Điểm", "Không thể thấp hơn"


@dataclass(frozen=True)
class Solution:
    """What the writer prints beside the plan; `words` are (label, value) lines for people."""

    bound: int | None
    fingerprint: Fingerprint
    words: tuple[tuple[str, str], ...] = ()
    certificate: Certificate | None = None


def write_assumed(case: Case, report: Report, solution: Solution) -> list[list[Any]]:
    scenario, mark = case.scenario, solution.fingerprint
    pins = [
        [
            "Giữ cố định" if d.pin else "Không bố trí",
            f"{named(case, d.cadre)} → {named(case, d.target)}",
        ]
        for d in case.requests.demands
    ]
    return [
        ["Phương án", scenario.name],
        ["Tính đến ngày", f"{scenario.as_of:%d/%m/%Y}"],
        ["Biên chế", case.organisation.profile.scheme(scenario.quota).title],
        ["Chính sách kiêm nhiệm", scenario.concurrency.label],
        *[list(pair) for pair in solution.words],
        [COST_KEY, report.cost],
        [BOUND_KEY, solution.bound],
        *([[PROOF_BOUND_KEY, solution.certificate.bound]] if solution.certificate else []),
        *pins,
        *[[MARK_KEYS[part], getattr(mark, part)] for part in MARK_KEYS],
        *[["Căn cứ số của đơn vị", f"{n.id}: {n.title} ({words_of(n)})"] for n in case.norms.own],
        [SCENARIO_KEY, scenario_as_json(scenario)],
        *[[KEPT_KEY, part] for part in _parts(dict(scenario.kept))],
        *[[OVERLAY_KEY, part] for part in _parts(dict(case.overlay))],
    ]


def write_proof(certificate: Certificate) -> Iterator[list[Any]]:
    for dual in certificate.duals:
        about = JOINT.join(part or NOTHING for part in dual.about)
        yield [dual.norm, about, AT_LEAST if dual.least else AT_MOST, dual.points]


def _parts(table: dict[str, str]) -> list[str]:
    """A table of texts in pieces that fit a cell; base64 of JSON, since cells lose the spaces at
    their ends. None when it is empty."""
    whole = json.dumps(table, ensure_ascii=False) if table else ""
    text = b64encode(whole.encode()).decode()
    return [text[start : start + CELL_LIMIT] for start in range(0, len(text), CELL_LIMIT)]
