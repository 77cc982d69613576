from planner.check import check
from planner.figures.plan_report import plan_report
from tests.builders import case_of, person, plan_of, post
from ui.desk.drafted import mark_of
from ui.desk.for_scripts import plan_report_as_json, report_as_json, standing


def test_a_plan_is_best_only_at_its_bound_and_never_with_a_breach() -> None:
    assert [standing(True, 5, 5), standing(True, 5, 4), standing(True, 5, None)] == [
        "best",
        "good",
        "good",
    ]
    assert standing(False, 5, 5) == "breached"


def test_the_shared_keys_tell_each_finding_once_as_breach_or_as_finding() -> None:
    case = case_of(person("X"), person("Y"))
    plan = plan_of(case, X=post("VP-TP"))
    report = check(case, plan)
    told = report_as_json(case, plan, report, mark_of(case))
    assert (told["placed"], told["surplus"], told["cost"]) == (1, 1, report.cost)
    assert len(told["breaches"]) + len(told["findings"]) == len(report.findings)
    assert told["unbound"] == []


def test_a_report_names_blocks_in_words_of_scripts() -> None:
    case = case_of(person("X"))
    plan = plan_of(case, X=post("VP-TP"))
    told = plan_report_as_json(plan_report(case, plan, check(case, plan)))
    assert set(told["excess"]) == {"PARTY", "GOVERNMENT", "FRONT"}
