from planner.check import check
from planner.roster import Concurrent
from tests.builders import case_of, person, plan_of, post


def test_a_department_may_forbid_what_the_law_allows() -> None:
    never = (Concurrent("HDND-TBKT", "never", ("UBKT-CN",)),)
    case = case_of(person("X"), concurrency=never)
    assert ("UBKT-CN", "HDND-TBKT") not in {b.codes for b in case.organisation.bundles}
    plan = plan_of(case, X=(post("UBKT-CN"), post("HDND-TBKT")))
    assert [f.norm.used_by for f in check(case, plan).breaches] == ["never_ride"]


def test_a_department_may_allow_and_demand_more() -> None:
    more = (
        Concurrent("VP-TD", "may", ("VP-TP",)),
        Concurrent("BXD-TB", "must", ("DU-PBTTT",)),
    )
    case = case_of(person("X"), concurrency=more)
    codes = {b.codes for b in case.organisation.bundles}
    assert ("VP-TP", "VP-TD") in codes
    assert ("BXD-TB",) not in codes and ("DU-PBTTT", "BXD-TB") in codes
    assert ("DU-PBTTT", "BXD-TB", "HDND-CT") in codes
