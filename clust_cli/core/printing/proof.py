"""Proof that an output holds what it owes: titles, marks and the funder's sentence, compared by letters and digits.

In: the text of an output and what must stand in it. Out: what is missing. Hyphens, spaces and line ends drop out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from clust_cli.core.printing.ast import Nodes, rebuilt
from clust_cli.core.printing.crosstab_nodes import MARK


@dataclass(frozen=True, slots=True)
class Owed:
    """What an output must hold: these texts, and at least this many marks."""

    texts: tuple[str, ...]
    marks: int


def missing(text: str, owed: Owed) -> tuple[str, ...]:
    """What an output owes and does not hold."""
    held = _letters(text)
    lacking = [one for one in owed.texts if _letters(one) not in held]
    marks = text.count(MARK)
    return (*lacking, f"{MARK} {marks}/{owed.marks}") if marks < owed.marks else tuple(lacking)


def count_marks(blocks: Nodes) -> int:
    """How many marks a tree has: those of its cross-tables, and the like signs that authors write."""
    count = 0

    def gather(nodes: Nodes) -> Nodes:
        nonlocal count
        for node in nodes:
            count += node["c"].count(MARK) if node["t"] == "Str" else 0
            rebuilt(node, gather, gather)
        return nodes

    gather(blocks)
    return count


def _letters(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text).casefold() if letter.isalnum())
