"""The two readings of a rule, by the search and by the check, held against each other."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from planner.case import Case
from planner.check.gates import ANYWHERE, CLOSED, eligibility
from planner.plan import Finding, Plan
from planner.rules import all_rules
from planner.rules.ledger import Ledger
from planner.rules.shape import Count, Gate, Preference, Spot

COUNTS = [rule for rule in all_rules() if isinstance(rule, Count)]


PREFERENCES = [rule for rule in all_rules() if isinstance(rule, Preference)]


GATES = [rule for rule in all_rules() if isinstance(rule, Gate)]


def bundle_number(case: Case, codes: tuple[str, ...]) -> int | None:
    found = case.organisation.concurrency.bundle(codes)
    return (
        None if found is None else [b.codes for b in case.organisation.bundles].index(found.codes)
    )


def seats(case: Case, plan: Plan) -> dict[int, tuple[int, int]]:
    """Cadre → (bundle, commune) of everybody who holds one lawful bundle in one unit."""
    found = {}
    for code, rows in plan.by_cadre.items():
        held = [post for row in rows for post in row.posts]
        if not case.posts.keys() >= set(held):
            continue
        posts = [case.posts[post] for post in held]
        units = {post.commune for post in posts}
        number = bundle_number(case, tuple(post.title for post in posts))
        main = case.posts[rows[0].main].title
        sound = len(rows) == len(units) == 1 and len(posts) == len({p.title for p in posts})
        if sound and number is not None and case.organisation.bundles[number].main.code == main:
            found[case.cadre_at[code]] = number, case.commune_at[units.pop()]
    return found


def counts_agree(case: Case, plan: Plan, rules: Iterable[Count] = COUNTS) -> None:
    for rule in rules:
        ledger = Ledger(case, plan, rule.code)
        rule.constrain(case, ledger)
        counted = sorted((f.about, f.amount, f.norm.id) for f in ledger.findings)
        checked = sorted((f.about, f.amount, f.norm.id) for f in rule.check(case, plan))
        assert counted == checked, rule.code


def gates_agree(case: Case, plan: Plan, findings: tuple[Finding, ...]) -> None:
    """What the tables of eligibility say of everybody seated, against the check's findings."""
    table = eligibility(case)
    codes = {gate.code for gate in GATES}
    for cadre, (bundle, commune) in seats(case, plan).items():
        who = case.cadres[cadre].code
        said = [f for f in findings if f.rule in codes and f.about == (who,)]
        posts = plan.by_cadre[who][0].posts
        closed = [table.closed.get((cadre, post), 0) for post in posts]
        place = int(table.place[commune, cadre])
        elsewhere = table.only[bundle, cadre] not in (ANYWHERE, commune)
        refused = not table.allowed[bundle, cadre] or place >= CLOSED or elsewhere
        refused = refused or any(points >= CLOSED for points in closed)
        assert refused == any(f.breach for f in said), (who, said)
        if not refused:
            price = int(table.price[bundle, cadre]) + place + sum(closed)
            if table.fined_outside[bundle, cadre] not in (ANYWHERE, commune):
                price += int(table.fine[bundle, cadre])
            assert price == sum(f.cost for f in said), (who, said)


def preferences_agree(
    case: Case, plan: Plan, tables: dict[str, Any], rules: Iterable[Preference] = PREFERENCES
) -> None:
    """What every preference's tables charge for the plan, against what its `charge` says."""
    sitting = seats(case, plan)
    for rule in rules:
        table, single = tables[rule.code]
        for cadre in range(len(case.cadres)):
            if cadre not in sitting:
                told = 0 if table.unplaced is None else int(table.unplaced[cadre])
                assert sum(f.cost for f in rule.charge(case, cadre, None)) == told, rule.code
                continue
            bundle, commune = sitting[cadre]
            told = single.get((cadre, commune, bundle), 0)
            told += 0 if table.by_bundle is None else int(table.by_bundle[bundle, cadre])
            told += 0 if table.by_commune is None else int(table.by_commune[commune, cadre])
            spot = Spot(case.organisation.bundles[bundle], commune)
            charged = list(rule.charge(case, cadre, spot))
            assert sum(f.cost for f in charged) == told, rule.code
            assert all(f.amount > 0 for f in charged), rule.code


def tables_of(case: Case) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in PREFERENCES:
        table = rule.tables(case)
        single: Counter[tuple[int, int, int]] = Counter()
        for cadre, commune, bundle, points in table.triples:
            single[cadre, commune, bundle] += points
        found[rule.code] = table, single
    return found
