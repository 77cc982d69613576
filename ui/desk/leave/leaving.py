"""How a file leaves: whether it can be made, its bytes, its name, its line in the journal."""

from collections.abc import Callable

from data.papers.converted import MISSING, as_pdf, as_png, can_convert
from planner.text.vietnamese import file_words
from ui.desk.leave.export import PDF, PNG, About, Export, Format, Scope
from ui.desk.leave.material import Material
from ui.desk.screens.comparing import FEWEST, MOST

CONVERT: dict[Format, Callable[[str], bytes]] = {PDF: as_pdf, PNG: as_png}


def refusal(export: Export, format: Format, material: Material, about: About) -> str:
    """Why this file cannot be made of that; empty when it can."""
    if format in CONVERT and not can_convert():
        return MISSING
    if export.scope is not Scope.PROJECT and material.roster is None:
        return "Hồ sơ này chưa có danh sách."
    if export.scope is Scope.PLANS and not FEWEST <= len(about.plans) <= MOST:
        return "Cần hai đến sáu phương án; hiện trạng cũng là một."
    if export.scope in (Scope.PLAN, Scope.UNIT):
        if not about.plans:
            return "Chưa có phương án nào."
        if not about.plan and not export.of_present:
            return "Hiện trạng không phải là phương án."
    if export.scope is Scope.UNIT and not _has_unit(material, about):
        return "Phương án này không có đơn vị ấy."
    if export.scope is Scope.PROJECT and material.project is None:
        return "Chỉ làm được từ một hồ sơ."
    return export.unless(material)


def _has_unit(material: Material, about: About) -> bool:
    case, _ = material.placed_of(about.plan, None)
    return about.unit in case.commune_at


def made(export: Export, format: Format, material: Material, about: About) -> bytes:
    """The file. Nothing must speak against it by `refusal`."""
    body = export.make(material, about)
    if isinstance(body, bytes):
        return body
    return CONVERT[format](body) if format in CONVERT else body.encode()


def file_name(export: Export, format: Format, material: Material, about: About) -> str:
    """Whoever saves several tells them apart by it: kind, unit, plan."""
    parts = [export.stem or material.stem]
    if export.scope is Scope.UNIT:
        parts.append(about.unit)
    if export.scope in (Scope.PLAN, Scope.UNIT):
        parts.append(file_words(material.name_of(about.plan)))
    return "_".join(parts) + format.suffix


def log_line(export: Export, material: Material, about: About) -> str:
    """What the journal says left."""
    parts = [export.log_word]
    if export.scope is Scope.UNIT:
        case, _ = material.placed_of(about.plan, None)
        parts.append(case.unit(about.unit).full_name)
    if export.scope in (Scope.PLAN, Scope.UNIT):
        parts.append(material.name_of(about.plan))
    if export.scope is Scope.PLANS:
        parts += [material.name_of(code) for code in about.plans]
    return ", ".join(parts)
