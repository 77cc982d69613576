"""Which plans are set beside each other, the present state among them."""

from typing import Any

from ui.desk.leave.material import Material
from ui.desk.screens.comparing import MOST, usual_choice
from ui.widgets.language import told


def picked_plans(place: Any, material: Material, key: str) -> tuple[str, ...]:
    """Codes of the plans chosen at `place`, "" for the present state; at first the usual ones."""
    chosen = place.multiselect(
        f"Các phương án, nhiều nhất {MOST}",
        ["", *material.codes],
        list(usual_choice(material)),
        format_func=lambda code: told(material.name_of(code)),
        max_selections=MOST,
        placeholder="Chọn phương án",
        key=key,
        help="Hiện trạng cũng là một phương án",
    )
    return tuple(chosen)
