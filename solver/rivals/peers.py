"""Other ways to place people, for the benchmark: same case, same rules, same clock."""

from collections.abc import Callable
from time import monotonic
from typing import Any

import numpy as np

from planner.case import Case
from planner.check.gates import CLOSED
from planner.check.pairs import arrays_of
from solver.program.every_column import everything
from solver.program.program import whole_program
from solver.program.rows import Rows
from solver.progress import Draft, Outcome
from solver.proof.second_opinion import model_of
from solver.search.best_plan import NOWHERE, Incumbent

Note = Callable[[float, int], None]
"""Told of every better plan: seconds since the start, cost."""


def greedy(case: Case, note: Note) -> Draft:
    """What is done by hand in a sheet: people in order of seniority, each to the place that suits
    best among those still free; whoever breaks a must in the end is left out."""
    started = monotonic()
    arrays = arrays_of(case)
    rows = Rows(case, arrays)
    left = np.zeros((arrays.communes, len(case.titles)), dtype=np.int64)
    for (commune, title), post in case.organisation.post_in.items():
        left[commune, title] = post.maximum
    titles = [
        np.array([case.organisation.title_at[c] for c in b.codes])
        for b in case.organisation.bundles
    ]
    key = np.full(arrays.cadres, NOWHERE, dtype=np.int64)
    seniors = sorted(
        range(arrays.cadres),
        key=lambda p: (-case.cadres[p].grade, case.cadres[p].born, case.cadres[p].code),
    )
    everywhere = np.arange(arrays.communes)
    for cadre in seniors:
        own = np.arange(arrays.first[cadre], arrays.first[cadre + 1])
        if not own.size:
            continue
        pair, where = np.tile(own, arrays.communes), np.repeat(everywhere, own.size)
        cost = arrays.costs(pair, where)
        for place in np.argsort(cost, kind="stable").tolist():
            if cost[place] >= CLOSED:
                break
            wanted = titles[int(arrays.pair_bundle[pair[place]])]
            here = int(where[place])
            if (left[here, wanted] > 0).all():
                left[here, wanted] -= 1
                key[cadre] = here * arrays.pair_cadre.size + int(pair[place])
                break
    plan = _lawful(case, rows, Incumbent(arrays, key), seniors)
    cost_found = plan.cost(rows) if plan is not None else None
    if plan is None or cost_found is None:
        return Draft(Outcome.NO_ANSWER_YET, monotonic() - started)
    note(monotonic() - started, cost_found)
    return Draft(Outcome.GOOD, monotonic() - started, plan=plan.plan(case), cost=cost_found)


def _lawful(case: Case, rows: Rows, plan: Incumbent, order: list[int]) -> Incumbent | None:
    """The plan less the least senior people who break a must; None when that does not help."""
    rank = {cadre: place for place, cadre in enumerate(order)}
    for _ in range(len(order)):
        if plan.add_broken(case, rows):
            continue
        activity = plan.activity(rows)
        over = np.flatnonzero(np.isinf(rows.over_price) & (activity > rows.upper + 1e-9))
        if not over.size:
            return plan
        matrix = plan.columns.matrix(rows).tocsr()[over]
        breaking = set(plan.columns.cadre[np.unique(matrix.indices[matrix.data > 0])].tolist())
        if not breaking:
            return None
        last = max(breaking, key=lambda cadre: rank[cadre])
        plan = plan.without(np.array([last]), rows)
    return None


def all_columns(case: Case, seconds: float, note: Note) -> Draft:
    """One mixed program over every lawful column, by HiGHS."""
    started = monotonic()
    rows, columns = everything(case)
    program = whole_program(rows, columns)

    def told(event: Any) -> None:
        note(monotonic() - started, round(event.data_out.objective_function_value))

    left = seconds - (monotonic() - started)
    solved = program.solve(True, left, relative_gap=0.0, improved=told)
    if not solved.found:
        return Draft(Outcome.NO_ANSWER_YET, monotonic() - started)
    best = Incumbent.nobody(columns.arrays).replaced(
        program.people, program.columns, solved.value > 0.5
    )
    return _told(case, rows, best, solved.optimal, started, note)


