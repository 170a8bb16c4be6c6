"""A cross-table as XLSX: a sheet of counts, and a sheet of evidence, every mark with its passages."""

from __future__ import annotations

from collections.abc import Sequence

from clust_cli.core.counting.crosstab import Table
from clust_cli.core.counting.evidence import evidence
from clust_cli.core.documents import Document
from clust_cli.reports.evidence.listing import evidence_listing
from clust_cli.reports.evidence.xlsx import evidence_sheet
from clust_cli.reports.language import N_, Say
from clust_cli.reports.workbook import Sheet, render_workbook


def render_xlsx(table: Table, documents: Sequence[Document], say: Say) -> bytes:
    """Render a table; `documents` are those it was counted from."""
    listing = evidence_listing(table, evidence(table, documents))
    return render_workbook((_counts(table, say), evidence_sheet(listing, say)), listing.title)


def _counts(table: Table, say: Say) -> Sheet:
    head = (
        "id",
        say(N_("Group")),
        table.rows_axis.title,
        *(column.label for column in table.columns),
        say(N_("Total")),
    )
    rows: list[tuple[str | int | None, ...]] = []
    for row in table.rows:
        counts = (len(table.documents(row.id, column.id)) or None for column in table.columns)
        rows.append((row.id, row.group_label, row.label, *counts, row.total))
    rows.append(("", "", say("Total"), *(column.total for column in table.columns), table.total))
    return Sheet(say(N_("Counts")), head, tuple(rows), frozen=3, bold=frozenset({len(rows) - 1}))
