"""What a plan claims of itself, cost, bound, certificate, against what is found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.case import Case
from planner.check.certificate import BadCertificate, Certificate, proven
from planner.check.consistency import PLAN_ITSELF, of_plan
from planner.check.report import Report
from planner.plan import Finding

WRONG_COST = of_plan("plan.wrong_cost", "Số điểm ghi trong phương án phải đúng")
WRONG_BOUND = of_plan("plan.wrong_bound", "Mức không thể thấp hơn phải không cao hơn số điểm")
WRONG_PROOF = of_plan("plan.wrong_proof", "Chứng thư phải chứng minh được mức đã ghi")
WRONG_RULE = of_plan("plan.wrong_rule", "Mức và điểm của từng quy tắc phải đúng")
WRONG_SCENARIO = of_plan("plan.wrong_scenario", "Giả định không được sửa sau khi lập")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What a plan says of itself; None where it says nothing. What is not true is a breach."""

    cost: int | None = None
    bound: int | None = None
    by_rule: Mapping[str, tuple[int, int]] | None = None
    scenario: str | None = None
    """Fingerprint of the scenario it says it was made under, and the one it carries."""
    carried: str | None = None
    certificate: Certificate | None = None


def reproven(case: Case, certificate: Certificate | None) -> tuple[int | None, tuple[Finding, ...]]:
    """What the certificate proves, and a finding when that is less than it says, or nothing."""
    if certificate is None:
        return None, ()
    said = str(certificate.bound)
    try:
        bound = proven(case, certificate.duals)
    except BadCertificate as error:
        return None, (Finding(PLAN_ITSELF, (said, str(error)), 1, WRONG_PROOF),)
    if bound >= certificate.bound:
        return bound, ()
    about, short = (said, str(bound)), certificate.bound - bound
    return bound, (Finding(PLAN_ITSELF, about, short, WRONG_PROOF),)


def untrue(report: Report, claim: Claim) -> Iterator[Finding]:
    if claim.cost is not None and claim.cost != report.cost:
        about = (str(claim.cost), str(report.cost))
        yield Finding(PLAN_ITSELF, about, abs(claim.cost - report.cost), WRONG_COST)
    if claim.bound is not None and report.lawful and claim.bound > report.cost:
        about = (str(claim.bound), str(report.cost))
        yield Finding(PLAN_ITSELF, about, claim.bound - report.cost, WRONG_BOUND)
    if claim.by_rule is not None:
        for code in sorted({*claim.by_rule, *report.by_rule}):
            said, found = claim.by_rule.get(code, (0, 0)), report.by_rule.get(code, (0, 0))
            if said != found:
                amount = abs(said[0] - found[0]) or abs(said[1] - found[1])
                yield Finding(PLAN_ITSELF, (code,), amount, WRONG_RULE)
    if claim.scenario != claim.carried:
        yield Finding(PLAN_ITSELF, (), 1, WRONG_SCENARIO)
