"""Fields: YAML nodes read by the types their kind gives them, every value with its place.

In: a node and a schema. Out: plain values, their spans, and the faults met. A wrong value is left out,
so that one fault is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route, dotted
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml
from clust_cli.core.words import nearest

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_INTEGER = re.compile(r"[+-]?\d{1,15}")
_SPACED = re.compile(r"[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}")
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
_ABSENT: Plain = object()


@dataclass(frozen=True)
class Fields:
    """The fields of a document. `wrong` are those that could not be read and are left out.

    Where each value stands is found only when someone asks: most documents have nothing to be told.
    """

    text: YamlText
    values: Mapping[str, Plain] = field(default_factory=dict)
    schema: Mapping[str, Plain] = field(default_factory=dict)
    wrong: frozenset[Route] = frozenset()
    faults: tuple[Diagnostic, ...] = ()

    @cached_property
    def _index(self) -> _Reader:
        """A second reading, which notes every node it passes."""
        reader = _Reader(self.text, indexed=True)
        node = parse_yaml(self.text)
        if isinstance(node, yaml.Node):
            reader.read(node, self.schema, ())
        return reader

    @property
    def nodes(self) -> Mapping[Route, yaml.Node]:
        """The node of each value."""
        return self._index.nodes

    @property
    def keys(self) -> Mapping[Route, yaml.Node]:
        """The node of each key, also of those whose value is empty."""
        return self._index.keys

    def place(self, route: Route) -> Place:
        """The place of a value, else of the nearest thing that should contain it."""
        while route:
            if route in self.nodes:
                return self.text.place(self.nodes[route])
            if route in self.keys:
                return self.text.place(self.keys[route])
            route = route[:-1]
        return self.text.place_of(0, 0)

    def key_place(self, route: Route) -> Place:
        """The place of a key, for a value that is not there; else that of what contains it."""
        while route:
            if route in self.keys:
                return self.text.place(self.keys[route])
            if route in self.nodes and route[-1:] and isinstance(route[-1], int):
                return self.text.place(self.nodes[route])
            route = route[:-1]
        return self.text.place_of(0, 0)


def parse_fields(text: YamlText, node: yaml.Node | None, schema: Mapping[str, Plain]) -> Fields:
    """Read a node by a schema.

    Shape: `values` holds only what was filled and read; empty lists and mappings are left out too.
    Source: docs/formats.md, “The kind decides a scalar's type”.
    """
    if node is None:
        return Fields(text)
    reader = _Reader(text)
    values = reader.read(node, schema, ())
    filled = values if isinstance(values, dict) else {}
    return Fields(text, filled, schema, frozenset(reader.wrong), tuple(reader.faults))


def is_nothing(node: yaml.Node) -> bool:
    """Whether a node says nothing: empty, null, or a collection of nothings."""
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip() == "" or (not node.style and node.value in _NOTHING)
    if isinstance(node, yaml.SequenceNode):
        return all(is_nothing(one) for one in node.value)
    return all(is_nothing(value) for _, value in node.value)


class _Reader:
    """One reading of one tree: gathers faults on the way down, and every node when it is to be indexed."""

    def __init__(self, text: YamlText, *, indexed: bool = False) -> None:
        self.text = text
        self.indexed = indexed
        self.nodes: dict[Route, yaml.Node] = {}
        self.keys: dict[Route, yaml.Node] = {}
        self.wrong: list[Route] = []
        self.faults: list[Diagnostic] = []

    def read(self, node: yaml.Node, schema: Mapping[str, Plain], route: Route) -> Plain:
        if self.indexed:
            self.nodes[route] = node
        expected = schema.get("type", "string")
        if isinstance(node, yaml.ScalarNode):
            return _ABSENT if is_nothing(node) else self._scalar(node, expected, schema, route)
        if isinstance(node, yaml.SequenceNode) and expected == "array":
            return self._list(node, schema, route)
        if isinstance(node, yaml.MappingNode) and expected == "object":
            return self._mapping(node, schema, route)
        return self._refuse(node, expected, schema, route)

    def _scalar(self, node: yaml.ScalarNode, expected: str, schema: Mapping[str, Plain], route: Route) -> Plain:
        value = node.value.strip()
        if expected == "string":
            return value
        if expected == "integer" and _INTEGER.fullmatch(value):
            return int(value)
        if expected in ("integer", "number") and _SPACED.fullmatch(value):
            digits = re.sub(r"\D", "", value)
            self.faults.append(catalogue.SPACED_NUMBER.at(self.text.place(node), word=value, number=digits))
            return int(digits)
        if expected == "number" and _NUMBER.fullmatch(value):
            return float(value.replace(",", "."))
        return self._refuse(node, expected, schema, route)

    def _list(self, node: yaml.SequenceNode, schema: Mapping[str, Plain], route: Route) -> Plain:
        values: list[Plain] = []
        for inner in node.value:
            if is_nothing(inner):
                continue
            value = self.read(inner, schema.get("items", {}), (*route, len(values)))
            # A wrong entry keeps its index, so that the ones behind it still lead to their lines.
            values.append(None if value is _ABSENT else value)
        return values or _ABSENT

    def _mapping(self, node: yaml.MappingNode, schema: Mapping[str, Plain], route: Route) -> Plain:
        properties: Mapping[str, Plain] = schema.get("properties", {})
        values: dict[str, Plain] = {}
        seen: set[str] = set()
        for key_node, inner in node.value:
            name = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if name in seen:
                self.faults.append(catalogue.DUPLICATE_KEY.at(self.text.place(key_node), word=name))
                continue
            seen.add(name)
            here = (*route, name)
            if self.indexed:
                self.keys[here] = key_node
            inner_schema = properties.get(name, schema.get("additionalProperties"))
            if inner_schema is None:
                # In {…}, a key that has no value is most often the end of a phrase cut by its own comma.
                cut = bool(node.flow_style) and is_nothing(inner)
                self._unknown(key_node, name, properties, route, cut=cut)
                continue
            value = self.read(inner, inner_schema, here)
            if value is not _ABSENT:
                values[name] = value
            elif "properties" not in schema:
                values[name] = ""  # a free key keeps its empty reason, for the rules that want one
        return values or _ABSENT

    def _unknown(self, node: yaml.Node, name: str, properties: Mapping[str, Plain], route: Route, *, cut: bool) -> None:
        place = self.text.place(node)
        near = nearest(name, properties) if name else ""
        variant = "" if near else "comma" if cut else "list"
        self.wrong.append((*route, near or name))
        known = tuple(properties)
        self.faults.append(
            catalogue.UNKNOWN_FIELD.at(place, variant, word=name, within=dotted(route), near=near, known=known)
        )

    def _refuse(self, node: yaml.Node, expected: str, schema: Mapping[str, Plain], route: Route) -> Plain:
        self.wrong.append(route)
        place = self.text.place(node)
        is_scalar = isinstance(node, yaml.ScalarNode)
        word = node.value if is_scalar else place.quoted
        label = _label(schema, route)
        self.faults.append(catalogue.WRONG_TYPE.at(place, expected, word=word, field=dotted(route), label=label))
        return _ABSENT


def _label(schema: Mapping[str, Plain], route: Route) -> str:
    """The label first, then the key, as every message shows a field."""
    title = str(schema.get("title", ""))
    return f"{title} ({dotted(route)})" if title else dotted(route)


def entries(values: Mapping[str, Plain], name: str) -> Iterator[tuple[int, Mapping[str, Plain]]]:
    """The filled entries of a list of objects, with their indexes."""
    for index, entry in enumerate(values.get(name) or ()):
        if isinstance(entry, Mapping):
            yield index, entry
