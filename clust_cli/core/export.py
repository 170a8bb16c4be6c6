"""The collection as open data: one value for JSON, and flat tables for spreadsheets.

In: a workspace. Out: plain values, nothing lost but the prose. Source: docs/formats.md, “Export”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clust_cli.core.documents import Document
from clust_cli.core.plain import Plain, value_at
from clust_cli.core.words import slug
from clust_cli.core.workspace import Memento, Workspace

JOIN = " | "
OPENING = "opening"
_SECTION = ("id", "heading", "words", "items", "line")
_OWN = ("id", "memento", "path", "kind", "title", "status")

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Rows of plain cells under a head. The first is `documents`; the others name their document in each row."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """Where a kind keeps values: `form` is scalar, list, objects or free (names of the author's own)."""

    path: str
    form: str
    names: tuple[str, ...] = ()


def export_value(mementos: Sequence[Memento]) -> dict[str, Plain]:
    """Everything the documents' fields say, with the measures of their sections."""
    return {
        "version": 1,
        "mementos": [
            {"number": one.number, "title": one.title, "documents": [_document(each) for each in _documents(one)]}
            for one in mementos
        ],
    }


def export_tables(workspace: Workspace, mementos: Sequence[Memento]) -> tuple[FlatTable, ...]:
    """The same as tables: a row a document with dotted columns, and a table for each list of objects.

    Shape: a list inside another has a table too; columns are those of the kinds, filled or not, so that they do not
    move from one export to the next; a list of plain values is one cell, joined with “ | ”.
    """
    documents = [document for one in mementos for document in _documents(one)]
    leaves = _merged(leaf for kind in workspace.kinds.values() for leaf in _leaves(kind.fields, ""))
    flat = [leaf.path for leaf in leaves.values() if leaf.form in ("scalar", "list") and leaf.path not in _OWN]
    rows = tuple((*_own(one), *(_cell(value_at(one.values, path)) for path in flat)) for one in documents)
    lists = (leaf for leaf in leaves.values() if leaf.form in ("objects", "free"))
    return (
        FlatTable("documents", (*_OWN, *flat), rows),
        *(_objects(leaf, documents) if leaf.form == "objects" else _free(leaf, documents) for leaf in lists),
        _sections(documents),
    )


def _documents(memento: Memento) -> Iterator[Document]:
    if memento.document:
        yield memento.document
    yield from memento.documents


def _document(document: Document) -> dict[str, Plain]:
    return {
        "id": document.id,
        "path": document.path,
        "kind": document.kind.name if document.kind else None,
        "title": document.title,
        "status": document.status if document.kind else None,
        "fields": document.values,
        "sections": [dict(zip(_SECTION, section, strict=True)) for section in _section_values(document)],
    }


def _section_values(document: Document) -> Iterator[tuple[Cell, ...]]:
    """The sections; a heading of the author's own has an id made of its words. Units: `line` counts from 1."""
    for index, section in enumerate(document.body.sections):
        if index == 0 and not section.filled:
            continue
        rule = document.rule_of(section) if index else None
        name = rule.id if rule else slug(section.heading) or OPENING
        line = document.place(section.span).start.line
        yield name, section.heading, section.words, section.items, line


def _own(document: Document) -> tuple[Cell, ...]:
    kind = document.kind.name if document.kind else None
    status = document.status if document.kind else None
    return document.id, document.number, document.path, kind, document.title, status


def _leaves(schema: Mapping[str, Plain], path: str) -> Iterator[_Leaf]:
    """Where values are, in the order of the kind."""
    for name, inner in schema.get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        items = inner.get("items", {})
        if "properties" in items:
            inside = _leaves(items, "")
            yield _Leaf(here, "objects", tuple(leaf.path for leaf in inside if leaf.form in ("scalar", "list")))
            for leaf in _leaves(items, here):
                if leaf.form == "objects":
                    yield leaf
        elif "properties" in inner:
            yield from _leaves(inner, here)
        elif "additionalProperties" in inner:
            yield _Leaf(here, "free")
        else:
            yield _Leaf(here, "list" if inner.get("type") == "array" else "scalar")


def _merged(leaves: Iterable[_Leaf]) -> Mapping[str, _Leaf]:
    """The leaves of every kind by their path; lists of one name share a table that has the columns of both."""
    merged: dict[str, _Leaf] = {}
    for leaf in leaves:
        known = merged.get(leaf.path, leaf)
        merged[leaf.path] = _Leaf(leaf.path, known.form, tuple(dict.fromkeys((*known.names, *leaf.names))))
    return merged


def _objects(leaf: _Leaf, documents: Sequence[Document]) -> FlatTable:
    rows = [
        (document.id, number, *(_cell(value_at(entry, name)) for name in leaf.names))
        for document in documents
        for number, entry in _entries(document.values, leaf.path.split("."))
    ]
    return FlatTable(leaf.path, ("document", "entry", *leaf.names), tuple(rows))


def _entries(value: Plain, path: Sequence[str], outer: str = "") -> Iterator[tuple[Cell, Mapping[str, Plain]]]:
    """The entries of the list that a path leads to, each with its number: 2.1 is the first of the second."""
    if isinstance(value, list):
        for number, entry in enumerate(value, 1):
            own = f"{outer}.{number}" if outer else number
            if not path and isinstance(entry, Mapping):
                yield own, entry
            elif path:
                yield from _entries(entry, path, str(own))
    elif isinstance(value, Mapping) and path:
        yield from _entries(value.get(path[0]), path[1:], outer)


def _free(leaf: _Leaf, documents: Sequence[Document]) -> FlatTable:
    rows = [
        (document.id, name, _cell(value))
        for document in documents
        for name, value in (value_at(document.values, leaf.path) or {}).items()
    ]
    return FlatTable(leaf.path, ("document", "name", "value"), tuple(rows))


def _sections(documents: Sequence[Document]) -> FlatTable:
    rows = [(document.id, *section) for document in documents for section in _section_values(document)]
    return FlatTable("sections", ("document", *_SECTION), tuple(rows))


def _cell(value: Plain) -> Cell:
    if isinstance(value, list):
        return JOIN.join(str(one) for one in value if one is not None)
    return value if isinstance(value, str | int | float) else None
