"""Write one answer into the front matter of an author's file, and leave every other byte as it was.

In: a document, the route of a field, its value. Out: the new bytes of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from clust_cli.core.documents import Document, parse_document
from clust_cli.core.places import Source
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.fields import is_nothing
from clust_cli.core.writing.yaml_write import render_scalar, render_value


class UneditableError(Exception):
    """The front matter is written in a way that cannot be changed surely; the author must do it by hand."""


class Splice(NamedTuple):
    """A stretch of text to replace. Units: characters of the front matter."""

    start: int
    end: int
    text: str


def set_field(document: Document, route: Route, value: Plain) -> bytes:
    """The file with one field set: a text, a number, or a list of them.

    Shape: entries of lists count as check counts them, those that say nothing left out; the index after the
    last one fills the first empty entry, else adds one.
    Errors: UneditableError when the result would not read back as this value and all else unchanged.
    """
    node = document.fields.nodes.get(())
    if not isinstance(node, yaml.MappingNode) or document.kind is None:
        raise UneditableError
    text = document.fields.text
    splice = change_value(text.text, node, document.kind.fields, route, value)
    span = text.span(splice.start, splice.end)
    data = document.source.data
    edited = data[: span.start] + splice.text.encode() + data[span.end :]
    _prove(document, edited, route, value)
    return edited


def change_value(text: str, node: yaml.Node, schema: Mapping[str, Plain], route: Route, value: Plain) -> Splice:
    """What to write where, so that a route of a text leads to a value; `schema` tells the order of keys.

    Errors: UneditableError when the text is written in a way that leaves no sure place.
    """
    return _Editor(text).change(node, schema, route, value)


def end_of(text: str, node: yaml.Node) -> int:
    """Where a node's own text ends; libyaml ends a block only where the next one begins."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        return int(start + len(text[start:end].rstrip()))
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    return max(end_of(text, one) for one in _children(node)[-2:])


def _prove(document: Document, edited: bytes, route: Route, value: Plain) -> None:
    """Read the new file back: the field is there, and every other value is where it was."""
    kind = document.kind
    after = parse_document(Source(document.path, edited), {kind.name: kind} if kind else {})
    if after.unreadable or after.kind is None or _with(after.values, route, value) != after.values:
        raise UneditableError
    if _with(document.values, route, value) != after.values:
        raise UneditableError


def _with(values: Plain, route: Route, value: Plain) -> Plain:
    """A copy of a tree of values with one of them set."""
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        entries = list(values or [])
        if step > len(entries):
            raise UneditableError
        entry = entries[step] if step < len(entries) else None
        return [*entries[:step], _with(entry, rest, value), *entries[step + 1 :]]
    return {**(values or {}), step: _with((values or {}).get(step), rest, value)}


