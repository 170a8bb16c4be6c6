"""Generated blocks: fenced code blocks whose first word names them and whose lines are YAML.

In: a fence of a document. Out: a block's value, or what is wrong with it at its line.
Source: docs/formats.md, “Generated blocks”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clust_cli.core import catalogue
from clust_cli.core.counting.axes import GROUP, axis_names, find_axis, vocabulary_of
from clust_cli.core.counting.queries import QueryFault, parse_query
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.body import Fence
from clust_cli.core.reading.fields import Fields, parse_fields
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace

_YES, _NO = "true", "false"
_NAME: Mapping[str, Plain] = {"type": "string"}
_SCHEMAS: Mapping[str, Mapping[str, Plain]] = {
    "crosstab": {
        "type": "object",
        "properties": {
            "rows": _NAME,
            "columns": _NAME,
            "only": {"type": "array", "items": _NAME},
            "where": _NAME,
            "hide_empty": _NAME,
        },
    },
    "documents": {"type": "object", "properties": {"kind": _NAME}},
    "map": {"type": "object", "properties": {"kind": _NAME, "by": _NAME}},
    "codebook": {"type": "object", "properties": {"vocabulary": _NAME}},
}
WORDS = tuple(_SCHEMAS)
"""The words that name a block."""
DEFAULT_ROWS, DEFAULT_COLUMNS = "action", "territory"


@dataclass(frozen=True, slots=True)
class CrosstabBlock:
    """A cross-table to be printed: the names of its axes, the rows to keep, the query documents must meet."""

    rows: str = DEFAULT_ROWS
    columns: str = DEFAULT_COLUMNS
    only: tuple[str, ...] = ()
    where: str = ""
    hide_empty: bool = False


@dataclass(frozen=True, slots=True)
class DocumentsBlock:
    """Where the documents of a kind are printed, in the memento's order."""

    kind: str


@dataclass(frozen=True, slots=True)
class MapBlock:
    """A map of the documents of a kind, numbered in the memento's order; `by` is the axis that groups them."""

    kind: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class CodebookBlock:
    """The terms that a memento uses, with what they mean: of one vocabulary, or of all that code passages."""

    vocabulary: str = ""


Block = CrosstabBlock | DocumentsBlock | MapBlock | CodebookBlock


def blocks(document: Document, workspace: Workspace) -> Iterator[tuple[Fence, Block | tuple[Diagnostic, ...]]]:
    """Every fence of a document that names a block, with its value or what is wrong with it.

    A fence without a word is a plain sample of code and no block.
    """
    for fence in document.body.fences:
        if fence.words:
            yield fence, parse_block(document, fence, workspace)


def parse_block(document: Document, fence: Fence, workspace: Workspace) -> Block | tuple[Diagnostic, ...]:
    """Read one fence as a block."""
    word = fence.words[0]
    if word not in _SCHEMAS or len(fence.words) > 1:
        place = document.place(fence.span)
        near = nearest(word, WORDS) if word not in _SCHEMAS else ""
        first_line = place.source.place(place.span.start, _line_end(document, fence))
        variant = "extra" if word in _SCHEMAS else "" if near else "list"
        return (catalogue.UNKNOWN_BLOCK.at(first_line, variant, word=" ".join(fence.words), near=near, known=WORDS),)
    if document.source.data[fence.span.start - 1 : fence.span.start] not in (b"\n", b"\r"):
        first_line = document.source.place(fence.span.start, _line_end(document, fence))
        return (catalogue.UNKNOWN_BLOCK.at(first_line, "nested", word=word),)
    fields = block_fields(document, fence)
    if isinstance(fields, Diagnostic):
        return (fields,)
    if fields.faults:
        return fields.faults
    if word == "crosstab":
        return _crosstab(fields, workspace)
    if word == "codebook":
        return _codebook(fields, workspace)
    place = document.source.place(fence.span.start, _line_end(document, fence))
    return (_documents if word == "documents" else _map)(fields, place, workspace)


def block_fields(document: Document, fence: Fence) -> Fields | Diagnostic:
    """The lines of a fence that names a block, read as its fields."""
    written = document.source.data[fence.content.start : fence.content.end].decode("utf-8", errors="replace")
    # The parser gives every line the same ending; places must be those of the file.
    same = written.replace("\r\n", "\n") == fence.text
    text = YamlText(document.source, written if same else fence.text, fence.content.start)
    node = parse_yaml(text)
    return node if isinstance(node, Diagnostic) else parse_fields(text, node, _SCHEMAS[fence.words[0]])


