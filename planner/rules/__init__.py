"""The rules, one file each, found by folder: adding a rule is adding a file."""

import pkgutil
from functools import cache
from importlib import import_module

from planner.rules.shape import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this folder, by code."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    rules = [module.RULE for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def rule_of(code: str) -> Rule:
    """The rule with this code; KeyError when there is none."""
    return {rule.code: rule for rule in all_rules()}[code]
