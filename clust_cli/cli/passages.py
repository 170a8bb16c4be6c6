"""What `clust crosstab --show` shows instead of a table: the evidence of its marks, or the passages of a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from clust_cli.cli.queries import read_query
from clust_cli.cli.tables import Render
from clust_cli.core.counting.crosstab import Table
from clust_cli.core.counting.evidence import evidence, search
from clust_cli.core.counting.selections import EVERYTHING
from clust_cli.core.documents import Document
from clust_cli.core.workspace import Workspace
from clust_cli.reports.crosstab.json import render_json as render_table_json
from clust_cli.reports.evidence.csv import render_csv
from clust_cli.reports.evidence.html import render_html
from clust_cli.reports.evidence.json import render_json
from clust_cli.reports.evidence.listing import Listing, evidence_listing, search_listing
from clust_cli.reports.evidence.markdown import render_markdown
from clust_cli.reports.evidence.text import render_text
from clust_cli.reports.evidence.xlsx import render_xlsx
from clust_cli.reports.language import Say


def evidence_renders(table: Table, documents: Sequence[Document], lang: str) -> Mapping[str, Render]:
    """How the evidence of a table is rendered in each format; JSON keeps the table around it."""
    listing = evidence_listing(table, evidence(table, documents))
    return {**_renders(lambda _say: listing, lang), "json": lambda _say: render_table_json(table, documents)}


def search_renders(workspace: Workspace, documents: Sequence[Document], where: str) -> Mapping[str, Render]:
    """How the passages that satisfy a query are rendered in each format.

    Errors: ClustError for a query that cannot be understood.
    """
    found = tuple(search(workspace, documents, read_query(where, workspace) if where else EVERYTHING))
    renders = _renders(lambda say: search_listing(found, say), workspace.lang)
    return {**renders, "json": lambda _say: render_json(found)}


def _renders(listing: Callable[[Say], Listing], lang: str) -> Mapping[str, Render]:
    return {
        "text": lambda say: render_text(listing(say), say),
        "markdown": lambda say: render_markdown(listing(say), say),
        "csv": lambda say: render_csv(listing(say), say),
        "xlsx": lambda say: render_xlsx(listing(say), say),
        "html": lambda say: render_html(listing(say), lang, say),
    }
