"""What the formats of a list of passages share: its heads and its rows, as texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clust_cli.core.counting.crosstab import Table
from clust_cli.core.counting.evidence import Evidence, Told
from clust_cli.reports.language import N_, Say


@dataclass(frozen=True, slots=True)
class Line:
    """A passage, and the keys it is listed under."""

    keys: tuple[str, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Listing:
    """Passages in order, under keys; `heads` name the keys."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


def evidence_listing(table: Table, found: Iterable[Evidence]) -> Listing:
    """The evidence of a table, by column and row: by territory and type of action."""
    lines = tuple(Line((one.column.label, one.row.label), one.told) for one in found)
    title = f"{table.rows_axis.title} × {table.columns_axis.title}"
    return Listing(title, (table.columns_axis.title, table.rows_axis.title), lines)


def search_listing(found: Iterable[Told], say: Say) -> Listing:
    """The finds of a search, by document, with the codes that each passage carries."""
    lines = tuple(Line((told.document.title, " ".join(_codes(told))), told) for told in found)
    return Listing(say(N_("Passages")), (say(N_("Document")), say(N_("Codes"))), lines)


def heads(listing: Listing, say: Say) -> tuple[str, ...]:
    """The heads of the columns."""
    return (*listing.heads, say(N_("Section")), say(N_("Passage")), say(N_("Place")))


def cells(line: Line, say: Say) -> tuple[str, ...]:
    """The cells of a row; a mark that no passage tells of says so."""
    return (*line.keys, line.told.heading, line.told.text or say(N_("(no passage)")), line.told.where)


def _codes(told: Told) -> Iterable[str]:
    return (f"#{code.id}" for code in told.passage.codes) if told.passage else ()
