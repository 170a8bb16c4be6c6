"""The fields: what is missing, unfilled, out of the list, out of range, or of the wrong form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.documents import Document
from clust_cli.core.kinds.json_schema import json_schema, validator
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.kinds.marked import along
from clust_cli.core.places import Span
from clust_cli.core.plain import Plain, Route, dotted
from clust_cli.core.words import nearest
from clust_cli.core.workspace import Workspace


def check_owed_fields(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report the fields a document owes to its kind: absent, or present and empty."""
    for document in workspace.documents:
        if document.kind:
            yield from _owed(document, document.kind.fields, document.values, ())


def check_values(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report the values that their schema refuses, each kind's schema compiled once."""
    validators = {
        kind.name: validator(_schema(kind, workspace)) for kind in workspace.kinds.values() if not kind.abstract
    }
    for document in workspace.documents:
        if document.kind and document.values:
            told: dict[tuple[str, Span], Diagnostic] = {}
            for error in validators[document.kind.name].iter_errors(document.values):
                # A date may fail both its format and its pattern: that is one fault.
                told |= {(one.rule.id, one.place.span): one for one in _told(error, document, workspace)}
            yield from told.values()


def check_retired_values(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report terms that their vocabulary has replaced by another."""
    retired = {
        name: terms
        for name, vocabulary in workspace.vocabularies.items()
        if (terms := {term.id: term.replaced_by for term in vocabulary.terms if term.replaced_by})
    }
    for document in workspace.documents:
        for steps, name in document.kind.coded_fields if document.kind else ():
            for route, value in along(document.values, steps) if name in retired else ():
                near = retired[name].get(value)
                if near:
                    yield catalogue.RETIRED_VALUE.at(document.fields.place(route), word=value, near=near)


def check_ids(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report two entries of one list that carry the same id."""
    for document in workspace.documents:
        for name, value in document.values.items():
            yield from _same_ids(document, value, (name,)) if name != "programmes" else ()


def _same_ids(document: Document, entries: Plain, route: Route) -> Iterator[Diagnostic]:
    """The same, in a list and in the lists of its entries."""
    seen: set[str] = set()
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, Mapping):
            continue
        id = str(entry.get("id", ""))
        if id and id in seen:
            yield catalogue.DUPLICATE_ID.at(
                document.fields.place((*route, index, "id")), word=id, label=_label(document, route)
            )
        seen.add(id)
        for name, inner in entry.items():
            yield from _same_ids(document, inner, (*route, index, name))


def _owed(document: Document, schema: Mapping[str, Plain], values: Plain, route: Route) -> Iterator[Diagnostic]:
    """Walk what is required; an object that says nothing and is not required owes nothing."""
    fields = document.fields
    properties: Mapping[str, Plain] = schema.get("properties", {})
    present = values if isinstance(values, dict) else {}
    for name, inner in properties.items():
        here = (*route, name)
        required = name in schema.get("required", ())
        if here in fields.wrong or (route == () and name in ("kind", "gaps", "accepted")):
            continue
        if inner.get("type") == "object" and "properties" in inner and (name in present or required):
            if name in present or here in fields.keys:
                yield from _owed(document, inner, present.get(name), here)
                continue
        elif name in present:
            yield from _owed_entries(document, inner, present[name], here)
        if not required or name in present:
            continue
        yield _absence(document, here)


def _owed_entries(document: Document, schema: Mapping[str, Plain], values: Plain, route: Route) -> Iterator[Diagnostic]:
    if isinstance(values, list):
        for index, entry in enumerate(values):
            if isinstance(entry, dict):
                yield from _owed(document, schema.get("items", {}), entry, (*route, index))


def _absence(document: Document, route: Route) -> Diagnostic:
    is_there = route in document.fields.keys
    rule = catalogue.UNFILLED_FIELD if is_there else catalogue.MISSING_FIELD
    prompt = str(_schema_at(document.kind, route).get("description", ""))
    place = document.fields.key_place(route) if is_there or len(route) > 1 else document.heading_place
    field = dotted(route)
    return rule.at(place, word=str(route[-1]), field=field, label=_label(document, route), prompt=prompt)


def _told(error: Any, document: Document, workspace: Workspace) -> Iterator[Diagnostic]:
    """Tell what JSON Schema refuses, in the rule and the words of an author."""
    route: Route = tuple(error.instance_path)
    fields = document.fields
    if route in fields.wrong or any(route[: len(wrong)] == wrong for wrong in fields.wrong):
        return
    keyword = str(error.schema_path[-1])
    value = error.instance
    schema = _schema_at(document.kind, route)
    place = fields.place(route)
    label = _label(document, route)
    if keyword in ("enum", "const"):
        yield _unknown_value(document, route, str(value), schema, workspace)
    elif keyword in ("minimum", "maximum"):
        low, high = schema.get("minimum", ""), schema.get("maximum", "")
        variant = "between" if low != "" and high != "" else keyword
        yield catalogue.OUT_OF_RANGE.at(place, variant, word=str(value), label=label, low=low, high=high)
    elif keyword in ("minLength", "maxLength"):
        limit = schema.get(keyword, 0)
        word = str(value)
        yield catalogue.OUT_OF_RANGE.at(place, keyword, word=word, label=label, limit=limit, length=len(word))
    elif keyword in ("pattern", "format"):
        variant = str(schema.get("format", "pattern"))
        prompt = str(schema.get("description", ""))
        yield catalogue.WRONG_FORM.at(place, variant, word=str(value), label=label, prompt=prompt)
    elif keyword in ("minItems", "maxItems"):
        yield catalogue.TOO_FEW_ENTRIES.at(place, keyword, word=str(len(value)), label=label, limit=schema[keyword])
    elif keyword == "contains" and not _has_unknown_value(document, route, schema, workspace):
        yield _missing_entry(document, route, schema, workspace)


def _unknown_value(
    document: Document, route: Route, word: str, schema: Mapping[str, Plain], workspace: Workspace
) -> Diagnostic:
    vocabulary = workspace.vocabularies.get(schema.get("vocabulary", ""))
    known = vocabulary.current if vocabulary else tuple(str(one) for one in schema.get("enum", ()))
    near = vocabulary.suggest(word) if vocabulary else nearest(word, known)
    variant = "" if near else "list" if len(known) <= 30 else "long"
    name = vocabulary.name if vocabulary else ""
    if near and "\u00a0" in word:
        variant = "space"  # a word processor's space: to the eye the two words are the same
    return catalogue.UNKNOWN_VALUE.at(
        document.fields.place(route),
        variant,
        word=word,
        near=near,
        known=known,
        label=_label(document, route),
        vocabulary=name,
    )


def _has_unknown_value(document: Document, route: Route, schema: Mapping[str, Plain], workspace: Workspace) -> bool:
    """Whether an entry's value is itself out of the list: it may be the one that seems to be missing."""
    [key] = list(schema["contains"]["properties"])[:1]
    name = _schema_at(document.kind, (*route, 0, key)).get("vocabulary", "")
    known = workspace.vocabularies[name].by_id if name in workspace.vocabularies else {}
    listed = document.value(dotted(route)) or ()
    return any(str(entry.get(key, "")) not in known for entry in listed if isinstance(entry, dict) and entry.get(key))


def _missing_entry(document: Document, route: Route, schema: Mapping[str, Plain], workspace: Workspace) -> Diagnostic:
    [(key, wanted)] = list(schema["contains"]["properties"].items())[:1]
    inner = _schema_at(document.kind, (*route, 0, key))
    vocabulary = workspace.vocabularies.get(inner.get("vocabulary", ""))
    value = str(wanted.get("const", ""))
    what = vocabulary.label(value) if vocabulary else value
    place = document.fields.key_place(route)
    return catalogue.MISSING_ENTRY.at(
        place, word=value, label=_label(document, route), what=what, line=f"{key}: {value}"
    )


def _schema(kind: Kind, workspace: Workspace) -> dict[str, Plain]:
    """The kind's plain JSON Schema, without `required`: what is owed is told with more care above."""
    schema: dict[str, Plain] = _without_required(json_schema(kind, workspace.vocabularies))
    return schema


def _without_required(schema: Plain) -> Plain:
    if isinstance(schema, Mapping):
        return {
            key: inner if key == "contains" else _without_required(inner)
            for key, inner in schema.items()
            if not (key == "required" and isinstance(inner, list))
        }
    return schema


def _schema_at(kind: Kind | None, route: Route) -> Mapping[str, Plain]:
    schema: Plain = kind.fields if kind else {}
    for step in route:
        schema = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return schema if isinstance(schema, Mapping) else {}


def _label(document: Document, route: Route) -> str:
    """The label of a field first, then its key: « Ville principale (territory.main_town) »."""
    title = str(_schema_at(document.kind, route).get("title", ""))
    if not title and route and isinstance(route[-1], int):
        title = str(_schema_at(document.kind, route[:-1]).get("title", ""))
    name = dotted(route)
    return f"{title} ({name})" if title else name
