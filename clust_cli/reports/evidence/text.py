"""Passages for the terminal: the keys once, then each passage with its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from clust_cli.reports.evidence.listing import Listing
from clust_cli.reports.language import N_, Say
from clust_cli.reports.sentences import printable

_LONGEST = 240
"""Units: characters. Enough to know a passage by; its place leads to the whole."""


def render_text(listing: Listing, say: Say) -> str:
    """Render a listing; a place is a word of its own, so that terminals make a link of it."""
    if not listing.lines:
        return f"{printable(listing.title)}\n{say(N_('no passage'))}\n"
    return "\n".join([printable(listing.title), *_lines(listing, say)]) + "\n"


def _lines(listing: Listing, say: Say) -> Iterator[str]:
    for keys, lines in groupby(listing.lines, key=lambda line: line.keys):
        yield ""
        yield " · ".join(printable(key) for key in keys)
        for line in lines:
            heading = f"  {printable(line.told.heading)}" if line.told.heading else ""
            yield f"  {line.told.where}{heading}"
            yield f"    {shorten(printable(line.told.text), _LONGEST, placeholder=' …') or say(N_('(no passage)'))}"
