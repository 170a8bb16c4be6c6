"""What DOCX and ODT share: what stands around their text."""

from __future__ import annotations

from clust_cli.core.printing.ast import image
from clust_cli.core.printing.dress.office import Around
from clust_cli.shell.outputs.output import Folder, Printing

_LOGO = "13mm"
"""The height at which the collection's logo stands on the cover."""


def around(printing: Printing, folder: Folder) -> Around:
    """The cover, the words and styles, and the collection's logo where it has one."""
    logo = folder.copy_logo(printing)
    shown = image(logo["alt"], logo["name"], height=_LOGO) if logo else None
    return Around(printing.cover, printing.phrases, printing.styles, shown)
