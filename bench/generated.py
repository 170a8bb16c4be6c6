"""A collection of many monographies, made of the real ones: each is a copy with a title and an id of its own."""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from math import ceil
from pathlib import Path

A_MEMENTO = 100
MOST_MEMENTOS = 99
"""How many monographies stand in one memento; how many mementos a collection can number."""


def write_collection(root: Path, folder: Path, count: int) -> None:
    """Write a workspace with this many monographies, spread over mementos that are themselves the real one."""
    sources = sorted((root / "mementos").glob("*/monographies/*.md"))
    memento = (root / "mementos" / "02-clusters-et-territoires-locaux" / "memento.md").read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    shutil.copy(root / "clust.yaml", folder / "clust.yaml")
    size = max(A_MEMENTO, ceil(count / MOST_MEMENTOS))
    for index, source in enumerate(islice(cycle(sources), count)):
        number = 1 + index // size
        home = folder / "mementos" / f"{number:02}-essai"
        if index % size == 0:
            (home / "monographies").mkdir(parents=True)
            (home / "memento.md").write_text(_numbered(memento, number), encoding="utf-8")
        text = source.read_text(encoding="utf-8")
        name = f"{source.stem}-{index}"
        text = text.replace(f"id: {source.stem}", f"id: {name}", 1)
        (home / "monographies" / f"{name}.md").write_text(text, encoding="utf-8")


def _numbered(memento: str, number: int) -> str:
    """The memento under another number, without an order: the copies are not the documents it names."""
    without_order = re.sub(r"(?m)^order:\n(?:  - .*\n)+", "", memento)
    return re.sub(r"(?m)^number: \d+$", f"number: {number}", without_order)
