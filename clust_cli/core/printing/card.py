"""The card of a document: its map, the facts of its sheet as a table, and the badges that it wears.

In: a document and the lines of its sheet. Out: one node of class `card`, in it `map`, `badges` and `sheet`; or nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clust_cli.core.counting.axes import all_values, vocabulary_of
from clust_cli.core.documents import Document
from clust_cli.core.printing.ast import Nodes, bullets, div, para, row, span, table, words
from clust_cli.core.printing.sheet import SheetLine
from clust_cli.core.workspace import Workspace


def card(
    document: Document,
    lines: Sequence[SheetLine],
    workspace: Workspace,
    phrases: Mapping[str, str],
    locator: Nodes,
) -> Nodes:
    """The facts of a document, its map first; nothing for one whose fields say nothing."""
    parts = [*locator, *_badges(document, workspace), *_sheet(document, lines, phrases)]
    return [div("card", parts)] if parts else []


def _sheet(document: Document, lines: Sequence[SheetLine], phrases: Mapping[str, str]) -> Nodes:
    """The sheet as a table, headed by the document's title."""
    rows = [row([words(line.label), _by_line(line.values)]) for line in lines]
    head = [words(phrases["sheet"]), words(document.title)]
    return [div("sheet", [table(head, rows, (0.3, 0.7), "ll")])] if rows else []


def _badges(document: Document, workspace: Workspace) -> Nodes:
    """The values of the kind's axis of badges, in the vocabulary's order: the axis's title, and a list.

    The words of a value stand in a Span that tells axis and value, as those of the rows of a cross-table do.
    """
    axis = document.kind.axes.get(document.kind.badges) if document.kind else None
    if axis is None:
        return []
    vocabulary = vocabulary_of(workspace, axis)
    values = all_values(workspace, axis, document)
    known = (
        [(term.id, term.narrow) for term in vocabulary.terms if term.id in values]
        if vocabulary
        else [(value, value) for value in values]
    )
    listed = bullets([span(words(label), axis=axis.name, value=value)] for value, label in known)
    return [div("badges", [para(words(axis.title)), listed])] if known else []


def _by_line(values: Sequence[str]) -> Nodes:
    """The values, a line each."""
    made: Nodes = []
    for value in values:
        made += [{"t": "LineBreak"}] if made else []
        made += words(value)
    return made
