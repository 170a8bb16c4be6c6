"""Answers as an author types them, read by the types that the kind gives its fields.

In: texts under routes. Out: values, or the faults met. Knows no command line and no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.kind import Kind
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.fields import Fields, is_nothing, parse_fields
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.words import nearest
from clust_cli.core.writing.yaml_write import render_quoted

_STEP = re.compile(r"\.?([A-Za-z_][\w-]*)|\[(\d{1,3})\]")


def parse_route(text: str) -> Route | None:
    """Read a route as authors write it, people[0].name; None when it is not written so."""
    steps: list[str | int] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if not found or (position == 0) == text.startswith((".", "["), position):
            return None
        steps.append(found[1] or int(found[2]))
        position = found.end()
    return tuple(steps) or None


def schema_at(schema: Mapping[str, Plain], route: Route) -> Mapping[str, Plain] | None:
    """The schema that a route leads to, indexes and free keys included; None where it leads nowhere."""
    for step in route:
        properties: Mapping[str, Plain] = schema.get("properties", {})
        named = schema.get("items") if isinstance(step, int) else properties.get(step)
        inner = schema.get("additionalProperties") if named is None else named
        if not isinstance(inner, Mapping):
            return None
        schema = inner
    return schema


def nearest_field(kind: Kind, word: str) -> str:
    """The dotted name of the field this most likely means: one whose last key it is, else one spelt like it."""
    names = field_names(kind)
    plain = first_entry(word)
    by_key = next((name for name in names if name.rsplit(".", 1)[-1] == plain), "")
    return by_key or nearest(plain, names)


def field_names(kind: Kind) -> tuple[str, ...]:
    """The dotted names of a kind's fields in its order; a list's fields are those of its first entry."""
    return tuple(_names(kind.fields, ""))


def first_entry(name: str) -> str:
    """A dotted name with every index brought to the first: people[3].name and people[0].name are one field."""
    return re.sub(r"\[\d+\]", "[0]", name)


def raw_value(schema: Mapping[str, Plain], text: str) -> Plain | Diagnostic:
    """What a text says under a schema, still as texts: brackets make a list where a list is expected."""
    kind = schema.get("type", "string")
    wanted = {"array": "[", "object": "{"}.get(kind, "\0")
    if not text.lstrip().startswith(wanted):
        return [text] if kind == "array" and text.strip() else text
    node = parse_yaml(YamlText(Source("", text.encode()), text, 0))
    return node if isinstance(node, Diagnostic) else texts_of(node)


def texts_of(node: yaml.Node | None) -> Plain:
    """The tree of texts that a node holds."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): texts_of(inner) for key, inner in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [texts_of(inner) for inner in node.value]
    return "" if node is None or is_nothing(node) else str(node.value)


def with_raw(tree: Plain, route: Route, value: Plain) -> Plain:
    """The tree with a value at a route. An entry beyond the last is added; a list joins the one already there."""
    if not route:
        return [*tree, *value] if isinstance(tree, list) and isinstance(value, list) else value
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        entries = list(tree) if isinstance(tree, list) else []
        index = min(step, len(entries))
        entry = entries[index] if index < len(entries) else None
        return [*entries[:index], with_raw(entry, rest, value), *entries[index + 1 :]]
    known = dict(tree) if isinstance(tree, Mapping) else {}
    return {**known, step: with_raw(known.get(step), rest, value)}


def typed(schema: Mapping[str, Plain], tree: Plain) -> Fields:
    """Read a tree of texts by a schema of fields; what cannot be read is among its faults."""
    written = render_quoted(tree)
    text = YamlText(Source("", written.encode()), written, 0)
    node = parse_yaml(text)
    return Fields(text, faults=(node,)) if isinstance(node, Diagnostic) else parse_fields(text, node, schema)


def _names(schema: Mapping[str, Plain], prefix: str) -> Iterator[str]:
    for name, inner in schema.get("properties", {}).items():
        yield f"{prefix}{name}"
        if inner.get("type") == "array":
            yield from _names(inner.get("items", {}), f"{prefix}{name}[0].")
        else:
            yield from _names(inner, f"{prefix}{name}.")
