"""Several files at once: which ones a call comes to, each written into a folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.papers.converted import can_convert
from ui.desk.leave.export import SVG, About, Export, Format, Scope
from ui.desk.leave.exports import EXPORTS
from ui.desk.leave.leaving import CONVERT, file_name, log_line, made, refusal
from ui.desk.leave.material import Material


@dataclass(frozen=True)
class Leaf:
    """One file to be made; `against` says why it cannot be, and is empty when it can."""

    export: Export
    format: Format
    about: About
    against: str


def sheaf(
    material: Material,
    plans: Sequence[str],
    kinds: Sequence[str] = (),
    format: str = "",
    units: Sequence[str] = (),
) -> Iterator[Leaf]:
    """Every file of these kinds (none: all but those that hold sensitive data), of each plan and of
    each unit (none: all units), drawings in the format that is named or the usual one."""
    for export in EXPORTS:
        if export.kind not in kinds if kinds else export.sensitive:
            continue
        chosen = _format(export, format)
        for about in _abouts(material, export, plans, units):
            yield Leaf(export, chosen, about, refusal(export, chosen, material, about))


def _format(export: Export, wanted: str) -> Format:
    """The wanted one when it can be had; drawings stay drawings where nothing converts them."""
    named = [format for format in export.formats if format.name.lower() == wanted.lower()]
    if named:
        return named[0]
    usual = export.formats[0]
    return SVG if usual in CONVERT and not can_convert() else usual


def _abouts(
    material: Material, export: Export, plans: Sequence[str], units: Sequence[str]
) -> Iterator[About]:
    if export.scope in (Scope.PROJECT, Scope.ROSTER):
        yield About()
    elif export.scope is Scope.PLANS or not plans:
        yield About(tuple(plans))
    else:
        for plan in plans:
            if not plan and not export.of_present:
                continue
            if export.scope is Scope.PLAN:
                yield About((plan,))
                continue
            case, _ = material.placed_of(plan, None)
            for unit in units or [unit.code for unit in case.communes]:
                yield About((plan,), unit)


def put(leaf: Leaf, material: Material, folder: Path, taken: set[Path]) -> Path:
    """Writes one file under a name that is not `taken` in this call; the journal of a project says
    that it left."""
    path = folder / file_name(leaf.export, leaf.format, material, leaf.about)
    number = 1
    while path in taken:
        number += 1
        name = file_name(leaf.export, leaf.format, material, leaf.about)
        path = folder / f"{Path(name).stem}_{number}{leaf.format.suffix}"
    taken.add(path)
    path.write_bytes(made(leaf.export, leaf.format, material, leaf.about))
    if material.project is not None:
        material.project.note("export", log_line(leaf.export, material, leaf.about))
    return path
