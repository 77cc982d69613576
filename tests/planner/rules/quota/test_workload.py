from planner.roster.levels import Block
from planner.rules.quota.workload import RULE
from tests.builders import A, case_of, person, plan_of, post, posts_without, unit


def test_inhabitants_call_for_staff_but_never_beyond_the_quota() -> None:
    for population, quota, wanted in ((10_001, 9, 5), (10_000, 9, 4), (90_000, 9, 9)):
        place = unit(population=population, quota={Block.GOVERNMENT: quota})
        case = case_of(person("X"), communes=(place,))
        assert RULE.target(case, 0, RULE.norms(case)[0]) == wanted


def test_dossiers_call_for_staff_where_they_are_known() -> None:
    for dossiers, wanted in ((None, 0), (0, 0), (3_001, 4), (90_000, 9)):
        place = unit(population=0, dossiers=dossiers, quota={Block.GOVERNMENT: 9})
        case = case_of(person("X"), communes=(place,))
        norm = next(n for n in RULE.norms(case) if n.id == "P-WORKLOAD-TTHC")
        assert RULE.target(case, 0, norm) == wanted


def test_whom_the_unit_lacks_is_counted_in_the_block_of_government() -> None:
    place = unit(population=5_000, quota={Block.GOVERNMENT: 9})
    case = case_of(person("X"), person("Y"), communes=(place,))
    plan = plan_of(case, X=post("VP-TP"), Y=post("BXD-TC"))
    assert [(f.about, f.amount) for f in RULE.check(case, plan)] == [((A,), 1)]


def test_a_block_that_is_not_planned_lacks_nobody() -> None:
    place = unit(population=5_000, quota={Block.GOVERNMENT: 9})
    posts = posts_without("GOVERNMENT", units=[A])
    case = case_of(person("X"), communes=(place,), posts=posts)
    assert not list(RULE.check(case, plan_of(case)))
