"""A YAML file of fields that stands beside clust.yaml: the register of names, the glossary.

In: a source and the schema of its fields. Out: the fields, or the one diagnostic that says why they cannot be read.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from clust_cli.core import catalogue
from clust_cli.core.diagnostics import Diagnostic
from clust_cli.core.places import BOM, Source
from clust_cli.core.plain import Plain
from clust_cli.core.reading.fields import Fields, parse_fields
from clust_cli.core.reading.yaml_text import YamlText, parse_yaml


def parse_fields_file(source: Source, schema: Mapping[str, Plain]) -> Fields | Diagnostic:
    """Read a whole file by a schema; an empty one has no fields."""
    begin = len(BOM) if source.data.startswith(BOM) else 0
    try:
        text = YamlText(source, source.data[begin:].decode("utf-8"), begin)
    except UnicodeDecodeError as error:
        return catalogue.NOT_UTF8.at(source.place(begin + error.start, begin + error.start + 1))
    node = parse_yaml(text) if text.text.strip() else None
    if isinstance(node, Diagnostic):
        return node
    if node is not None and not isinstance(node, yaml.MappingNode):
        return catalogue.BROKEN_YAML.at(source.place(0, len(source.data.split(b"\n", 1)[0])), "mapping")
    return parse_fields(text, node, schema)
