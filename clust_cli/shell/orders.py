"""What to build, and what was built: values light enough to be made before the work begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clust_cli.core.printing.cover import Version
from clust_cli.core.printing.lengths import Length
from clust_cli.core.printing.publication import Publication

FORMATS = ("pdf", "docx", "odt", "html")
"""Every format there is."""
PRESS = ("interior", "cover")
"""What the print shop gets besides: the pages, and the cover apart."""
USUAL = ("pdf", "docx")
"""What is built where an order names none."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, in which formats, into which folder."""

    publication: Publication
    root: Path
    output: Path
    formats: Sequence[str] = USUAL
    draft: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written. Units: seconds since the build began; no pages where only a reader knows them."""

    path: Path
    seconds: float
    sha256: str
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, the pages that each document takes, and what it was made from.

    `lengths` is empty where no PDF was asked for. `pictures` are the images' paths in the workspace.
    """

    files: tuple[File, ...]
    lengths: tuple[Length, ...]
    pictures: tuple[str, ...]
    version: Version