@dataclass(frozen=True, slots=True)
class _Editor:
    """One change in one text."""

    text: str

    def change(self, node: yaml.Node, schema: Mapping[str, Plain], route: Route, value: Plain) -> Splice:
        """Go down the route as far as the text does; change or add there."""
        step, rest = route[0], route[1:]
        if isinstance(node, yaml.MappingNode) and isinstance(step, str):
            inner_schema = schema.get("properties", {}).get(step, schema.get("additionalProperties", {}))
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                return self.new_key(node, schema, step, _nested(rest, value))
            if _goes_deeper(pair[1], rest):
                return self.change(pair[1], inner_schema, rest, value)
            return self.replace(pair[1], _nested(rest, value), pair[0].end_mark.index, bool(node.flow_style))
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            entry = self.entry(node, step)
            if entry is None:
                return self.new_entry(node, _nested(rest, value))
            if _goes_deeper(entry, rest):
                return self.change(entry, schema.get("items", {}), rest, value)
            return self.replace(entry, _nested(rest, value), entry.start_mark.index, bool(node.flow_style))
        raise UneditableError

    def replace(self, node: yaml.Node, value: Plain, before: int, in_flow: bool) -> Splice:
        """Put a value where another stands, or nothing."""
        start, end = node.start_mark.index, end_of(self.text, node)
        written = render_value(value, in_flow=in_flow)
        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            return self.replace_block(node, f" {written}", before)
        if start == end:
            colon = "" if self.text[before:start].strip() or self.text[start - 1 : start] == "-" else ":"
            follows = self.text[end : end + 1]
            return Splice(start, end, f"{colon} {written}" + (" " if follows == "#" else ""))
        return Splice(start, end, written)

    def replace_block(self, node: yaml.SequenceNode, written: str, before: int) -> Splice:
        """Put a list on the line of its key, in place of the lines of its entries."""
        colon = self.text.index(":", before) + 1
        between = self.text[colon : node.start_mark.index]
        kept = between.rstrip(" ").removesuffix("\n").removesuffix("\r")
        return Splice(colon, end_of(self.text, node), written + kept)

    def entry(self, node: yaml.SequenceNode, index: int) -> yaml.Node | None:
        """The entry of an index, as check counts; after the last one, the first that still says nothing."""
        filled = [position for position, one in enumerate(node.value) if not is_nothing(one)]
        behind = filled[-1] + 1 if filled else 0
        raw = [*filled, behind][min(index, len(filled))]
        entries: list[yaml.Node] = node.value
        return entries[raw] if raw < len(entries) else None

    def new_entry(self, node: yaml.SequenceNode, value: Plain) -> Splice:
        if node.flow_style or not node.value:
            return self.in_flow(node, render_value(value, in_flow=True))
        return self.line_after(node.value[-1], node.start_mark.column, f"- {render_value(value)}")

    def new_key(self, node: yaml.MappingNode, schema: Mapping[str, Plain], name: str, value: Plain) -> Splice:
        """Add a key after those that the kind puts before it."""
        written = f"{render_scalar(name)}: {render_value(value, in_flow=bool(node.flow_style))}"
        if node.flow_style or not node.value:
            return self.in_flow(node, written)
        order = list(schema.get("properties", {}))
        rank = order.index(name) if name in order else len(order)
        earlier = [pair for pair in node.value if pair[0].value in order[:rank]]
        key, inner = max(earlier, key=lambda pair: order.index(pair[0].value)) if earlier else node.value[-1]
        last = key if end_of(self.text, inner) <= key.end_mark.index else inner
        return self.line_after(last, node.value[0][0].start_mark.column, written)

    def line_after(self, node: yaml.Node, indent: int, written: str) -> Splice:
        newline = self.text.find("\n", end_of(self.text, node))
        if newline < 0:
            ending = "\r\n" if "\r\n" in self.text else "\n"
            return Splice(len(self.text), len(self.text), f"{ending}{' ' * indent}{written}")
        ending = "\r\n" if self.text[newline - 1 : newline] == "\r" else "\n"
        return Splice(newline + 1, newline + 1, f"{' ' * indent}{written}{ending}")

    def in_flow(self, node: yaml.Node, written: str) -> Splice:
        """Add inside brackets or braces: behind the last thing said, else before they close."""
        children = list(_children(node))
        if not children:
            opened = node.start_mark.index + 1
            return Splice(opened, opened, written)
        end = end_of(self.text, children[-1])
        if end == children[-1].start_mark.index:
            end = node.end_mark.index - 1
        return Splice(end, end, f", {written}")


def _goes_deeper(node: yaml.Node, rest: Route) -> bool:
    """Whether the route goes on inside a node; a text that says something has no inside."""
    if not rest or isinstance(node, yaml.CollectionNode):
        return bool(rest)
    if not is_nothing(node):
        raise UneditableError
    return False


def _nested(route: Route, value: Plain) -> Plain:
    """A value wrapped in the keys and lists that still lead to it."""
    for step in reversed(route):
        if isinstance(step, int) and step > 0:
            raise UneditableError
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [one for pair in node.value for one in pair]
    return list(node.value)
