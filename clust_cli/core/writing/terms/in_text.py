"""A term where the text of a document names it: codes, queries of claims, blocks.

In: a document and a swap. Out: changes of its text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clust_cli.core.blocks import DEFAULT_ROWS, WORDS, block_fields
from clust_cli.core.counting.axes import find_axis
from clust_cli.core.counting.queries import QueryFault, query_values
from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Axis
from clust_cli.core.places import Place, Span
from clust_cli.core.plain import Route
from clust_cli.core.reading.body import Fence, Passage
from clust_cli.core.reading.fields import Fields
from clust_cli.core.workspace import Workspace
from clust_cli.core.writing.splicing import Change, UnsureError
from clust_cli.core.writing.terms.swap import Swap
from clust_cli.core.writing.terms.yaml_words import YamlUse, inner_start, word_changes

QUERIES = ("where", "among")


class QueryUse(NamedTuple):
    """A query of a document: its text, where it stands, and where its words begin; None where that is not sure."""

    text: str
    place: Place
    start: int | None


def text_changes(document: Document, swap: Swap, workspace: Workspace) -> Iterator[Change]:
    """Every change of a document's text."""
    if swap.codes(document, workspace):
        for passage in document.body.passages:
            yield from _code_changes(document, passage, swap)
    for query in queries(document):
        yield from _query_changes(query, swap, workspace)
    for fence, fields in block_texts(document):
        hits = rows(fence, fields, swap, workspace)
        if hits:
            yield from word_changes(YamlUse(fields.text, fields.nodes, fields.values, hits), swap.new)


def block_texts(document: Document) -> Iterator[tuple[Fence, Fields]]:
    """The blocks of a document, each with its fields as far as they can be read."""
    for fence in document.body.fences:
        if fence.words and fence.words[0] in WORDS:
            fields = block_fields(document, fence)
            if isinstance(fields, Fields):
                yield fence, fields


def queries(document: Document) -> Iterator[QueryUse]:
    """The queries of a document: of its claims, then of its blocks."""
    data = document.source.data
    for claim in document.body.claims:
        for key, value, span in claim.keys:
            if key in QUERIES:
                is_sure = data[span.start : span.end] == value.encode()
                yield QueryUse(value, document.place(span), span.start if is_sure else None)
    for _fence, fields in block_texts(document):
        if fields.values.get("where"):
            node = fields.nodes["where",]
            begin = inner_start(fields.text, node)
            start = None if begin is None else fields.text.span(begin, begin).start
            yield QueryUse(str(node.value).rstrip(), fields.place(("where",)), start)


def rows(fence: Fence, fields: Fields, swap: Swap, workspace: Workspace) -> tuple[Route, ...]:
    """Where a cross-table's own list of rows names the term."""
    if fence.words[0] != "crosstab":
        return ()
    axis = find_axis(workspace, str(fields.values.get("rows", DEFAULT_ROWS)))
    if axis is None or not swap.sorts(axis, workspace):
        return ()
    return tuple(("only", index) for index, word in enumerate(fields.values.get("only", ())) if word == swap.old)


def code_ids(passage: Passage, swap: Swap) -> tuple[str, ...]:
    """The codes that a passage must carry once the term has given way, each once where it would be twice."""
    ids: list[str] = []
    known = [code.id for code in passage.codes]
    for id in known:
        if id != swap.old or (swap.new not in known and swap.new not in ids):
            ids.append(swap.id(id))
    return tuple(ids)


def _code_changes(document: Document, passage: Passage, swap: Swap) -> Iterator[Change]:
    """New codes for old ones; a passage that would carry one twice loses one."""
    data = document.source.data
    carried = {code.id for code in passage.codes} & {swap.new}
    for code in passage.codes:
        if code.id != swap.old:
            continue
        if carried:
            yield Change(document.place(_with_spaces(data, code.span)), f"#{swap.old}", "")
        else:
            carried = {swap.new}
            yield Change(document.place(code.span), f"#{swap.old}", f"#{swap.new}")


def _with_spaces(data: bytes, span: Span) -> Span:
    """A code with the spaces before it; those behind it where it begins its line."""
    line = data.rfind(b"\n", 0, span.start) + 1
    before = data[line : span.start]
    if before.strip():
        return Span(span.start - len(before) + len(before.rstrip(b" \t")), span.end)
    behind = data[span.end :]
    return Span(span.start, span.end + len(behind) - len(behind.lstrip(b" \t")))


def _query_changes(query: QueryUse, swap: Swap, workspace: Workspace) -> Iterator[Change]:
    values = query_values(query.text, workspace)
    if isinstance(values, QueryFault):
        raise UnsureError(query.place)
    for value in values:
        if swap.is_named_by(value, workspace):
            if query.start is None or swap.is_ambiguous(value.axis, workspace):
                raise UnsureError(query.place)
            start = query.start + len(query.text[: value.start].encode())
            span = Span(start, start + len(value.word.encode()))
            yield Change(Place(query.place.source, span), value.word, swap.new)


def query_ids(document: Document, workspace: Workspace) -> Sequence[tuple[tuple[Axis, str], ...]]:
    """What each query of a document names: pairs of an axis and a value."""
    found = []
    for query in queries(document):
        values = query_values(query.text, workspace)
        if isinstance(values, QueryFault):
            raise UnsureError(query.place)
        found.append(tuple((value.axis, value.id) for value in values))
    return found
