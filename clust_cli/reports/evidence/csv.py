"""Passages as CSV (RFC 4180, commas)."""

from __future__ import annotations

from clust_cli.reports.comma import render_rows
from clust_cli.reports.evidence.listing import Listing, cells, heads
from clust_cli.reports.language import Say


def render_csv(listing: Listing, say: Say) -> str:
    """Render a listing."""
    return render_rows([heads(listing, say), *(cells(line, say) for line in listing.lines)])
