"""YAML read to nodes that know their place: no implicit types, no anchors, no duplicate keys hidden.

In: the bytes of a file and where its YAML stands. Out: a node tree, or the one diagnostic that says why not.
Source: docs/formats.md, “Front matter”; only PyYAML's C loader is used, to compose, never to construct.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import Place, Source, Span

MAX_BYTES = 64 * 1024
MAX_DEPTH = 20
# With fewer brackets than this, not even brackets hidden by quotation marks can trouble the parser.
_MANY = 200
_ANCHOR = re.compile(r"(?m)(?:^|[\s\[{,])[&*][^\s,\[\]{}]")
_BRACKET = re.compile(r"[\[\]{}]")
_NESTING = re.compile(r"(?m)^[ \t]*(?:[-?:] +){15}")


class YamlText(NamedTuple):
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


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """PyYAML's loader, C where there is one, without its search for implicit types: the kind decides them."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, parent: object, index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def parse_yaml(text: YamlText) -> yaml.Node | Diagnostic | None:
    """Compose the text to a node; None when it says nothing, a diagnostic when it is not to be trusted."""
    if len(text.text.encode()) > MAX_BYTES:
        return catalogue.TOO_LARGE.at(text.place_of(0, 0), "yaml", limit=MAX_BYTES // 1024)
    suspicious = _may_be_deep(text.text)
    try:
        marked = "&" in text.text or "*" in text.text
        if suspicious or (marked and _ANCHOR.search(text.text)):
            refused = _refused_event(text)
            if refused:
                return refused
        return yaml.compose(text.text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return _broken(text, error)
    except (yaml.YAMLError, ValueError) as error:
        position = getattr(error, "position", 0)
        return catalogue.BROKEN_YAML.at(text.place_of(position, position + 1), "character")


def _may_be_deep(text: str) -> bool:
    """A quick look at brackets and dashes: whether the events must be counted one by one."""
    depth = deepest = opened = 0
    for bracket in _BRACKET.findall(text):
        if bracket in "[{":
            opened += 1
            depth += 1
            deepest = max(deepest, depth)
        elif depth:
            depth -= 1
    return deepest > MAX_DEPTH or opened > _MANY or bool(_NESTING.search(text))


def _refused_event(text: YamlText) -> Diagnostic | None:
    """Look at the events one by one, before any tree is made: anchors and depth are refused here."""
    depth = 0
    for event in yaml.parse(text.text, Loader=_Loader):
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
    runaway = _runaway_quote(text, index)
    if runaway is not None:
        return catalogue.BROKEN_YAML.at(_line(text, runaway), "quote")
    if "\t" in text.text[line_start : index + 1]:
        return catalogue.BROKEN_YAML.at(_line(text, index), "tab")
    if "mapping values are not allowed" in problem:
        return _colon(text, line_start, index)
    if "flow sequence" in problem or "flow mapping" in problem:
        line = _line(text, error.context_mark.index if error.context_mark else index)
        closed = all(line.quoted.count(one) <= line.quoted.count(other) for one, other in ("[]", "{}"))
        return catalogue.BROKEN_YAML.at(line, "" if closed else "bracket")
    if "simple key" in problem:
        return catalogue.BROKEN_YAML.at(_line(text, _index(error.context_mark)), "mapping")
    if "block mapping" in problem or "block collection" in problem:
        goes_on = text.text[line_start:index].strip()
        return catalogue.BROKEN_YAML.at(_line(text, index), "trailing" if goes_on else "indent")
    return catalogue.BROKEN_YAML.at(_line(text, index))


def _runaway_quote(text: YamlText, index: int) -> int | None:
    """Where a quotation mark was opened that only one of a later line, the one in trouble, has closed."""
    try:
        for event in yaml.parse(text.text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                start, end = _index(event.start_mark), _index(event.end_mark)
                if "\n" in text.text[start:end] and "\n" not in text.text[end:index]:
                    return start
    except yaml.YAMLError:
        return None
    return None


def _colon(text: YamlText, line_start: int, index: int) -> Diagnostic:
    """A colon too many: in a value; or the first of its line, for the line above has none or is indented less."""
    if ": " in text.text[line_start:index]:
        return catalogue.BROKEN_YAML.at(_line(text, index), "colon")
    above = text.text.rfind("\n", 0, max(0, line_start - 1)) + 1
    if ":" not in text.text[above:line_start]:
        return catalogue.BROKEN_YAML.at(_line(text, above), "mapping")
    return catalogue.BROKEN_YAML.at(_line(text, index), "indent")


def _line(text: YamlText, index: int) -> Place:
    start = text.text.rfind("\n", 0, index) + 1
    end = text.text.find("\n", start)
    line = text.text[start : end if end >= 0 else len(text.text)]
    indent = len(line) - len(line.lstrip())
    return text.place_of(start + indent, start + len(line.rstrip("\r")))
