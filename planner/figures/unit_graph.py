"""The structure of one commune as a graph: who leads whom, and what hangs on single people."""

from dataclasses import dataclass

import networkx as nx

from planner.case import Case
from planner.plan import Plan
from planner.roster.levels import Block, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """`widest` and `span`: people directly under one leader, the most and on average; `depth`:
    levels below the secretary; `load`: titles of the person with most."""

    people: int
    widest: int
    widest_leader: str
    span: float
    depth: int
    load: int
    concurrent: int


def leading_graph(case: Case, plan: Plan, commune: int) -> "nx.DiGraph[str]":
    """Edges from a leader's cadre code to the codes led: the secretary leads the heads of all
    bodies and Party offices, the chair of the People's Committee leads the heads of its offices,
    a head leads deputies and specialists of the own office. Vacant heads leave no edge."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    offices: dict[str, list[tuple[int, int, str]]] = {}
    for place, title in enumerate(case.titles):
        post = case.organisation.post_in.get((commune, place))
        if post is None or title.block is Block.OFF_QUOTA:
            continue
        for cadre in plan.by_post.get(post.code, ()):
            if cadre in case.cadre_at:
                graph.add_node(cadre)
                entry = (-int(title.grade), title.order, cadre)
                offices.setdefault(title.office.code, []).append(entry)
    heads = {office: min(people) for office, people in offices.items()}
    blocks = {title.office.code: title.office.block for title in case.titles}
    order = list(dict.fromkeys(title.office.code for title in case.titles))
    chiefs = [office for office in order if office in heads and heads[office][0] == -Grade.CHIEF]
    top = chiefs[0] if chiefs else ""
    executive = next((o for o in reversed(chiefs) if blocks[o] is Block.GOVERNMENT), "")
    for office, people in offices.items():
        head = heads[office][2]
        graph.add_edges_from((head, cadre) for _, _, cadre in people if cadre != head)
        above = executive if blocks[office] is Block.GOVERNMENT and office not in chiefs else top
        if above and above in heads and heads[above][2] != head:
            graph.add_edge(heads[above][2], head)
    return graph


def structure(case: Case, plan: Plan, commune: int) -> Structure:
    """The measures of one commune. A person with titles in several offices is one node."""
    graph = leading_graph(case, plan, commune)
    spans = {code: graph.out_degree(code) for code in graph if graph.out_degree(code)}
    widest = max(spans, key=lambda code: (spans[code], code), default="")
    loads = [len(row.posts) for code in graph for row in plan.by_cadre.get(code, ())]
    tree = nx.DiGraph(nx.algorithms.components.condensation(graph)) if len(graph) else graph
    depth = nx.dag_longest_path_length(tree, default_weight=1) if len(graph) else 0
    return Structure(
        people=len(graph),
        widest=spans.get(widest, 0),
        widest_leader=widest,
        span=sum(spans.values()) / len(spans) if spans else 0.0,
        depth=int(depth),
        load=max(loads, default=0),
        concurrent=sum(load > 1 for load in loads),
    )
