"""The card of a document: its map, the facts of its sheet as a table, and the badges that it wears.

In: a document and the lines of its sheet. Out: one node of class `card`, in it `map`, `crest`, `badges` and `sheet`; or
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clust_cli.core.counting.axes import all_values, vocabulary_of
from clust_cli.core.documents import Document
from clust_cli.core.kinds.formats import paths_of_format
from clust_cli.core.printing.ast import Node, Nodes, bullets, div, image, para, row, span, table, words
from clust_cli.core.printing.sheet import SheetLine
from clust_cli.core.targets import resolve
from clust_cli.core.workspace import Workspace

_WIDEST, _HIGHEST = 31.0, 18.0
"""Units: millimetres, of a logo."""


def card(
    document: Document,
    lines: Sequence[SheetLine],
    workspace: Workspace,
    phrases: Mapping[str, str],
    locator: Nodes,
) -> Nodes:
    """The facts of a document, its map and logo first; nothing for one whose fields say nothing."""
    beside = [*locator, *_logos(document, workspace, phrases), *_badges(document, workspace)]
    parts = [*beside, *_sheet(document, lines, phrases)]
    return [div("card", parts)] if parts else []


def _sheet(document: Document, lines: Sequence[SheetLine], phrases: Mapping[str, str]) -> Nodes:
    """The sheet as a table, headed by the document's title."""
    rows = [row([words(line.label), _by_line(line.values)]) for line in lines]
    head = [words(phrases["sheet"]), words(document.title)]
    return [div("sheet", [table(head, rows, (0.3, 0.7), "ll")])] if rows else []


def _logos(document: Document, workspace: Workspace, phrases: Mapping[str, str]) -> Iterator[Node]:
    """The images that the document's own fields name, where they can be printed: as large as a margin takes them."""
    for field in paths_of_format(document.kind, "image") if document.kind else ():
        target = document.value(field)
        path = resolve(document, target) if isinstance(target, str) else None
        header = workspace.images.get(path or "")
        if path and header and not header.trouble:
            width = min(_WIDEST, _HIGHEST * header.width / header.height)
            alt = phrases["logo"].format(title=document.title)
            yield div("crest", [para([image(alt, path, width=f"{width:.1f}mm")])])


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
