"""The collection as CSV files: one of documents, and one for each list of objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clust_cli.core.export import FlatTable
from clust_cli.reports.comma import render_rows


def render_csv(tables: Sequence[FlatTable]) -> Mapping[str, str]:
    """Render tables by the name of their file, such as documents.csv."""
    return {f"{table.name}.csv": render_rows((table.head, *table.rows)) for table in tables}
