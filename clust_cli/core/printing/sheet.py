"""The sheet: what a document's fields say at a glance, as its kind lays it out.

In: a document and the vocabularies. Out: labels and values, in the kind's order, empty ones left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clust_cli.core.documents import Document
from clust_cli.core.kinds.kind import Kind, SheetRow
from clust_cli.core.kinds.vocabularies import Term, Vocabulary
from clust_cli.core.moments import spoken
from clust_cli.core.plain import Plain
from clust_cli.core.printing.printed import printed

_BRACKETS = re.compile(r"\([^()]*\)")
_FIRST_NAME = re.compile(r"\[?\{(\w+)\}")

Vocabularies = Mapping[str, Vocabulary]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A label and what stands beside it; long entries of a list have a line each."""

    label: str
    values: tuple[str, ...]


def sheet(document: Document, vocabularies: Vocabularies, months: str = "") -> tuple[SheetLine, ...]:
    """The lines of a document's sheet; none for a kind without one. `months` are their names, from January on."""
    if document.kind is None:
        return ()
    lines = (
        line
        for row in document.kind.sheet
        for line in _lines(row, _in_words(document, row.field, months), document, vocabularies)
    )
    return tuple(line for line in lines if line.values)


def _in_words(document: Document, field: str, months: str) -> Plain:
    """A field's value; a moment in words: novembre 2016."""
    value = document.value(field)
    is_moment = document.kind is not None and document.kind.schema_at(field).get("format") == "moment"
    return spoken(value, months, "1er" if months.startswith("janvier") else "1") if is_moment and value else value


def _lines(row: SheetRow, value: Plain, document: Document, vocabularies: Vocabularies) -> Iterator[SheetLine]:
    kind = document.kind
    if kind is None or value is None:
        return
    schema = kind.schema_at(row.field)
    if row.by and isinstance(value, list):
        yield from _grouped(row, value, kind, vocabularies)
        return
    texts = _entries(value, schema, vocabularies)
    if texts and _begins_with_label(schema):
        texts = (texts[0][:1].upper() + texts[0][1:], *texts[1:])
    beside = printed(document.value(row.beside), kind.schema_at(row.beside), vocabularies) if row.beside else ""
    if texts and beside:
        texts = (*texts[:-1], f"{texts[-1]} ({beside})")
    yield SheetLine(_label(row, value, schema), texts)


def _label(row: SheetRow, value: Plain, schema: Mapping[str, Plain]) -> str:
    """The field's label; a list of one entry takes the label of an entry, where it has one: Région, not Régions."""
    alone = schema.get("items", {}).get("title") if isinstance(value, list) and len(value) == 1 else None
    return str(alone or schema.get("title", row.field))


def _entries(value: Plain, schema: Mapping[str, Plain], vocabularies: Vocabularies) -> tuple[str, ...]:
    """The texts of a value: entries with a comma or a dash of their own, outside brackets, have a line each."""
    if not isinstance(value, list):
        text = printed(value, schema, vocabularies)
        return (text,) if text else ()
    texts = [printed(entry, schema.get("items", {}), vocabularies) for entry in value]
    texts = [text for text in texts if text]
    if any(re.search("[,—]", _BRACKETS.sub("", text)) for text in texts):
        return tuple(texts)
    return (", ".join(texts),) if texts else ()


def _begins_with_label(schema: Mapping[str, Plain]) -> bool:
    """Whether a value's text begins with a term's label, which takes a capital there; a name stays as it is written."""
    one = schema.get("items", schema)
    first = _FIRST_NAME.match(one.get("print", ""))
    return "vocabulary" in (one.get("properties", {}).get(first[1], {}) if first else one)


def _grouped(row: SheetRow, entries: list[Plain], kind: Kind, vocabularies: Vocabularies) -> Iterator[SheetLine]:
    """One line for each value of a field of the entries, such as the role of people."""
    items = kind.schema_at(row.field).get("items", {})
    vocabulary = vocabularies.get(items.get("properties", {}).get(row.by, {}).get("vocabulary", ""))
    known = [entry for entry in entries if isinstance(entry, Mapping) and entry.get(row.by)]
    for term in vocabulary.terms if vocabulary else ():
        of_term = [entry for entry in known if entry[row.by] == term.id]
        if of_term:
            texts = (printed(entry, items, vocabularies) for entry in of_term)
            yield SheetLine(_agreeing(term, of_term), tuple(text for text in texts if text))


def _agreeing(term: Term, people: list[Mapping[str, Plain]]) -> str:
    """The term's label, agreeing with the one person it stands for; neutral for several or an unknown gender."""
    form = {"f": "feminine", "m": "masculine"}.get(str(people[0].get("gender", "")), "")
    return (len(people) == 1 and term.extra.get(form)) or term.label
