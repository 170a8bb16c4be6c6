"""YAML read to nodes that know their place: no implicit types, no anchors, no duplicate keys hidden.

In: the bytes of a file and where its YAML stands. Out: a node tree, or the one diagnostic that says why not.
Source: docs/formats.md, “Front matter”; only PyYAML's C loader is used, to compose, never to construct.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Place, Source, Span

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ANCHOR = re.compile(r"(?m)(?:^|[\s\[{,])[&*][^\s,\[\]{}]")
_NESTING = re.compile(r"(?m)^[ \t]*(?:[-?:] +){15}")


@dataclass(frozen=True, slots=True)
class YamlText:
    """A stretch of YAML in a file: the text, and where it stands. Units: `start` in bytes."""

    source: Source
    text: str
    start: int

    def span(self, start: int, end: int) -> Span:
        """The span in the file of two character offsets of this text."""
        if self.text.isascii():
            return Span(self.start + start, self.start + end)
        begin = self.start + len(self.text[:start].encode())
        return Span(begin, begin + len(self.text[start:end].encode()))

    def place(self, node: yaml.Node) -> Place:
        """The place of a node; for a collection, its first line is enough to find it."""
        return Place(self.source, self.span(node.start_mark.index, self._end(node)))

    def place_of(self, start: int, end: int) -> Place:
        """The place of two character offsets."""
        return Place(self.source, self.span(start, end))

    def _end(self, node: yaml.Node) -> int:
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            return start + len(self.text[start:end].rstrip())
        newline = self.text.find("\n", start)
        return min(end, newline if newline >= 0 else end)


def parse_yaml(text: YamlText) -> yaml.Node | Diagnostic | None:
    """Compose the text to a node; None when it says nothing, a diagnostic when it is not to be trusted."""
    if len(text.text.encode()) > MAX_BYTES:
        return catalogue.TOO_LARGE.at(text.place_of(0, 0), "yaml", limit=MAX_BYTES // 1024)
    suspicious = text.text.count("[") + text.text.count("{") > MAX_DEPTH or _NESTING.search(text.text)
    try:
        if suspicious or _ANCHOR.search(text.text):
            refused = _refused_event(text)
            if refused:
                return refused
        return yaml.compose(text.text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        return _broken(text, error)
    except (yaml.YAMLError, ValueError) as error:
        position = getattr(error, "position", 0)
        return catalogue.BROKEN_YAML.at(text.place_of(position, position + 1), "character")


def _refused_event(text: YamlText) -> Diagnostic | None:
    """Look at the events one by one, before any tree is made: anchors and depth are refused here."""
    depth = 0
    for event in yaml.parse(text.text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mark = _index(event.start_mark)
            word = text.text[mark:].split(maxsplit=1)[0]
            return catalogue.YAML_ANCHOR.at(text.place_of(mark, mark + len(word)), word=word)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark = _index(event.start_mark)
                return catalogue.TOO_DEEP.at(text.place_of(mark, mark + 1), limit=MAX_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _index(mark: Any) -> int:
    """The character offset of a mark of PyYAML's, whose type may be none."""
    return int(mark.index) if mark else 0


def _broken(text: YamlText, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Say in an author's terms what libyaml met, at the line where the author must look."""
    mark = error.problem_mark or error.context_mark
    index = min(mark.index, len(text.text)) if mark else 0
    problem = f"{error.context or ''} {error.problem or ''}"
    line_start = text.text.rfind("\n", 0, index) + 1
    if "unexpected end of stream" in problem or "quoted scalar" in problem:
        opened = (error.context_mark or mark).index if mark else 0
        return catalogue.BROKEN_YAML.at(_line(text, opened), "quote")
    if "tab" in text.text[line_start : index + 1] or "\t" in text.text[line_start : index + 1]:
        return catalogue.BROKEN_YAML.at(_line(text, index), "tab")
    if "mapping values are not allowed" in problem:
        return catalogue.BROKEN_YAML.at(_line(text, index), "colon")
    if "flow sequence" in problem or "flow mapping" in problem:
        opened = error.context_mark.index if error.context_mark else index
        return catalogue.BROKEN_YAML.at(_line(text, opened), "bracket")
    if "simple key" in problem or "block mapping" in problem or "block collection" in problem:
        return catalogue.BROKEN_YAML.at(_line(text, index), "indent")
    return catalogue.BROKEN_YAML.at(_line(text, index))


def _line(text: YamlText, index: int) -> Place:
    start = text.text.rfind("\n", 0, index) + 1
    end = text.text.find("\n", start)
    line = text.text[start : end if end >= 0 else len(text.text)]
    indent = len(line) - len(line.lstrip())
    return text.place_of(start + indent, start + len(line.rstrip("\r")))
