from planner.plan.duties import Trouble, duties, task_findings, tasks_in
from planner.roster import Task, TaskOrder
from tests.builders import A, case_of, person, plan_of, post

LAW, OTHER = frozenset({"luật"}), frozenset({"hành chính"})


def test_every_task_of_a_unit_has_one_line_with_owner_and_deputy() -> None:
    case = case_of(person("X"), person("Y"), units=[A])
    found = {d.task: d for d in duties(case, plan_of(case, X=post("VP-TP"), Y=post("VP-CVP")))}
    assert len(found) == len(tasks_in(case, case.communes[0]))
    assert (found["T-CT"].owner, found["T-CT"].deputy) == ("X", "Y")
    assert found["T-NN"].owner == ""


def test_the_least_loaded_of_two_holders_answers() -> None:
    case = case_of(person("X"), person("Y"), units=[A])
    plan = plan_of(case, X=post("VP-TP"), Y=post("VP-TP"))
    owners = [d.owner for d in duties(case, plan) if d.task in ("T-TCD", "T-PBPL", "T-CT")]
    assert set(owners) == {"X", "Y"}


def troubles(order: tuple[TaskOrder, ...] = (), **people: object) -> dict[str, list[str]]:
    known = {"fields": LAW, **people}
    case = case_of(person("X", **known), person("Y"), units=[A], tasks=order)
    plan = plan_of(case, X=post("VP-TP"))
    found: dict[str, list[str]] = {}
    for trouble in task_findings(case, duties(case, plan)):
        found.setdefault(trouble.trouble.name, []).append(trouble.task or trouble.cadre)
    return found


def test_the_four_troubles_are_found() -> None:
    found = troubles()
    assert "T-NN" in found["NO_OWNER"] and "H-TP" in found["NO_DEPUTY"]
    assert "NOT_LEGAL" not in found
    assert troubles(fields=OTHER)["NOT_LEGAL"] == ["T-CT"]
    many = tuple(TaskOrder(A, code, "X", "Y") for code in ("T-NS", "T-KT", "T-XD", "T-DD"))
    assert "X" in troubles(many)["OVERLOAD"]


def test_whom_the_department_names_answers() -> None:
    order = (TaskOrder(A, "T-NN", "Y", "X"),)
    case = case_of(person("X"), person("Y"), units=[A], tasks=order)
    duty = next(d for d in duties(case, plan_of(case)) if d.task == "T-NN")
    assert (duty.owner, duty.deputy) == ("Y", "X")


def test_a_task_of_its_own_belongs_to_the_unit_that_named_it() -> None:
    own = Task(code="V-1", name="Dự án đường vành đai", field="", owners=("KT-XD",), deputies=())
    case = case_of(
        person("X"),
        own_tasks=(own,),
        tasks=(TaskOrder(A, "V-1", "X"),),
        units=[A],
    )
    assert next(d for d in duties(case, plan_of(case)) if d.task == "V-1").owner == "X"
    assert Trouble.NO_OWNER.value
