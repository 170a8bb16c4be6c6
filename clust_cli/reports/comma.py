"""Rows as comma-separated values that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""What a file begins with so that Excel reads it as UTF-8."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def render_rows(rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """Render rows; a text that would be run as a formula gets an apostrophe before it.

    Source: OWASP, “CSV Injection”.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return text.getvalue()


def _safe(cell: str | int | float | None) -> str | int | float | None:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
