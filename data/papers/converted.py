"""A page as PDF or PNG, by a package that need not be there."""

from importlib.util import find_spec

CONVERTER = "vl-convert-python"
MISSING = f"Chưa ghi được PDF, PNG: máy này thiếu gói {CONVERTER} (pip install {CONVERTER})."


class NoConverter(RuntimeError):
    """The package that turns pages into PDF and PNG is not installed."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def can_convert() -> bool:
    return find_spec("vl_convert") is not None


def as_pdf(svg: str) -> bytes:
    """Raises NoConverter."""
    if not can_convert():
        raise NoConverter
    import vl_convert

    return bytes(vl_convert.svg_to_pdf(svg))


def as_png(svg: str) -> bytes:
    """At twice the size in pixels. Raises NoConverter."""
    if not can_convert():
        raise NoConverter
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=2.0))