def textbook(case: Case, seconds: float, note: Note) -> Draft:
    """One Boolean for every person and place, every rule as a linear constraint, CP-SAT as it
    comes."""
    from ortools.sat.python import cp_model

    started = monotonic()
    rows, columns = everything(case)
    model, takes = model_of(rows, columns)

    class Watch(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            note(monotonic() - started, round(self.objective_value))

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (monotonic() - started))
    status = solver.solve(model, Watch())
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Draft(Outcome.NO_ANSWER_YET, monotonic() - started)
    chosen = np.array([bool(solver.value(take)) for take in takes], dtype=np.bool_)
    people = np.arange(columns.arrays.cadres, dtype=np.int64)
    best = Incumbent.nobody(columns.arrays).replaced(people, columns, chosen)
    proven = solver.objective_value == solver.best_objective_bound
    return _told(case, rows, best, proven, started, note)


def _told(
    case: Case, rows: Rows, best: Incumbent, proven: bool, started: float, note: Note
) -> Draft:
    cost = best.cost(rows)
    seconds = monotonic() - started
    if cost is None:
        return Draft(Outcome.NO_ANSWER_YET, seconds)
    note(seconds, cost)
    outcome = Outcome.BEST if proven else Outcome.GOOD
    return Draft(outcome, seconds, plan=best.plan(case), cost=cost, bound=cost if proven else None)


def flow_floor(case: Case) -> Draft:
    """A floor from a flow: each person takes the cheapest place or none, only seats count. The cost
    of every wish on counts is left out, so no plan can cost less."""
    from ortools.graph.python import min_cost_flow

    started = monotonic()
    arrays = arrays_of(case)
    posts = sorted(case.organisation.post_in)
    node = {spot: arrays.cadres + n for n, spot in enumerate(posts)}
    sink = arrays.cadres + len(posts)
    flow = min_cost_flow.SimpleMinCostFlow()
    for commune in range(arrays.communes):
        cost = arrays.cost_in(commune)
        good = np.flatnonzero(cost < CLOSED)
        title = case.organisation.mains[arrays.pair_bundle[good]]
        group = arrays.pair_cadre[good] * len(case.titles) + title
        order = np.lexsort((cost[good], group))
        first = np.flatnonzero(np.r_[True, group[order][1:] != group[order][:-1]])
        chosen = good[order[first]]
        heads = np.array(
            [
                node[commune, t]
                for t in case.organisation.mains[arrays.pair_bundle[chosen]].tolist()
            ],
            dtype=np.int32,
        )
        flow.add_arcs_with_capacity_and_unit_cost(
            arrays.pair_cadre[chosen].astype(np.int32),
            heads,
            np.ones(chosen.size, dtype=np.int64),
            cost[chosen],
        )
    people = np.arange(arrays.cadres, dtype=np.int32)
    ones = np.ones(arrays.cadres, dtype=np.int64)
    to_sink = np.full(arrays.cadres, sink, dtype=np.int32)
    flow.add_arcs_with_capacity_and_unit_cost(people, to_sink, ones, arrays.unplaced)
    flow.add_arcs_with_capacity_and_unit_cost(
        np.array([node[spot] for spot in posts], dtype=np.int32),
        np.full(len(posts), sink, dtype=np.int32),
        np.array([case.organisation.post_in[spot].maximum for spot in posts], dtype=np.int64),
        np.zeros(len(posts), dtype=np.int64),
    )
    flow.set_nodes_supplies(people, ones)
    flow.set_nodes_supplies(np.array([sink], dtype=np.int32), np.array([-arrays.cadres]))
    status = flow.solve()
    if status != flow.OPTIMAL:
        return Draft(Outcome.NO_ANSWER_YET, monotonic() - started)
    return Draft(Outcome.GOOD, monotonic() - started, bound=int(flow.optimal_cost()))
