"""Rows of Markdown pipe tables, as GitHub and pandoc read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clust_cli.reports.sentences import printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#&!@$^])")


def pipe_row(cells: Sequence[str]) -> str:
    """A row; its cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """What an author wrote is no Markdown of ours: what could be read as a mark is escaped."""
    return _SPECIAL.sub(r"\\\1", printable(text))
