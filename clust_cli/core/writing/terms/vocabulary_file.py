"""The file of a vocabulary: a term added, renamed, or given up for another.

In: the file as it was read. Out: its changes, and what must be read in it then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import yaml

from clust_cli.core.kinds.schema_files import SchemaFile
from clust_cli.core.plain import Plain, Route
from clust_cli.core.writing.edit import UneditableError, change_value
from clust_cli.core.writing.splicing import Change, UnsureError
from clust_cli.core.writing.terms.yaml_words import YamlUse, removal, swapped, word_changes

_SCHEMA: Mapping[str, Plain] = {}
"""Keys have no order of their own: a new one stands behind the others."""


class Edited(NamedTuple):
    """A vocabulary's file as it will be: its changes, and the values that must be read in it."""

    changes: tuple[Change, ...]
    value: Mapping[str, Plain]


def added(file: SchemaFile, term: Mapping[str, Plain]) -> Edited:
    """The file with a term behind the others."""
    terms = file.value["terms"]
    change = _change(file, ("terms", len(terms)), term)
    return Edited((change,), {**file.value, "terms": [*terms, term]})


def renamed(file: SchemaFile, old: str, new: str, label: str, lang: str) -> Edited:
    """The file with another id for a term, and if asked another label in one language."""
    hits = (*_routes(file, "id", old), *_routes(file, "replaced_by", old))
    value = swapped(file.value, hits, new)
    changes = list(_swap(file, hits, new))
    if label:
        index = _index(file, old)
        route: Route = ("terms", index, "label")
        route = (*route, lang) if isinstance(file.value["terms"][index]["label"], Mapping) else route
        changes.append(_change(file, route, label))
        value = _with(value, route, label)
    return Edited(tuple(changes), value)


def merged(file: SchemaFile, old: str, new: str, *, drop: bool) -> Edited:
    """The file with a term given up for another: it stays and says so, or it goes."""
    index = _index(file, old)
    others = tuple(route for route in _routes(file, "replaced_by", old) if route[1] != index)
    value = swapped(file.value, others, new)
    changes = list(_swap(file, others, new))
    if drop:
        terms = file.nodes["terms",]
        if isinstance(terms, yaml.SequenceNode):
            changes.append(removal(file.text, terms, terms.value[index])._replace(before=old))
        return Edited(tuple(changes), {**value, "terms": [*value["terms"][:index], *value["terms"][index + 1 :]]})
    route = ("terms", index, "replaced_by")
    if file.value["terms"][index].get("replaced_by") != new:
        changes.append(_change(file, route, new))
    return Edited(tuple(changes), _with(value, route, new))


def _index(file: SchemaFile, id: str) -> int:
    return next(index for index, term in enumerate(file.value["terms"]) if term["id"] == id)


def _routes(file: SchemaFile, key: str, id: str) -> Iterator[Route]:
    for index, term in enumerate(file.value["terms"]):
        if term.get(key) == id:
            yield ("terms", index, key)


def _swap(file: SchemaFile, hits: Iterable[Route], new: str) -> Iterator[Change]:
    return word_changes(YamlUse(file.text, file.nodes, file.value, tuple(hits)), new)


def _change(file: SchemaFile, route: Route, value: Plain) -> Change:
    """A value written at a route of the file."""
    try:
        splice = change_value(file.text.text, file.nodes[()], _SCHEMA, route, value)
    except UneditableError as error:
        raise UnsureError(file.place(route)) from error
    place = file.text.place_of(splice.start, splice.end)
    return Change(place, place.quoted, splice.text)


def _with(tree: Plain, route: Route, value: Plain) -> Plain:
    """The values with one of them set."""
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        return [*tree[:step], _with(tree[step], rest, value), *tree[step + 1 :]]
    return {**tree, step: _with(tree.get(step), rest, value)}
