"""The collection as one XLSX file: a sheet of documents, and one for each list of objects."""

from __future__ import annotations

from collections.abc import Sequence

from clust_cli.core.export import FlatTable
from clust_cli.reports.workbook import Sheet, render_workbook

_NAME_LENGTH = 31


def render_xlsx(tables: Sequence[FlatTable], title: str) -> bytes:
    """Render tables as sheets. Units: Excel takes names of 31 characters at most."""
    sheets = [Sheet(table.name[:_NAME_LENGTH], table.head, table.rows) for table in tables]
    return render_workbook(sheets, title)
