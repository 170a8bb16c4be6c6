"""The lists of a document that its kind has printed as tables, such as the answers of a survey.

In: a document and the vocabularies. Out: tables with their captions, in the kind's order.
Source: docs/kinds.md, “Tables”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind, TableRule
from clust_cli.core.kinds.vocabularies import Vocabulary
from clust_cli.core.plain import Plain
from clust_cli.core.printing.ast import Node, Nodes, row, table, words
from clust_cli.core.printing.printed import printed

_FIRST_COLUMN = 0.7
"""Units: the share of the line that the first column takes."""

_Vocabularies = Mapping[str, Vocabulary]


def field_tables(document: Document, vocabularies: _Vocabularies) -> Nodes:
    """A table for each list that the kind names; for a list inside another, one for each entry of that."""
    kind = document.kind
    if kind is None:
        return []
    return [
        made
        for rule in kind.tables
        for caption, entries in _lists(document.values, rule.field.split("."), kind.fields, "", vocabularies)
        for made in _table(rule, kind, caption, entries, vocabularies)
    ]


def _lists(
    values: Plain, path: Sequence[str], schema: Mapping[str, Plain], caption: str, vocabularies: _Vocabularies
) -> Iterator[tuple[str, Sequence[Plain]]]:
    """The lists that a path leads to, each captioned by the entry around it as printed, else by its own label."""
    inner: Mapping[str, Plain] = schema.get("properties", {}).get(path[0], {})
    value = values.get(path[0]) if isinstance(values, Mapping) else None
    if len(path) == 1:
        if isinstance(value, list):
            yield caption or str(inner.get("title", path[0])), value
    elif isinstance(value, list):
        entry_schema = inner.get("items", {})
        for entry in value:
            yield from _lists(entry, path[1:], entry_schema, printed(entry, entry_schema, vocabularies), vocabularies)
    else:
        yield from _lists(value, path[1:], inner, caption, vocabularies)


def _table(
    rule: TableRule, kind: Kind, caption: str, entries: Sequence[Plain], vocabularies: _Vocabularies
) -> Iterator[Node]:
    """One list; columns that say nothing are left out, and a table of which only the first would stay."""
    schemas = {name: kind.schema_at(f"{rule.field}.{name}") for name in rule.columns}
    rows = [
        {name: printed(entry.get(name), schema, vocabularies) for name, schema in schemas.items()}
        for entry in entries
        if isinstance(entry, Mapping)
    ]
    names = [name for index, name in enumerate(rule.columns) if not index or any(one[name] for one in rows)]
    if len(names) == 1 < len(rule.columns):
        return
    head = [words(str(schemas[name].get("title", name))) for name in names]
    aligned = "".join("r" if schemas[name].get("type") in ("integer", "number") else "l" for name in names)
    rest = (1 - _FIRST_COLUMN) / max(1, len(names) - 1)
    widths = [_FIRST_COLUMN if not index else rest for index in range(len(names))] if len(names) > 1 else [1.0]
    yield table(head, [row([words(one[name]) for name in names]) for one in rows], widths, aligned, words(caption))
