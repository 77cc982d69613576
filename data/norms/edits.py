"""Changes of norms made on screen, as a norm file of the department."""

import json
from dataclasses import dataclass

EDITS_FILE = "sua_tren_man_hinh.toml"


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A change of one norm made on screen: force, price, figures by name, and its source."""

    norm: str
    scope: tuple[tuple[str, str], ...]
    force: str
    price: int
    values: tuple[tuple[str, str], ...]
    source: str

    def as_toml(self) -> str:
        values, scope = _inline(self.values), _inline(self.scope)
        lines = [
            "[[change]]",
            f"id = {json.dumps(self.norm)}",
            f"scope = {{ {scope} }}",
            f"force = {json.dumps(self.force)}",
            f"price = {self.price}",
            f"source = {json.dumps(self.source, ensure_ascii=False)}",
        ]
        return "\n".join([*lines, *([f"values = {{ {values} }}"] if values else [])]) + "\n"


def _inline(pairs: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} = {json.dumps(v, ensure_ascii=False)}" for name, v in pairs)
