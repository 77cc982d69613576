"""The rules, one file each in a chapter, found by folder: adding a rule is adding a file."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import TypeVar

from planner.rules.shape import Rule

R = TypeVar("R", bound=Rule)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the chapters below this folder, by code."""
    found = pkgutil.walk_packages(__path__, f"{__name__}.")
    modules = map(import_module, (module.name for module in found if not module.ispkg))
    rules = [module.RULE for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def rules_of(role: type[R]) -> tuple[R, ...]:
    """The rules of one shape or role, by code."""
    return tuple(rule for rule in all_rules() if isinstance(rule, role))


def rule_of(code: str) -> Rule:
    """The rule with this code; KeyError when there is none."""
    return {rule.code: rule for rule in all_rules()}[code]
