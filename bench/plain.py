"""What pandoc is given when it builds a memento by itself: the sources in one file, and its own path."""

from __future__ import annotations

import re
from pathlib import Path


def concatenated(memento: Path, folder: Path) -> Path:
    """Write the bodies of a memento's documents one after another into one file."""
    documents = [memento / "memento.md", *sorted(memento.glob("*/*.md"))]
    bodies = [document.read_text(encoding="utf-8").split("---\n", 2)[2] for document in documents]
    target = folder / "plain.md"
    # Two plain calls know no comments, codes or blocks: they are left out of the floor, whose work is then the less.
    target.write_text(re.sub(r"<!--.*?-->", "", "\n\n".join(bodies), flags=re.DOTALL), encoding="utf-8")
    return target


def pandoc_path() -> str:
    """The pandoc that comes with pypandoc_binary."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())
