"""The faces that documents carry with them, from the package of fonts."""

from __future__ import annotations

from clust_cli.core.printing.brand import Brand
from clust_cli.core.printing.faces import Face
from clust_cli.shell.typst import font_folder

_FAMILY = "Source Sans Pro"
_FILES = (("Regular", False, False), ("Bold", True, False), ("It", False, True), ("BoldIt", True, True))


def carried(brand: Brand) -> tuple[Face, ...]:
    """The faces of the brand's families that may be carried: ours, whose licence (OFL) allows it.

    A collection's own fonts stay where they are: their licences are not ours to judge.
    """
    if _FAMILY not in (brand.fonts.text, brand.fonts.headings):
        return ()
    folder = font_folder()
    return tuple(
        Face(_FAMILY, bold, italic, (folder / f"SourceSansPro-{name}.ttf").read_bytes())
        for name, bold, italic in _FILES
    )
