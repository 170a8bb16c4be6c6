"""What stands in the way of a change of a term: files that cannot be read whole, and names that mean something else.

In: a workspace, and a swap. Out: the place at fault, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from clust_cli.core.blocks import blocks
from clust_cli.core.coding import coded_entries
from clust_cli.core.diagnostics import Severity
from clust_cli.core.documents import Document
from clust_cli.core.places import Place
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.terms.swap import Swap

READ_BY_CLUST = frozenset({"statuses", "genders", "departments", "regions"})
"""Vocabularies whose terms the program knows by their ids: what is finished, who agrees how, what is on the map."""


def unreadable(workspace: Workspace) -> Place | None:
    """The first place that cannot be read: a term may be named there."""
    for fault in workspace.faults:
        if fault.severity is Severity.ERROR:
            return fault.place
    return next((place for document in workspace.documents for place in _unreadable(document, workspace)), None)


def other_meaning(workspace: Workspace, swap: Swap) -> Place | None:
    """Where a document gives an action of another type the id that its passages would be coded with."""
    for document in workspace.documents:
        if swap.old in document.codes and swap.codes(document, workspace) and document.kind:
            for one in workspace.schemas.coded_lists[document.kind.name]:
                for entry in coded_entries(document, one):
                    if entry.id == swap.new and entry.term not in (swap.old, swap.new):
                        return document.fields.place(entry.route)
    return None


def _unreadable(document: Document, workspace: Workspace) -> Iterator[Place]:
    for fault in document.faults:
        if fault.severity is Severity.ERROR:
            yield fault.place
    if document.unreadable or document.kind is None:
        yield document.heading_place
    if document.body.cut_short:
        yield next(document.place(flaw.span) for flaw in document.body.flaws if flaw.rule == "unclosed-comment")
    for _fence, block in blocks(document, workspace):
        if isinstance(block, tuple):
            yield block[0].place
