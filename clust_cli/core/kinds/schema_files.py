"""Kind, vocabulary, funder and workspace files: YAML read to plain values, then to what they hold.

In: sources. Out: kinds, vocabularies, funders, and what is malformed in them, at its line.
The packaged files are trusted (tests check them); a workspace's own are checked against the meta-schemas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.kinds.coded_lists import CodedList, coded_lists
from clust_cli.core.kinds.funders import FUNDERS, Funder, funder_vocabulary, parse_funder
from clust_cli.core.kinds.kind import Kind, parse_kind
from clust_cli.core.kinds.vocabularies import Vocabulary, parse_vocabulary
from clust_cli.core.places import BOM, Place, Source
from clust_cli.core.plain import Plain, Route
from clust_cli.core.reading.fields import is_nothing
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml

_INTEGER = re.compile(r"-?\d{1,15}")
_BOOLEANS = {"true": True, "false": False}


class SchemaFile(NamedTuple):
    """A schema file read to a plain value, whose nodes still know their place."""

    text: YamlText
    value: Mapping[str, Plain]
    nodes: Mapping[Route, yaml.Node]

    @property
    def name(self) -> str:
        """The name of what it holds."""
        return next((str(self.value[key]) for key in ("kind", "vocabulary", "funder") if key in self.value), "")

    def key_place(self, route: Route) -> Place:
        """The place of the key that names a value."""
        return self.text.place(next(key for key, _value in self.nodes[route[:-1]].value if key.value == route[-1]))

    def place(self, route: Route) -> Place:
        """The place of a value, else of what contains it."""
        while route and route not in self.nodes:
            route = route[:-1]
        return self.text.place(self.nodes[route])


@dataclass(frozen=True)
class Schemas:
    """The kinds, vocabularies and funders of a workspace, and what is wrong with their files."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    funders: Mapping[str, Funder] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()
    broken: frozenset[str] = frozenset()

    @cached_property
    def coded_lists(self) -> Mapping[str, tuple[CodedList, ...]]:
        """By the names of kinds, the lists whose entries passages may be coded with."""
        return {name: tuple(coded_lists(kind, self.vocabularies)) for name, kind in self.kinds.items()}

    @cached_property
    def codable(self) -> Vocabulary:
        """Every term that may code a passage, as one vocabulary."""
        codable = (one for one in self.vocabularies.values() if one.codable)
        return Vocabulary("", "", tuple(term._replace(group="") for one in codable for term in one.terms), codable=True)


def parse_schema_file(source: Source) -> SchemaFile | Diagnostic:
    """Read one schema file to a plain value: whole numbers and true/false are told from text, nothing else."""
    begin = len(BOM) if source.data.startswith(BOM) else 0
    try:
        text = YamlText(source, source.data[begin:].decode("utf-8"), begin)
    except UnicodeDecodeError as error:
        return catalogue.NOT_UTF8.at(source.place(begin + error.start, begin + error.start + 1))
    node = parse_yaml(text)
    if isinstance(node, Diagnostic):
        return node
    nodes: dict[Route, yaml.Node] = {}
    if not isinstance(node, yaml.MappingNode):
        return catalogue.BROKEN_YAML.at(source.place(0, len(source.data.split(b"\n", 1)[0])), "mapping")
    return SchemaFile(text, _plain(node, (), nodes), nodes)


def parse_schemas(files: Iterable[SchemaFile], lang: str) -> Schemas:
    """Make the kinds, vocabularies and funders of files that the meta-schemas accept; funders are a vocabulary too.

    Shape: each by its name, whoever's the file is: lists keep their order when a collection takes a file over.
    """
    values = [file.value for file in sorted(files, key=lambda file: file.name)]
    raw = {value["kind"]: value for value in values if "kind" in value}
    kinds = {name: parse_kind(value, raw, lang) for name, value in raw.items()}
    vocabularies = {value["vocabulary"]: parse_vocabulary(value, lang) for value in values if "vocabulary" in value}
    funders = {value["funder"]: parse_funder(value, lang) for value in values if "funder" in value}
    return Schemas(kinds, vocabularies | {FUNDERS: funder_vocabulary(funders.values(), lang)}, funders)


def _plain(node: yaml.Node, route: Route, nodes: dict[Route, yaml.Node]) -> Plain:
    nodes[route] = node
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(inner, (*route, key.value), nodes) for key, inner in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(inner, (*route, index), nodes) for index, inner in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and not node.style:
        if node.value in _BOOLEANS:
            return _BOOLEANS[node.value]
        if _INTEGER.fullmatch(node.value):
            return int(node.value)
        if is_nothing(node):
            return None
    return node.value
