"""What to build, and what was built: values light enough to be made before the work begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clust_cli.core.workspace import Memento, Workspace

FORMATS = ("pdf", "docx", "html")


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: a memento of a workspace, in which formats, into which folder."""

    workspace: Workspace
    memento: Memento
    root: Path
    output: Path
    formats: Sequence[str] = FORMATS
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """A file that was written. Units: seconds since the build began; no pages where only a reader knows them."""

    path: Path
    seconds: float
    pages: int = 0
