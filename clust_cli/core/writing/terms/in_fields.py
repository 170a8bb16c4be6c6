"""A term where fields and schemas name it: documents, the register of names, kinds, funders.

In: a workspace, its files and a swap. Out: each text of YAML with the routes that name the term.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.marked import along, marked
from clust_cli.core.kinds.schema_files import SchemaFile, parse_schema_file
from clust_cli.core.names import SCHEMA
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.fields import entries
from clust_cli.core.workspace import Workspace, is_schema_path
from clust_cli.core.writing.terms.swap import Swap, own_ids
from clust_cli.core.writing.terms.yaml_words import YamlUse

_OF_CODES = ("unsupported-action", "undeclared-action")
_OF_FIELDS = ("retired-value", "missing-entry")
_NO_NODES: Mapping[Route, Plain] = {}


def field_uses(workspace: Workspace, sources: Mapping[str, bytes], swap: Swap) -> Iterator[YamlUse]:
    """Every file of a workspace whose fields may name terms, but for the vocabulary's own."""
    for document in workspace.documents:
        hits = tuple(_document_hits(document, workspace, swap))
        nodes = document.fields.nodes if hits else _NO_NODES
        yield YamlUse(document.fields.text, nodes, document.values, hits)
    names = workspace.names.fields
    hits = tuple(_coded_hits(names.values, tuple(marked(SCHEMA, "vocabulary")), swap))
    if names.text.source.path:
        yield YamlUse(names.text, names.nodes if hits else _NO_NODES, names.values, hits)
    for path, data in sources.items():
        file = parse_schema_file(Source(path, data)) if is_schema_path(path) else None
        if isinstance(file, SchemaFile) and "vocabulary" not in file.value:
            yield YamlUse(file.text, file.nodes, file.value, tuple(schema_hits(file.value, workspace, swap)))


def schema_hits(value: Mapping[str, Plain], workspace: Workspace, swap: Swap) -> Iterator[Route]:
    """Where a kind or a funder names the term."""
    kind = workspace.kinds.get(str(value.get("kind", "")))
    if kind:
        yield from _kind_hits(value.get("fields"), kind.fields, ("fields",), swap)
    memento = workspace.kinds.get("memento")
    for index, duty in enumerate(value.get("duties", ()) if memento else ()):
        when = duty.get("when", {})
        if memento and when.get("is") == swap.old and _takes(memento, str(when.get("field", "")), swap):
            yield ("duties", index, "when", "is")


def _kind_hits(raw: Plain, full: Mapping[str, Plain], route: Route, swap: Swap) -> Iterator[Route]:
    """Walk a kind's own fields beside those it has with its base's."""
    if not isinstance(raw, Mapping):
        return
    if full.get("vocabulary") == swap.vocabulary:
        if raw.get("const") == swap.old:
            yield (*route, "const")
        for index, one in enumerate(raw.get("enum", ())):
            if one == swap.old:
                yield (*route, "enum", index)
    yield from _kind_hits(raw.get("items"), full.get("items", {}), (*route, "items"), swap)
    free = "additionalProperties"
    yield from _kind_hits(raw.get(free), full.get(free, {}), (*route, free), swap)
    for name, inner in raw.get("properties", {}).items():
        yield from _kind_hits(inner, full.get("properties", {}).get(name, {}), (*route, "properties", name), swap)
    wanted = raw.get("contains", {}).get("properties", {})
    for name, inner in wanted.items():
        schema = full.get("items", {}).get("properties", {}).get(name, {})
        yield from _kind_hits(inner, schema, (*route, "contains", "properties", name), swap)


def _takes(kind: Kind, path: str, swap: Swap) -> bool:
    return kind.vocabulary_of(path) == swap.vocabulary


def _document_hits(document: Document, workspace: Workspace, swap: Swap) -> Iterator[Route]:
    if document.kind is None:
        return
    in_fields = tuple(_coded_hits(document.values, document.kind.coded_fields, swap))
    yield from in_fields
    for index, entry in entries(document.values, "accepted"):
        if entry.get("what") == swap.old and _is_doubted(str(entry.get("rule", "")), document, workspace, swap):
            yield ("accepted", index, "what")


def _coded_hits(values: Mapping[str, Plain], fields: tuple[tuple[Route, str], ...], swap: Swap) -> Iterator[Route]:
    for steps, name in fields:
        for route, value in along(values, steps) if name == swap.vocabulary else ():
            if value == swap.old:
                yield route


def _is_doubted(rule: str, document: Document, workspace: Workspace, swap: Swap) -> bool:
    """Whether what an accepted doubt names is the term: not an action's own id, nor a word of the prose."""
    if document.kind is None:
        return False
    if rule in _OF_CODES:
        lists = workspace.schemas.coded_lists[document.kind.name]
        return swap.old not in own_ids(document, workspace) and any(
            one.vocabulary.name == swap.vocabulary for one in lists
        )
    return rule in _OF_FIELDS and any(name == swap.vocabulary for _steps, name in document.kind.coded_fields)
