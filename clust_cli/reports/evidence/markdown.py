"""Passages as a Markdown pipe table."""

from __future__ import annotations

from clust_cli.reports.evidence.listing import Listing, cells, heads
from clust_cli.reports.language import Say
from clust_cli.reports.pipes import escaped, pipe_row


def render_markdown(listing: Listing, say: Say) -> str:
    """Render a listing."""
    named = heads(listing, say)
    rows = [pipe_row([escaped(head) for head in named]), pipe_row(["---"] * len(named))]
    rows += [pipe_row([escaped(cell) for cell in cells(line, say)]) for line in listing.lines]
    return "\n".join(rows) + "\n"