def _codebook(fields: Fields, workspace: Workspace) -> Block | tuple[Diagnostic, ...]:
    name = str(fields.values.get("vocabulary", ""))
    known = tuple(sorted(one.name for one in workspace.vocabularies.values() if one.codable))
    if name and name not in known:
        return (_unknown(fields, ("vocabulary",), name, known, "vocabulary"),)
    return CodebookBlock(name)


def _documents(fields: Fields, place: Place, workspace: Workspace) -> Block | tuple[Diagnostic, ...]:
    known = (one.name for one in workspace.kinds.values() if not one.abstract and one.folder)
    return tuple(_wrong_kind(fields, place, workspace, known)) or DocumentsBlock(str(fields.values["kind"]))


def _map(fields: Fields, place: Place, workspace: Workspace) -> Block | tuple[Diagnostic, ...]:
    known = (one.name for one in workspace.kinds.values() if one.map)
    faults = tuple(_wrong_kind(fields, place, workspace, known))
    if faults:
        return faults
    block = MapBlock(str(fields.values["kind"]), str(fields.values.get("by", "")))
    kind = workspace.kinds.get(block.kind)
    names = tuple(name for name in axis_names(workspace) if kind and name.removesuffix(GROUP) in kind.axes)
    if block.by and kind and block.by not in names:
        return (_unknown(fields, ("by",), block.by, names, "by"),)
    return block


def _wrong_kind(fields: Fields, place: Place, workspace: Workspace, known: Iterable[str]) -> Iterator[Diagnostic]:
    """What is wrong with the kind that a block names, at the word, or at the block's first line where it names none."""
    kind, names = str(fields.values.get("kind", "")), tuple(sorted(known))
    if kind in workspace.schemas.broken or kind in names:
        return
    near = nearest(kind, names) if kind else ""
    found = fields.place(("kind",)) if kind else place
    yield catalogue.UNKNOWN_VALUE.at(found, "" if near else "list", word=kind, near=near, known=names, label="kind")


def _crosstab(fields: Fields, workspace: Workspace) -> Block | tuple[Diagnostic, ...]:
    values = fields.values
    hide = str(values.get("hide_empty", _NO))
    if hide not in (_YES, _NO):
        return (_unknown(fields, ("hide_empty",), hide, (_YES, _NO), "hide_empty"),)
    block = CrosstabBlock(
        rows=str(values.get("rows", DEFAULT_ROWS)),
        columns=str(values.get("columns", DEFAULT_COLUMNS)),
        only=tuple(values.get("only", ())),
        where=str(values.get("where", "")),
        hide_empty=hide == _YES,
    )
    faults = tuple(_wrong_axes(block, fields, workspace)) or tuple(_wrong_rows(block, fields, workspace))
    return faults or tuple(_wrong_query(block, fields, workspace)) or block


def _wrong_axes(block: CrosstabBlock, fields: Fields, workspace: Workspace) -> Iterator[Diagnostic]:
    for key, name in (("rows", block.rows), ("columns", block.columns)):
        if find_axis(workspace, name) is None:
            yield _unknown(fields, (key,), name, axis_names(workspace), key)


def _wrong_rows(block: CrosstabBlock, fields: Fields, workspace: Workspace) -> Iterator[Diagnostic]:
    axis = find_axis(workspace, block.rows)
    vocabulary = vocabulary_of(workspace, axis) if axis else None
    if vocabulary is None:
        return
    known = tuple(vocabulary.group_labels) if block.rows.endswith(GROUP) else tuple(vocabulary.by_id)
    for index, word in enumerate(block.only):
        if word not in known:
            yield _unknown(fields, ("only", index), word, known, "only")


def _wrong_query(block: CrosstabBlock, fields: Fields, workspace: Workspace) -> Iterator[Diagnostic]:
    fault = parse_query(block.where, workspace) if block.where else None
    if isinstance(fault, QueryFault):
        variant = "near" if fault.near else "list" if fault.known else ""
        place = fields.place(("where",))
        word = fault.word or block.where
        yield catalogue.BROKEN_QUERY.at(place, variant, word=word, near=fault.near, known=fault.known)


def _unknown(fields: Fields, route: Route, word: str, known: tuple[str, ...], label: str) -> Diagnostic:
    near = nearest(word, known)
    variant = "" if near else "list"
    return catalogue.UNKNOWN_VALUE.at(fields.place(route), variant, word=word, near=near, known=known, label=label)


def _line_end(document: Document, fence: Fence) -> int:
    data = document.source.data
    newline = data.find(b"\n", fence.span.start)
    return newline if newline >= 0 else len(data)
