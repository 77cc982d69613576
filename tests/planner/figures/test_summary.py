from planner.figures.summary import figures, unit_figures
from planner.roster.levels import Block, ItLevel
from tests.builders import A, case_of, person, plan_of, post


def test_figures_count_people_seats_and_moves() -> None:
    case = case_of(person("X"), person("Y"), person("Z"))
    plan = plan_of(case, X=(post("DU-BT"), post("HDND-CT")), Y=post("VP-TP"))
    counts = figures(case, plan)
    assert (counts.placed, counts.surplus, counts.concurrent, counts.moved) == (2, 1, 1, 0)
    assert counts.vacant == sum(p.minimum for p in case.roster.posts) - 3


def test_a_unit_shows_its_blocks() -> None:
    case = case_of(person("X", it=ItLevel.TRAINED), person("Y", post=post("VP-TP")), person("Z"))
    unit, other = unit_figures(case, plan_of(case, X=post("BXD-TC"), Y=post("VP-TP")))
    assert unit.commune == A
    assert (unit.blocks[Block.PARTY].placed, unit.blocks[Block.GOVERNMENT].present) == (1, 1)
    assert (unit.able["it"], unit.surplus, other.able["it"]) == (1, 1, 0)
    assert unit.total("excess") == 2 - unit.total("quota")
