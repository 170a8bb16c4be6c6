"""Passages as a sheet of an XLSX file."""

from __future__ import annotations

from clust_cli.reports.evidence.listing import Listing, cells, heads
from clust_cli.reports.language import N_, Say
from clust_cli.reports.workbook import Sheet, render_workbook


def evidence_sheet(listing: Listing, say: Say) -> Sheet:
    """The sheet that lists passages."""
    return Sheet(say(N_("Evidence")), heads(listing, say), tuple(cells(line, say) for line in listing.lines), frozen=2)


def render_xlsx(listing: Listing, say: Say) -> bytes:
    """Render a listing as a file of one sheet."""
    return render_workbook((evidence_sheet(listing, say),), listing.title)
