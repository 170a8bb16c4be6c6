"""A term's id where YAML names it: in fields, in blocks, in kinds, funders and the register of names.

In: a text that was read, and the routes of the values that name the term. Out: changes, and what must be read then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from clust_cli.core.places import Place
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.yaml_text import YamlText
from clust_cli.core.writing.edit import end_of
from clust_cli.core.writing.splicing import Change, UnsureError


class YamlUse(NamedTuple):
    """A text of YAML that was read: the nodes and values at their routes, and the routes that name the term."""

    text: YamlText
    nodes: Mapping[Route, yaml.Node]
    tree: Plain
    hits: tuple[Route, ...] = ()


def word_changes(use: YamlUse, new: str) -> Iterator[Change]:
    """Put a new id in every place; a list that would hold it twice loses one."""
    holding: set[Route] = set()
    for route in use.hits:
        parent, node = use.nodes[route[:-1]], use.nodes[route]
        if not isinstance(parent, yaml.SequenceNode) or not isinstance(node, yaml.ScalarNode):
            yield _word_change(use.text, node, new)
        elif route[:-1] in holding or new in (entry.value.strip() for entry in parent.value):
            yield removal(use.text, parent, node)
        else:
            holding.add(route[:-1])
            yield _word_change(use.text, node, new)


def swapped(tree: Plain, hits: Sequence[Route], new: str, route: Route = ()) -> Plain:
    """The values as they must be read once a new id stands in every place."""
    if route in hits:
        return new
    if isinstance(tree, Mapping):
        return {key: swapped(inner, hits, new, (*route, key)) for key, inner in tree.items()}
    if not isinstance(tree, list):
        return tree
    made: list[Plain] = []
    for index, inner in enumerate(tree):
        is_hit = (*route, index) in hits
        if not (is_hit and (new in tree or new in made)):
            made.append(swapped(inner, hits, new, (*route, index)))
    return made


def inner_start(text: YamlText, node: yaml.Node) -> int | None:
    """Where a scalar's own words begin, when they are written as they are read; else None. Units: characters."""
    start, end = node.start_mark.index, end_of(text.text, node)
    quote = 1 if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else 0
    return start + quote if text.text[start + quote : end - quote] == node.value.rstrip() else None


def removal(text: YamlText, parent: yaml.SequenceNode, entry: yaml.Node) -> Change:
    """Take one entry out of a list, with its comma or its line; a comment behind it stays.

    Errors: UnsureError where a comment stands between it and its neighbour.
    """
    start, end = (_in_flow if parent.flow_style else _in_block)(text, parent, entry)
    written = text.text[entry.start_mark.index : end_of(text.text, entry)]
    return Change(text.place_of(start, end), written, "")


def _in_flow(text: YamlText, parent: yaml.SequenceNode, entry: yaml.Node) -> tuple[int, int]:
    index = next(number for number, one in enumerate(parent.value) if one is entry)
    if len(parent.value) == 1:
        raise UnsureError(text.place(entry))
    if index:
        start, end = end_of(text.text, parent.value[index - 1]), end_of(text.text, entry)
        between = text.text[start : entry.start_mark.index]
    else:
        start, end = entry.start_mark.index, parent.value[1].start_mark.index
        between = text.text[end_of(text.text, entry) : end]
    if between.strip() != ",":
        raise UnsureError(text.place(entry))
    return start, end


def _in_block(text: YamlText, parent: yaml.SequenceNode, entry: yaml.Node) -> tuple[int, int]:
    line = text.text.rfind("\n", 0, entry.start_mark.index) + 1
    dash = text.text.find("-", line)
    if len(parent.value) == 1 or text.text[line:dash].strip() or text.text[dash + 1 : entry.start_mark.index].strip():
        raise UnsureError(text.place(entry))
    end = end_of(text.text, entry)
    newline = text.text.find("\n", end)
    newline = newline if newline >= 0 else len(text.text)
    comment = text.text[end:newline].strip()
    if comment:
        return dash, end + len(text.text[end:newline]) - len(text.text[end:newline].lstrip())
    return line, min(newline + 1, len(text.text))


def _word_change(text: YamlText, node: yaml.Node, new: str) -> Change:
    place = _word_place(text, node)
    return Change(place, place.quoted, new)


def _word_place(text: YamlText, node: yaml.Node) -> Place:
    """Where a scalar's word stands, inside its quotation marks."""
    start, end = node.start_mark.index, end_of(text.text, node)
    style, word = getattr(node, "style", None), str(node.value).strip()
    written = text.text[start:end]
    if written.count(word) == 1:
        begin = start + written.index(word)
        return text.place_of(begin, begin + len(word))
    if style in ("'", '"'):
        return text.place_of(start + 1, end - 1)
    raise UnsureError(text.place(node))
